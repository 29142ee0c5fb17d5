"""What shows only over the whole bank: where right answers stand, and who they are.

C06 and C07 ask whether places and ranks of keys are as even as chance would have them;
C08, whether something is right more often than it stands among the options.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from quiz.quality import parts
from quiz.quality.base import ERROR, WARNING, Severity
from quiz.quality.statistics import chi_square, p_value
from quiz.questions.drafts import Draft

SUSPECT = 0.01  # less likely by chance is no chance
FEWEST_DUE = 5  # keys to expect at each place, below which χ² says nothing
MOST_KEYS = 2  # times its share among the options
FEWEST_SEEN = 8  # of an option, before it can be called frequent


@dataclass(frozen=True)
class BankRule:
    slug: str
    about: str
    check: Callable[[Sequence[Draft]], str]
    severity: Severity = ERROR


def _choices(drafts: Iterable[Draft], *, is_ordered: bool) -> list[Draft]:
    """Choices of one, each claim once, as several families may ask it alike."""
    return [
        draft
        for draft in drafts
        if draft.format == "choice" and draft.is_ordered == is_ordered
    ]


def _unevenness(places: Sequence[tuple[int, int]]) -> str:
    """Of keys, as place and number of options; each number looked at by itself."""
    for size in sorted({size for _, size in places}):
        counts = Counter(place for place, other in places if other == size)
        due = counts.total() / size
        seen = [counts[place] for place in range(size)]
        if due >= FEWEST_DUE:
            chance = p_value(chi_square(seen, [due] * size), size - 1)
            if chance < SUSPECT:
                return f"of {size} options the key is at {seen} (p = {chance:.4f})"
    return ""


def places_are_even(drafts: Sequence[Draft]) -> str:
    """As drafted. Every attempt mixes them again, which tests of the formats see to."""
    choices = _choices(drafts, is_ordered=False)
    return _unevenness([(draft.solution, len(draft.options)) for draft in choices])


def ranks_are_even(drafts: Sequence[Draft]) -> str:
    """Where a rank was drawn first, each is as likely; nearest neighbours would put the
    key in the middle."""
    choices = _choices(drafts, is_ordered=True)
    return _unevenness([(draft.solution, len(draft.options)) for draft in choices])


def nobody_is_mostly_right(drafts: Sequence[Draft]) -> str:
    shown: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for draft in drafts:
        if draft.format == "choice":
            shown.update(parts.texts(draft))
            right[draft.right.text] += 1
    share = right.total() / max(1, shown.total())
    for text, count in right.most_common():
        if shown[text] >= FEWEST_SEEN and count > MOST_KEYS * share * shown[text]:
            return f"{text!r} is right {count} times of {shown[text]}"
    return ""


BANK_RULES = (
    BankRule("C06", "places of keys even", places_are_even),
    BankRule("C07", "ranks of keys even", ranks_are_even),
    BankRule("C08", "nothing mostly right", nobody_is_mostly_right, WARNING),
)
