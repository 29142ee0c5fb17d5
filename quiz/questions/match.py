"""Match each with its own: states with dates, events with years, deeds with doers."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from quiz.questions.matching import Matching, Pair
from quiz.questions.telling import as_article_has_it
from quiz.questions.when import is_given_elsewhere
from relations.claims import (
    DONE_BY,
    ESTABLISHED,
    HAPPENED,
    HELD_BY,
    HOLDS,
    HOME,
    REESTABLISHED,
    SIGNED_ON,
    Claim,
    Layer,
    Thing,
)
from relations.dates import PartialDate, Precision
from relations.knowledge import Knowledge

LETTERS = 4  # by which a word gives a name away: "Turk" in "Turkish"


class MatchYears(Matching[PartialDate]):
    slug = "match-year"
    label = "Which state belongs to which year"
    aspect = "when"
    precision: Precision = "year"
    asks: ClassVar[str | Promise] = _(
        "In which year did Albania establish relations with each of these states?"
    )
    told = _("The years are the article’s. Those left over belong to other states.")

    def claims(self, knowledge: Knowledge) -> Iterator[Claim[PartialDate]]:
        for claim in knowledge.claims_of(ESTABLISHED):
            if claim.layer is Layer.DOCUMENT and claim.subject.kind == "country":
                yield claim

    def stem(self, claim: Claim[PartialDate]) -> str:
        return as_article_has_it(str(self.asks), claim)

    def pair(
        self, knowledge: Knowledge, claim: Claim[PartialDate]
    ) -> Pair[PartialDate]:
        name = claim.subject.name
        if knowledge.slot(REESTABLISHED, claim.subject):
            name = _("{name}, for the first time").format(name=name)
        return Pair(claim, name, claim.value.to(self.precision))

    def is_apart(
        self, knowledge: Knowledge, pair: Pair[PartialDate], other: Pair[PartialDate]
    ) -> bool:
        return super().is_apart(knowledge, pair, other) and not is_given_elsewhere(
            knowledge, pair.claim, other.value
        )

    def rank(self, value: PartialDate) -> Any:
        return value.first_day


class MatchDates(MatchYears):
    slug = "match-date"
    label = "Which state belongs to which date"
    precision = "day"
    asks = _("On what date did Albania establish relations with each of these states?")
    told = _("The dates are the article’s. Those left over belong to other states.")

    def refusal(self, knowledge: Knowledge, claim: Claim[PartialDate]) -> str:
        if claim.value.precision != self.precision:
            return "The source does not know the day."
        return super().refusal(knowledge, claim)


class MatchEvents(Matching[PartialDate]):
    slug = "match-event"
    label = "Which event belongs to which year"
    aspect = "when"
    told = _("The years are the article’s. Those left over belong to other events.")

    def claims(self, knowledge: Knowledge) -> Sequence[Claim[PartialDate]]:
        return knowledge.claims_of(HAPPENED, SIGNED_ON)

    def refusal(self, knowledge: Knowledge, claim: Claim[PartialDate]) -> str:
        if claim.subject.kind == "term":
            return "It lasted longer than a year."
        if re.search(r"\d{4}", self.pair(knowledge, claim).prompt):
            return "Its name tells the year."
        return super().refusal(knowledge, claim)

    def stem(self, claim: Claim[PartialDate]) -> str:
        return str(_("In which year was each of these, according to the article?"))

    def pair(
        self, knowledge: Knowledge, claim: Claim[PartialDate]
    ) -> Pair[PartialDate]:
        event = claim.subject.name
        if claim.predicate == SIGNED_ON:
            event = _("the signing of {treaty}").format(
                treaty=claim.subject.in_sentence
            )
        return Pair(claim, _capital(event), claim.value.to("year"))

    def rank(self, value: PartialDate) -> Any:
        return value.first_day


class MatchDeeds(Matching[Thing]):
    """Asks who did what. Nobody stands among the answers whom a prompt hints at."""

    slug = "match-deed"
    label = "Which state did what"
    aspect = "who"
    most_prompts = 4  # few states did anything that hints at no other
    told = _("The article says each of these of one state.")

    def claims(self, knowledge: Knowledge) -> Iterator[Claim[Thing]]:
        for claim in knowledge.claims_of(DONE_BY):
            if claim.value.kind == "country":
                yield claim

    def refusal(self, knowledge: Knowledge, claim: Claim[Thing]) -> str:
        if reason := super().refusal(knowledge, claim):
            return reason
        if claim.value.name == HOME:
            return "Every fact is about Albania: it gives itself away."
        hinted = hints_at(self.pair(knowledge, claim).prompt, claim.value)
        return "The deed names who did it." if hinted else ""

    def stem(self, claim: Claim[Thing]) -> str:
        return str(_("Of which state does the article say each of these?"))

    def pair(self, knowledge: Knowledge, claim: Claim[Thing]) -> Pair[Thing]:
        return Pair(claim, f"… {claim.subject.name}", claim.value)

    def is_apart(
        self, knowledge: Knowledge, pair: Pair[Thing], other: Pair[Thing]
    ) -> bool:
        return not hints_at(pair.prompt, other.value) and super().is_apart(
            knowledge, pair, other
        )


class MatchPeople(MatchDeeds):
    """Deeds and posts together, as the article tells one thing of most people."""

    slug = "match-person"
    label = "Which person did what"
    told = _("The article says each of these of one person, and of nobody else.")
    most_prompts = 5

    def claims(self, knowledge: Knowledge) -> Iterator[Claim[Thing]]:
        for claim in knowledge.claims_of(DONE_BY, HELD_BY):
            if claim.value.kind == "person":
                yield claim

    def stem(self, claim: Claim[Thing]) -> str:
        return str(_("Of whom does the article say each of these?"))

    def pair(self, knowledge: Knowledge, claim: Claim[Thing]) -> Pair[Thing]:
        if claim.predicate == HELD_BY:
            post = _("is named as {post}").format(post=claim.subject.name)
            return Pair(claim, f"… {post}", claim.value)
        return super().pair(knowledge, claim)

    def is_apart(
        self, knowledge: Knowledge, pair: Pair[Thing], other: Pair[Thing]
    ) -> bool:
        """Nor may the other hold a post that could be taken for the prompt's."""
        held = knowledge.slot(HOLDS, other.value)
        return super().is_apart(knowledge, pair, other) and not any(
            pair.claim.subject.same(post.value) is None
            for post in held
            if pair.claim.predicate == HELD_BY
        )


def hints_at(text: str, thing: Thing) -> bool:
    """Whether a word of the text begins as one of the thing's names does."""
    words = _long_words(text)
    names = _long_words(" ".join((thing.name, *thing.aliases)))
    return any(word[:LETTERS] == name[:LETTERS] for word in words for name in names)


def _long_words(text: str) -> list[str]:
    return [
        word for word in re.findall(r"\w+", text.casefold()) if len(word) >= LETTERS
    ]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
