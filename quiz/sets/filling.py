"""Whether a set can be filled, and the sentence that says why not."""

from collections.abc import Iterator

from quiz import selection
from quiz.choosing import composition
from quiz.models import Question, Topic
from quiz.selection import Blueprint

LONGEST = 100  # questions in one set, as its constraint has it
SEED = 0  # any: what one draw can fill, others can
FAR = 1.2  # beyond what is possible, a draw would look long for what is not there


def possible(blueprint: Blueprint) -> int:
    """How many questions one quiz can ask, however many it is to ask."""
    return selection.capacity(blueprint)


def possible_by_topic(blueprint: Blueprint) -> dict[str, int]:
    """The same of each topic by itself, of those that the blueprint allows."""
    found = selection.candidates(blueprint)
    return {
        topic.value: composition.capacity([c for c in found if c.topic == topic])
        for topic in Topic
        if topic in blueprint.topics or not blueprint.topics
    }


def refusals(blueprint: Blueprint) -> Iterator[tuple[str, str]]:
    """What stands against a set, as the field to change and a sentence to say."""
    against = [*_against_pins(blueprint), *_against_shares(blueprint)]
    yield from against
    if any(field == "shares" for field, _ in against):
        return
    fitting = selection.available(blueprint).count()
    together = _together(blueprint)
    if together < blueprint.length:
        yield "length", _too_few(fitting, together, blueprint.length)
    elif not against:
        yield from _clashing_pins(blueprint)


def _together(blueprint: Blueprint) -> int:
    """As many as are asked for, or how many there are instead."""
    room = possible(blueprint)
    if blueprint.length > room * FAR:
        return room
    return len(selection.draw_up_to(blueprint, SEED))


def _against_shares(blueprint: Blueprint) -> Iterator[tuple[str, str]]:
    if not blueprint.shares:
        return
    total = sum(number for _, number in blueprint.shares)
    if total > blueprint.length:
        yield (
            "shares",
            f"The topics come to {_questions(total)}; "
            f"this set asks for {blueprint.length}.",
        )
    rooms = possible_by_topic(blueprint)
    for topic, number in blueprint.shares:
        room = rooms.get(topic, 0)
        if room < number:
            yield (
                "shares",
                f"You ask for {number} on {Topic(topic).label}; "
                f"{room or 'none'} of these fit into one quiz.",
            )


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
