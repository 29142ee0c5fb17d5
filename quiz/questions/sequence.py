"""Which of two came first, and in which order several came."""

from collections.abc import Iterator
from random import Random

from django.utils.translation import gettext_lazy as _

from quiz.questions.companions import TURNS, in_other_company
from quiz.questions.drafts import Draft, Option
from quiz.questions.happenings import STARTS, Happening, Years, go_together, point
from quiz.questions.in_time import THROWS, InTime, around, candidate, in_order
from quiz.questions.telling import as_article_has_it
from relations.claims import ProofKind
from relations.dates import PartialDate
from relations.knowledge import Knowledge, Proof

EVEN = 0.5


class WhichFirst(InTime):
    """Two happenings. A pair is asked once, named for either of them by an even chance."""

    slug = "first"
    label = "Which came first"
    most = 6  # questions named for one claim
    stems = {
        True: _(
            "Which of these two states was the first to establish relations with "
            "Albania?"
        ),
        False: _("Which of these came first?"),
    }

    def asked_of(
        self, knowledge: Knowledge, one: Happening, years: Years, dice: Random
    ) -> Iterator[Draft]:
        seen: set[str] = set()
        asked = 0
        for _throw in range(THROWS):
            other = years.near(one, dice, later=dice.random() < EVEN)
            if other is None or other.key in seen or asked == self.most:
                continue
            seen.add(other.key)
            if _is_named_for(one, other) and go_together(knowledge, one, other):
                asked += 1
                yield self._draft(one, other)

    def _draft(self, one: Happening, other: Happening) -> Draft:
        first, last = in_order(one, other)
        proof = Proof(ProofKind.DISJOINT, (first.claim, last.claim))
        return Draft(
            family=self.slug,
            aspect=self.aspect,
            claim=one.claim,
            stem=as_article_has_it(str(self.stems[one.kind == STARTS]), one.claim),
            options=(_option(first, one), _option(last, one, proof)),
            solution=0,  # its format shows the two in either order
            format="pair",
            claims=(one.claim, other.claim),
            variant=other.key,
            explanation=f"{first.claim.as_told} {last.claim.as_told}",
            remark=_remark(one),
        )


class PutInOrder(InTime):
    slug = "order"
    label = "Put in order"
    others = (4, 3)  # so many beside the first, or fewer
    stems = {
        True: _(
            "In which order did Albania first establish relations with these states?"
        ),
        False: _("In which order did these come, from first to last?"),
    }
    told = _("The article’s dates, in this order: {dates}.")

    def asked_of(
        self, knowledge: Knowledge, one: Happening, years: Years, dice: Random
    ) -> Iterator[Draft]:
        lines = (around(knowledge, one, years, dice, self.others) for _turn in TURNS)
        yield from in_other_company(
            self._draft(one, others) for others in lines if others
        )

    def _draft(self, one: Happening, others: list[Happening]) -> Draft:
        line = in_order(one, *others)
        return Draft(
            family=self.slug,
            aspect=self.aspect,
            claim=one.claim,
            stem=as_article_has_it(str(self.stems[one.kind == STARTS]), one.claim),
            options=tuple(_option(happening, one) for happening in line),
            solution=list(range(len(line))),
            format="order",
            claims=(one.claim, *(other.claim for other in others)),
            explanation=str(self.told).format(
                dates=", ".join(str(happening.date) for happening in line)
            ),
            remark=_remark(one),
        )


def _is_named_for(one: Happening, other: Happening) -> bool:
    """Whether a pair's question is named for this one of the two, whoever draws whom."""
    if one.claim.remark:  # which no other draws
        return True
    first, last = sorted([one.key, other.key])
    return (point(f"{first} {last}") < EVEN) is (one.key == first)


def _option(
    happening: Happening, one: Happening, proof: Proof | None = None
) -> Option[PartialDate]:
    """A happening among others of the same kind as the one asked of."""
    return Option(
        candidate(
            happening,
            _text(happening, one),
            happening.claim.as_told,
            {"date": str(happening.date)},
        ),
        proof,
    )


def _text(happening: Happening, one: Happening) -> str:
    """Among starts of relations alone, the state says it all."""
    return happening.claim.subject.name if one.kind == STARTS else happening.label


def _remark(one: Happening) -> str:
    remark = one.claim.remark
    return f"{_text(one, one)}: {remark}" if remark else ""
