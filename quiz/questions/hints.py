"""What a question gives away about others, beside the answer to itself."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from quiz.questions.drafts import Draft
from quiz.questions.telling import named_in
from relations.claims import Claim, Thing
from relations.dates import PartialDate
from relations.knowledge import Knowledge


class Hints:
    """Looks up which other claims somebody has learned who has seen a question answered.

    The wrong answers are told as what they really are. And a stem may presuppose a
    neighbour in the text: the date it names, the person it names, the treaty it is about.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._at_place: dict[str, list[Claim[Any]]] = defaultdict(list)
        for claim in knowledge.claims:
            for place in claim.places:
                self._at_place[place.page].append(claim)
        self._on_day: dict[tuple[str, PartialDate], set[str]] = defaultdict(set)
        for claim in knowledge.claims:
            if isinstance(claim.value, PartialDate):
                self._on_day[claim.predicate.slug, claim.value].add(claim.key)
        self._claim = knowledge.claim

    def of(self, draft: Draft) -> set[str]:
        """The keys of the claims a question with its feedback gives away."""
        told = {option.candidate.claim for option in draft.options}
        told |= {prompt.claim.key for prompt in draft.prompts}
        for asked in draft.asked:
            for claim in self._neighbours(asked):
                if _is_presupposed(claim, asked, draft.stem):
                    told.add(claim.key)
        told |= {key for one in (*told,) for key in self._of_one_day(self._claim(one))}
        told |= {key for one in draft.asked for key in self._of_one_day(one)}
        return told - {"", *(claim.key for claim in draft.asked)}

    def _of_one_day(self, claim: Claim[Any] | None) -> set[str]:
        """Claims of the same step on the same day: Russia's and the Soviet Union's."""
        if claim is None or not isinstance(claim.value, PartialDate):
            return set()
        is_day = claim.value.precision == "day"
        return self._on_day[claim.predicate.slug, claim.value] if is_day else set()

    def _neighbours(self, claim: Claim[Any]) -> Iterable[Claim[Any]]:
        for place in claim.places:
            yield from self._at_place[place.page]


def _is_presupposed(claim: Claim[Any], asked: Claim[Any], stem: str) -> bool:
    if isinstance(claim.value, PartialDate):
        return str(claim.value) in stem or str(claim.value) in asked.statement
    if isinstance(claim.value, Thing) and claim.value.kind == "person":
        return named_in(stem, claim.value)
    if claim.predicate.slug == "signed-by":
        return claim.subject.page == asked.page
    return False
