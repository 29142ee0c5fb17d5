"""Where on a line of dated marks something belongs."""

from collections.abc import Iterator, Sequence
from random import Random

from django.utils.translation import gettext_lazy as _

from quiz.questions.drafts import Draft, Option, Prompt
from quiz.questions.happenings import BESIDE, Happening, Years, capital
from quiz.questions.in_time import InTime, around, candidate
from quiz.questions.telling import as_article_has_it
from relations.claims import ProofKind
from relations.dates import PartialDate, when
from relations.knowledge import Knowledge, Proof


class OnTimeline(InTime):
    """One happening among dated marks: the answer is the gap between two of them."""

    slug = "timeline"
    label = "Place on the timeline"
    marks = (4, 3)
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
        marks = around(knowledge, one, years, dice, self.marks)
        if not marks:
            return
        key = sum(mark.date.before(one.date) is True for mark in marks)
        stem = str(self.asked).format(happening=one.phrase)
        yield Draft(
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
