"""Where on a line of dated marks something belongs."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations
from random import Random

from django.utils.translation import gettext_lazy as _

from quiz.questions.companions import TURNS, in_other_company
from quiz.questions.drafts import Draft, Option, Prompt
from quiz.questions.happenings import BESIDE, Happening, Years, capital, go_together
from quiz.questions.in_time import THROWS, InTime, candidate
from quiz.questions.telling import as_article_has_it
from relations.claims import ProofKind
from relations.dates import PartialDate, when
from relations.knowledge import Knowledge, Proof

COUNTS = (4, 3)  # of marks: so many, or fewer
WIDEST = 4  # years with something in them from one mark to the next


class OnTimeline(InTime):
    """One happening among dated marks: the answer is the gap between two of them."""

    slug = "timeline"
    label = "Place on the timeline"
    asked = _("Where on this timeline does {happening} belong?")
    before = _("before {date}")
    between = _("between {earlier} and {later}")
    after = _("after {date}")
    came_later = _("{mark} {happening} came later, {when}.")
    came_before = _("{mark} {happening} came before that, {when}.")

    def beside(self, one: Happening) -> frozenset[str]:
        return frozenset(BESIDE)  # marks of any kind, as they are no answers

    def asked_of(
        self, knowledge: Knowledge, one: Happening, years: Years, dice: Random
    ) -> Iterator[Draft]:
        lines = (_marks(knowledge, one, years, dice) for _turn in TURNS)
        yield from in_other_company(self._draft(one, marks) for marks in lines if marks)

    def _draft(self, one: Happening, marks: list[Happening]) -> Draft:
        key = sum(mark.date.before(one.date) is True for mark in marks)
        stem = str(self.asked).format(happening=one.phrase)
        return Draft(
            family=self.slug,
            aspect=self.aspect,
            claim=one.claim,
            stem=as_article_has_it(stem, one.claim),
            options=tuple(
                self._gap(one, marks, gap, key) for gap in range(len(marks) + 1)
            ),
            solution=key,
            format="timeline",
            prompts=tuple(Prompt(mark.label, mark.claim) for mark in marks),
            is_ordered=True,
        )

    def _gap(
        self, one: Happening, marks: Sequence[Happening], gap: int, key: int
    ) -> Option[PartialDate]:
        """A gap is proved wrong, and told of, by the mark between it and the right one;
        so each wrong one has a mark of its own."""
        ends = {
            "after": str(marks[gap - 1].date) if gap else "",
            "before": str(marks[gap].date) if gap < len(marks) else "",
        }
        text = self._text(**ends)
        if gap == key:
            return Option(candidate(one, text, one.claim.as_told, ends), None)
        mark = marks[gap if gap < key else gap - 1]
        told = self.came_later if gap < key else self.came_before
        truth = str(told).format(
            mark=mark.claim.as_told,
            happening=capital(one.phrase),
            when=when(one.date),
        )
        proof = Proof(ProofKind.DISJOINT, (mark.claim, one.claim))
        return Option(candidate(mark, text, truth, ends), proof)

    def _text(self, *, after: str, before: str) -> str:
        if not after:
            return str(self.before).format(date=before)
        if not before:
            return str(self.after).format(date=after)
        return str(self.between).format(earlier=after, later=before)


def _marks(
    knowledge: Knowledge, one: Happening, years: Years, dice: Random
) -> list[Happening]:
    """Dated things before and after, in order of time, all of them surely apart.

    How many come before is drawn first, so that any gap is as likely to be the right
    one; where that cannot be had, another number is tried. Before the first year of all,
    and after the last, nothing could belong: they have no marks.
    """
    for count in COUNTS:
        for earlier in dice.sample(range(count + 1), count + 1):
            for _throw in range(THROWS):
                marks = [
                    years.away(one, steps, dice.random())
                    for steps in _steps(dice, earlier, count - earlier)
                ]
                found = [mark for mark in marks if mark and not years.is_end(mark)]
                if len(found) == count and all(
                    go_together(knowledge, *two)
                    for two in combinations([one, *found], 2)
                ):
                    return found
    return []


def _steps(dice: Random, earlier: int, later: int) -> list[int]:
    """How many years off each mark is, from the first on.

    All gaps are drawn from the same widths, and then the place within the right one:
    were the marks drawn about what is asked, the widest gap would tend to be right.
    """
    width = dice.randint(2, WIDEST)
    back = dice.randint(1, width - 1)
    before = [back, *(dice.randint(2, WIDEST) for _ in range(earlier - 1))]
    after = [width - back, *(dice.randint(2, WIDEST) for _ in range(later - 1))]
    return [
        *(-steps for steps in reversed([*accumulate(before[:earlier])])),
        *accumulate(after[:later]),
    ]
