"""D: dates and numbers stand in order, far enough apart, and are those of real facts."""

from collections import Counter
from itertools import pairwise

from quiz.quality import parts
from quiz.quality.base import WARNING, Rule
from quiz.questions.drafts import Draft
from relations.dates import PartialDate
from relations.knowledge import Knowledge

# Two figures nearer than a tenth of the larger are a matter of reading, not of knowing.
NEAREST_FIGURES = 1.1
STATISTICS = {"percent"}  # which somebody measured at some time
SOURCE = ("article", "poll", "Gallup")
# Turns of an age that anybody may know of: a date that stands alone on its side of both
# can be told by the look of the question.
EPOCHS = (1945, 1991)


def in_order(draft: Draft, knowledge: Knowledge) -> str:
    firsts = [date.first_day for date in parts.dates(draft)]
    if firsts and (not draft.is_ordered or firsts != sorted(firsts)):
        return "dates out of order"
    numbers = [amount.number for amount in parts.amounts(draft)]
    if numbers and (not draft.is_ordered or numbers != sorted(numbers)):
        return "numbers out of order"
    return ""


def far_enough_apart(draft: Draft, knowledge: Knowledge) -> str:
    """Neighbours differ by a whole unit, and no wrong date lies among the claimed ones.

    The proposed two per cent of the years gone by are left out: every wrong date is a
    real date of another fact, proved wrong to the day, and told as what it is. To keep
    1921 from standing beside 1922 would mostly keep the best wrong answers away.
    """
    dates = parts.dates(draft)
    for one, other in pairwise(dates):
        if _units(other) - _units(one) < 1:
            return f"{one} and {other} are less than a {one.precision} apart"
    if draft.format != "choice":
        return ""
    return _among_the_claimed(draft, knowledge)


def _units(date: PartialDate) -> int:
    """Counted in the date's own unit from the year nought."""
    if date.precision == "year":
        return date.year
    if date.precision == "month":
        return date.year * 12 + (date.month or 0)
    return date.first_day.toordinal()


def _among_the_claimed(draft: Draft, knowledge: Knowledge) -> str:
    """Where claims give several dates for one step, a date between them is none's."""
    claim = draft.claim
    claimed = [
        other.value
        for other in knowledge.slot(claim.predicate, claim.subject)
        if isinstance(other.value, PartialDate)
    ]
    if len(claimed) < 2:
        return ""
    first = min(date.first_day for date in claimed)
    last = max(date.last_day for date in claimed)
    for option in draft.wrong:
        date = option.candidate.value
        if date.last_day >= first and date.first_day <= last:
            return f"{date} lies among the dates that are claimed for it"
    return ""


def no_arithmetic(draft: Draft, knowledge: Knowledge) -> str:
    units = [_units(date) for date in parts.dates(draft)]
    gaps = {later - earlier for earlier, later in pairwise(units)}
    if len(units) > 2 and len(gaps) == 1:
        return "equally spaced"
    if len(units) > 2 and len({unit % 10 for unit in units}) == 1:
        return "all end alike"
    return ""


def dates_are_real(draft: Draft, knowledge: Knowledge) -> str:
    for option in draft.wrong:
        told = knowledge.claim(option.candidate.claim)
        year = str(option.candidate.value.year)
        if told is None or year not in f"{told.statement} {told.value}":
            return f"{option.text} is the date of nothing that is told"
    return ""


def figures_are_sure(draft: Draft, knowledge: Knowledge) -> str:
    """A tenth apart, rounded alike; and what was measured says by whom."""
    amounts = parts.amounts(draft)
    for one, other in pairwise(amounts):
        if other.number < NEAREST_FIGURES * float(one.number):
            return f"{one.number} and {other.number} are too near"
    if len({_decimals(amount.number) for amount in amounts}) > 1:
        return "figures rounded differently"
    is_measured = amounts[0].unit in STATISTICS
    if is_measured and not any(word in draft.stem for word in SOURCE):
        return "does not say whose figure it is"
    return ""


def _decimals(number: object) -> int:
    text = f"{number:f}".rstrip("0") if "." in f"{number}" else f"{number}"
    return len(text.partition(".")[2])


def no_epoch_alone(draft: Draft, knowledge: Knowledge) -> str:
    """The right date is not alone in its age while all others are of one other."""
    ages = [sum(date.year >= turn for turn in EPOCHS) for date in parts.dates(draft)]
    own = ages[draft.solution]
    if Counter(ages)[own] == 1 and len(set(ages)) == 2:
        return "the right date is alone in its age"
    return ""


def _is_choice_of_dates(draft: Draft) -> bool:
    return draft.format == "choice" and parts.has_dates(draft)


def _has_order(draft: Draft) -> bool:
    return parts.has_dates(draft) or parts.has_amounts(draft)


RULES = (
    Rule("D01", "dates and numbers in order", in_order, applies=_has_order),
    Rule("D02", "dates far enough apart", far_enough_apart, applies=parts.has_dates),
    Rule("D03", "no arithmetic pattern", no_arithmetic, WARNING, _is_choice_of_dates),
    Rule("D04", "wrong dates are real", dates_are_real, WARNING, _is_choice_of_dates),
    Rule("D05", "figures are sure", figures_are_sure, applies=parts.has_amounts),
    Rule(
        "D06", "no date alone in its age", no_epoch_alone, WARNING, _is_choice_of_dates
    ),
)
