"""Whether a set can be filled, and the sentence that says why not."""

from collections.abc import Iterator
from dataclasses import replace

from quiz import selection
from quiz.models import Question
from quiz.selection import Blueprint

LONGEST = 100  # questions in one set, as its constraint has it
SEED = 0  # any: what one draw can fill, others can


def possible(blueprint: Blueprint) -> int:
    """How many questions one quiz can ask, found by drawing as many as will go."""
    return len(selection.draw_up_to(replace(blueprint, length=LONGEST), SEED))


def refusals(blueprint: Blueprint) -> Iterator[tuple[str, str]]:
    """What stands against a set, as the field to change and a sentence to say."""
    against_pins = [*_against_pins(blueprint)]
    yield from against_pins
    fitting = selection.available(blueprint).count()
    together = possible(blueprint)
    if together < blueprint.length:
        yield "length", _too_few(fitting, together, blueprint.length)
    elif not against_pins:
        yield from _clashing_pins(blueprint)


def _against_pins(blueprint: Blueprint) -> Iterator[tuple[str, str]]:
    pinned = Question.objects.filter(pk__in=blueprint.pinned)
    for question in pinned.exclude(status=Question.Status.ACTIVE):
        fitting = _questions(selection.available(blueprint).count())
        yield (
            "pinned",
            f"“{question.stem}” is {question.get_status_display()} and cannot be "
            f"pinned; {fitting} in use fit.",
        )
    for question in pinned.filter(pk__in=blueprint.excluded):
        yield "excluded", f"“{question.stem}” is pinned and excluded; choose one."
    if len(blueprint.pinned) > blueprint.length:
        yield (
            "pinned",
            f"{_questions(len(blueprint.pinned))} are pinned; "
            f"this set asks for {blueprint.length}.",
        )


def _clashing_pins(blueprint: Blueprint) -> Iterator[tuple[str, str]]:
    drawn = {question.pk for question in selection.draw_up_to(blueprint, SEED)}
    for question in Question.objects.filter(pk__in={*blueprint.pinned} - drawn):
        yield (
            "pinned",
            f"“{question.stem}” and another pinned question give each other away; "
            "keep one of them.",
        )


def _too_few(fitting: int, together: int, wanted: int) -> str:
    asked = f"this set asks for {wanted}."
    if fitting == together:
        verb = "fits" if fitting == 1 else "fit"
        return f"Only {_questions(fitting)} {verb} these filters; {asked}"
    return (
        f"{_questions(fitting)} fit these filters, but only {together} of them can be "
        f"asked in one quiz without giving another away; {asked}"
    )


def _questions(number: int) -> str:
    return "1 question" if number == 1 else f"{number} questions"
