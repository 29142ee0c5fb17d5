"""Small changes to a draft or to what is known, from which flaws are made."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random
from typing import Any

from quiz.quality import parts
from quiz.questions.drafts import Draft, Option
from relations.claims import Claim, Value
from relations.knowledge import Knowledge

Mutant = tuple[Draft, Knowledge]
Mutator = Callable[[Draft, Knowledge, Random], Draft | Mutant | None]


def reworded(draft: Draft, stem: str) -> Draft | None:
    """With another stem; nothing where that changes nothing."""
    return replace(draft, stem=stem) if stem != draft.stem else None


def with_option(draft: Draft, place: int, option: Option[Any]) -> Draft:
    options = list(draft.options)
    options[place] = option
    return replace(draft, options=tuple(options))


def changed(draft: Draft, place: int, **fields: Any) -> Draft:
    """With the candidate at a place changed, its proof as it was."""
    option = draft.options[place]
    candidate = replace(option.candidate, **fields)
    return with_option(draft, place, replace(option, candidate=candidate))


def retold(draft: Draft, place: int, text: str) -> Draft | None:
    if text == draft.options[place].text:
        return None
    return changed(draft, place, text=text)


def with_claim(draft: Draft, **fields: Any) -> Draft:
    """With the claim it is named for changed wherever the draft holds it."""
    claim = replace(draft.claim, **fields)
    claims = tuple(claim if c is draft.claim else c for c in draft.claims)
    prompts = tuple(
        replace(prompt, claim=claim) if prompt.claim is draft.claim else prompt
        for prompt in draft.prompts
    )
    return replace(draft, claim=claim, claims=claims, prompts=prompts)


def wrong_place(draft: Draft, dice: Random) -> int | None:
    places = [p for p in range(len(draft.options)) if p not in draft.rights]
    return dice.choice(places) if places else None


def right_place(draft: Draft, dice: Random) -> int:
    return dice.choice(sorted(draft.rights))


def any_place(draft: Draft, dice: Random) -> int:
    return dice.randrange(len(draft.options))


def knowing(knowledge: Knowledge, *more: Claim[Any]) -> Knowledge:
    return Knowledge((*knowledge.claims, *more), knowledge.closures, knowledge.states)


def not_knowing(knowledge: Knowledge, gone: Iterable[Claim[Any]]) -> Knowledge:
    out = {id(claim) for claim in gone}
    kept = [claim for claim in knowledge.claims if id(claim) not in out]
    return Knowledge(kept, knowledge.closures, knowledge.states)


def claimed(
    draft: Draft, place: int, value: Value | None = None, **fields: Any
) -> Claim[Any]:
    """A claim that says what an option says, as the draft's own claim is sourced."""
    candidate = draft.options[place].candidate
    made: dict[str, Any] = {
        "key": "made-up",
        "predicate": candidate.predicate,
        "subject": candidate.subject,
        "value": candidate.value if value is None else value,
        "remark": "",
        "is_negated": False,
    }
    return replace(draft.claim, **made | fields)


def shuffled(dice: Random, count: int) -> list[int]:
    """Places in another order than they were."""
    order = list(range(count))
    while count > 1 and order == sorted(order):
        dice.shuffle(order)
    return order


def reordered(draft: Draft, order: list[int]) -> Draft:
    """The options in another order, and the solution still the same options."""
    options = tuple(draft.options[place] for place in order)
    if isinstance(draft.solution, int):
        solution: Any = order.index(draft.solution)
    else:
        solution = [order.index(place) for place in draft.solution]
    if draft.format == "several":
        solution = sorted(solution)
    return replace(draft, options=options, solution=solution)


def texts(draft: Draft) -> list[str]:
    return parts.texts(draft)
