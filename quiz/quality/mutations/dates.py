"""D01, D02, D05: dates and numbers out of order, too near, or nobody's."""

import re
from dataclasses import replace
from decimal import ROUND_FLOOR, Decimal
from random import Random

from quiz.quality import parts
from quiz.quality.mutations.edits import (
    Mutant,
    Mutator,
    changed,
    claimed,
    knowing,
    reordered,
    reworded,
    shuffled,
    wrong_place,
)
from quiz.questions.drafts import Draft
from relations.claims import Layer
from relations.dates import PartialDate
from relations.knowledge import Knowledge


def _has_order(d: Draft) -> bool:
    return parts.has_dates(d) or parts.has_amounts(d)


def they_are_mixed(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if not _has_order(d):
        return None
    return reordered(d, shuffled(dice, len(d.options)))


def they_descend(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if not _has_order(d):
        return None
    return reordered(d, list(range(len(d.options)))[::-1])


def they_would_be_mixed(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    return replace(d, is_ordered=False) if _has_order(d) else None


def two_are_one(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    place = wrong_place(d, dice) if parts.has_dates(d) else None
    if place is None:
        return None
    beside = [p for p in (place - 1, place + 1) if 0 <= p < len(d.options)]
    date = d.options[dice.choice(beside)].candidate.value
    return changed(d, place, value=date, text=f"{date}")


def a_reference_lies_beyond_it(d: Draft, k: Knowledge, dice: Random) -> Mutant | None:
    """Some other source puts the event on the far side of a wrong date."""
    place = wrong_place(d, dice) if parts.has_dates(d) else None
    if place is None or d.format != "choice":
        return None
    date, key = d.options[place].candidate.value, d.right.candidate.value
    years = dice.randint(2, 9)
    year = date.year + (years if key.before(date) else -years)
    claim = claimed(d, place, PartialDate(year), layer=Layer.REFERENCE)
    return d, knowing(k, claim)


def two_numbers_are_near(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    amounts = parts.amounts(d) if parts.has_amounts(d) else []
    if not amounts:
        return None
    place = dice.randrange(len(amounts) - 1)
    number = amounts[place].number
    near = number + (number * dice.randint(0, 9) / 100).to_integral(ROUND_FLOOR)
    after = replace(amounts[place + 1], number=near)
    return changed(d, place + 1, value=after, text=d.options[place + 1].text)


def one_is_rounded_otherwise(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    amounts = parts.amounts(d) if parts.has_amounts(d) else []
    if not amounts:
        return None
    place = dice.randrange(len(amounts))
    exact = amounts[place].number + Decimal(dice.choice(["0.5", "0.25", "0.4"]))
    return changed(d, place, value=replace(amounts[place], number=exact))


def nobody_measured_it(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    amounts = parts.amounts(d) if parts.has_amounts(d) else []
    if not amounts or amounts[0].unit != "percent":
        return None
    said = r",? (according to the article|in Gallup polls|as the article \w+( it)?)"
    return reworded(d, re.sub(said, "", d.stem))


MUTATIONS: dict[str, tuple[Mutator, ...]] = {
    "D01": (they_are_mixed, they_descend, they_would_be_mixed),
    "D02": (two_are_one, a_reference_lies_beyond_it),
    "D05": (two_numbers_are_near, one_is_rounded_otherwise, nobody_measured_it),
}
