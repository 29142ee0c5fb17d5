"""R: two at one time, an order that shows, a match that goes two ways."""

from dataclasses import replace
from random import Random

from quiz.quality import parts
from quiz.quality.mutations.edits import (
    Mutant,
    Mutator,
    changed,
    claimed,
    knowing,
    wrong_place,
)
from quiz.questions.drafts import Draft
from relations.claims import Layer
from relations.dates import PartialDate
from relations.knowledge import Knowledge


def two_share_a_year(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if not parts.is_in_time(d):
        return None
    place = dice.randrange(len(d.options) - 1)
    date = d.options[place + 1].candidate.value
    return changed(d, place, value=PartialDate(date.year))


def a_reference_puts_it_elsewhere(
    d: Draft, k: Knowledge, dice: Random
) -> Mutant | None:
    """Another source dates one of them as the article dates another."""
    if not parts.is_in_time(d):
        return None
    one, other = dice.sample(range(len(d.options)), 2)
    date = d.options[other].candidate.value
    claim = claimed(d, one, PartialDate(date.year), layer=Layer.REFERENCE)
    return d, knowing(k, claim)


def two_change_places(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if not parts.is_in_time(d):
        return None
    options = list(d.options)
    one, other = dice.sample(range(len(options)), 2)
    options[one], options[other] = options[other], options[one]
    return replace(d, options=tuple(options))


def the_solution_is_another(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if d.format in {"pair", "timeline"}:
        others = [p for p in range(len(d.options)) if p != d.solution]
        return replace(d, solution=dice.choice(others))
    if d.format == "order":
        return replace(d, solution=d.solution[1:] + d.solution[:1])
    return None


def too_few_to_hide_the_order(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    """Of two, any order is the right one or its reverse."""
    if d.format != "order":
        return None
    start = dice.randrange(len(d.options) - 1)
    return replace(d, options=d.options[start : start + 2], solution=[0, 1])


def two_prompts_have_one_answer(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if not parts.is_match(d):
        return None
    solution = list(d.solution)
    one, other = dice.sample(range(len(solution)), 2)
    solution[one] = solution[other]
    return replace(d, solution=solution)


def a_spare_may_be_right(d: Draft, k: Knowledge, dice: Random) -> Mutant | None:
    """Somebody says of a prompt what only a spare answer says."""
    spare = wrong_place(d, dice) if parts.is_match(d) else None
    if spare is None:
        return None
    claim = dice.choice(d.prompts).claim
    value = d.options[spare].candidate.value
    return d, knowing(k, replace(claim, key="made-up", value=value, is_disputed=True))


def a_prompt_has_no_answer(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    """Its own answer falls out of the list, another stands in for it."""
    spare = wrong_place(d, dice) if parts.is_match(d) else None
    if spare is None:
        return None
    solution = list(d.solution)
    solution[dice.randrange(len(solution))] = spare
    return replace(d, solution=solution)


def the_same_is_asked_twice(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    """Two prompts on one claim, each with an answer of its own."""
    if not parts.is_match(d):
        return None
    prompts = list(d.prompts)
    one, other = dice.sample(range(len(prompts)), 2)
    prompts[one] = prompts[other]
    return replace(d, prompts=tuple(prompts))


MUTATIONS: dict[str, tuple[Mutator, ...]] = {
    "R01": (
        two_share_a_year,
        a_reference_puts_it_elsewhere,
        two_change_places,
        the_solution_is_another,
    ),
    "R03": (too_few_to_hide_the_order,),
    "R04": (
        two_prompts_have_one_answer,
        a_spare_may_be_right,
        a_prompt_has_no_answer,
        the_same_is_asked_twice,
    ),
}
