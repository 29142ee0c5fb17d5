"""With whom, who, under which name? Typed, and taken under every name of the answer."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from quiz.questions.acronym import FullName, ShortName
from quiz.questions.base import V, text_of
from quiz.questions.drafts import Candidate, Draft, Refusal
from quiz.questions.partner import WithWhom
from quiz.questions.typed import Typed
from quiz.questions.who import WhoDidIt, WhoHoldsIt
from relations.claims import (
    ACRONYM,
    DONE_BY,
    HELD_BY,
    HOME,
    SIGNED_BY,
    SIGNED_ON,
    STEPS,
    Claim,
    Thing,
    Words,
)
from relations.dates import PartialDate, when
from relations.knowledge import Knowledge
from relations.names import (
    Names,
    acronyms,
    fold,
    fold_body,
    forms,
    full_names,
    is_short,
)

SEVERAL_FIT = "More than one answer fits."
NAMES_ITSELF = "The question names its own answer."

WITH_WHOM = {
    "established": _("with which state did Albania establish relations {when}"),
    "de-facto": _(
        "with which state did Albania’s relations begin de facto (in practice) {when}"
    ),
    "de-jure": _(
        "with which state did Albania’s relations begin de jure (in law) {when}"
    ),
    "re-established": _("with which state did Albania re-establish relations {when}"),
    "severed": _("with which state were Albania’s relations severed {when}"),
}
WITH_WHICH_BODY = {
    "established": _(
        "what is the name of the organisation with which Albania established relations "
        "{when}"
    ),
    "joined": _("what is the name of the organisation that Albania entered {when}"),
}
BY_THE_ARTICLE = _("According to the article, {asked}?")
WHO_SIGNED = _("who signed {name} {when} together with {other}")
WITH_WHOM_SIGNED = _("with which state did Albania sign {name} {when}")


class TypedName(Typed[V]):
    """Takes every name that means the answer and nothing else."""

    format = "name"
    kind: ClassVar[str] = ""  # of the name to type; empty for the answer's own

    def answer(self, claim: Claim[V]) -> Thing:
        """Whose name is asked for."""
        assert isinstance(claim.value, Thing)
        return claim.value

    def text(self, claim: Claim[V]) -> str:
        """The answer as it is told."""
        return self.answer(claim).name

    def names(self, claim: Claim[V]) -> set[str]:
        """The folded forms to take, as far as they are nobody else's."""
        return forms(self.answer(claim))

    def possible(self, knowledge: Knowledge, claim: Claim[V]) -> Iterable[Thing]:
        """Who or what else the base cannot rule out: never counted as wrong at once."""
        return ()

    def right(self, claim: Claim[V]) -> Candidate[V]:
        return Candidate(self.text(claim), claim.predicate, claim.subject, claim.value)

    def drafts(self, knowledge: Knowledge, seed: int) -> Iterator[Draft | Refusal]:
        known = Names.of(knowledge)
        for claim in self.claims(knowledge):
            reason = self.refusal(knowledge, claim)
            yield (
                Refusal(self.slug, claim.key, reason)
                if reason
                else self._draft(knowledge, claim, known)
            )

    def _draft(
        self, knowledge: Knowledge, claim: Claim[V], known: Names
    ) -> Draft | Refusal:
        extra = self._extra(knowledge, claim, known)
        right = replace(self.right(claim), extra=extra)
        draft = self.draft(knowledge, claim, right, right.text)
        if _stands_in(draft.stem, extra["accepts"]):
            return Refusal(self.slug, claim.key, NAMES_ITSELF)
        return draft

    def _extra(
        self, knowledge: Knowledge, claim: Claim[V], known: Names
    ) -> dict[str, Any]:
        answer = self.answer(claim)
        accepts = known.only(answer, self.names(claim))
        possible = (form for t in self.possible(knowledge, claim) for form in forms(t))
        return {
            "kind": self.kind or answer.kind,
            "accepts": accepts,
            "open": sorted({*possible} - {*accepts}),
        }


class TypedPartner(TypedName[PartialDate]):
    slug = "typed-partner"
    label = "Type with whom it was"
    aspect = "who"
    model = WithWhom()

    def answer(self, claim: Claim[PartialDate]) -> Thing:
        return claim.subject

    def text(self, claim: Claim[PartialDate]) -> str:
        """A body in full: its letters alone would make the question one on them."""
        body = self.answer(claim)
        in_full = (name for name in body.also if not is_short(name))
        return next(in_full, body.name) if body.kind == "organization" else body.name

    def stem(self, knowledge: Knowledge, claim: Claim[PartialDate]) -> str:
        """The article's word, since it leaves many states without a date."""
        is_body = claim.subject.kind == "organization"
        asked = (WITH_WHICH_BODY if is_body else WITH_WHOM)[claim.predicate.slug]
        return _by_the_article(asked.format(when=when(claim.value)))

    def possible(
        self, knowledge: Knowledge, claim: Claim[PartialDate]
    ) -> Iterator[Thing]:
        """With whom something else began then: "de facto", or once more."""
        for other in knowledge.claims_of(*STEPS):
            is_then = other.value.overlaps(claim.value)
            is_like = other.subject.kind == claim.subject.kind
            if is_then and is_like and other.subject != claim.subject:
                yield other.subject


class TypedAcronym(TypedName[Thing]):
    slug = "typed-acronym"
    label = "Type the acronym of an organisation"
    aspect = "expand"
    kind = "acronym"
    model = ShortName()

    def names(self, claim: Claim[Thing]) -> set[str]:
        return acronyms(claim.value)

    def possible(self, knowledge: Knowledge, claim: Claim[Thing]) -> Iterable[Thing]:
        """Bodies too close to be kept apart, as one that took the place of another."""
        return knowledge.once(_too_close).get(claim.value, [])


def _too_close(knowledge: Knowledge) -> dict[Thing, list[Thing]]:
    """Bodies by those that name each other, whichever of the two does."""
    bodies = {claim.value.slug: claim.value for claim in knowledge.claims_of(ACRONYM)}
    found: dict[Thing, list[Thing]] = {}
    for body in bodies.values():
        for other in filter(None, map(bodies.get, body.overlaps)):
            found.setdefault(body, []).append(other)
            found.setdefault(other, []).append(body)
    return found


class TypedFullName(TypedName[Words]):
    slug = "typed-name"
    label = "Type what an acronym stands for"
    aspect = "expand"
    model = FullName()

    def answer(self, claim: Claim[Words]) -> Thing:
        return claim.subject

    def text(self, claim: Claim[Words]) -> str:
        return text_of(claim.value)

    def names(self, claim: Claim[Words]) -> set[str]:
        name = claim.value.text
        return full_names(claim.subject) | {fold(name), fold_body(name)}

    def _extra(
        self, knowledge: Knowledge, claim: Claim[Words], known: Names
    ) -> dict[str, Any]:
        return super()._extra(knowledge, claim, known) | {"in_full": True}


class TypedActor(TypedName[Thing]):
    slug = "typed-who"
    label = "Type who it was"
    aspect = "who"
    model = WhoDidIt()

    def refusal(self, knowledge: Knowledge, claim: Claim[Thing]) -> str:
        if reason := super().refusal(knowledge, claim):
            return reason
        told = {other.value for other in knowledge.slot(DONE_BY, claim.subject)}
        return SEVERAL_FIT if len(told) > 1 else ""

    def possible(self, knowledge: Knowledge, claim: Claim[Thing]) -> Iterator[Thing]:
        for value in knowledge.open_to(DONE_BY, claim.subject):
            if isinstance(value, Thing) and value.kind == claim.value.kind:
                yield value


class TypedHolder(TypedName[Thing]):
    slug = "typed-office"
    label = "Type who holds a post"
    aspect = "who"
    model = WhoHoldsIt()

    def possible(self, knowledge: Knowledge, claim: Claim[Thing]) -> Iterator[Thing]:
        """Holders of posts that may be taken for this one."""
        for other in knowledge.claims_of(HELD_BY):
            if claim.subject.same(other.subject) is None:
                yield other.value


class TypedSignatory(TypedName[Thing]):
    slug = "typed-signatory"
    label = "Type who signed"
    aspect = "who"
    model = WhoDidIt()  # whose refusals hold for signing too

    def claims(self, knowledge: Knowledge) -> Iterator[Claim[Thing]]:
        for claim in knowledge.claims_of(SIGNED_BY):
            if claim.value.name != HOME:
                yield claim

    def variant(self, claim: Claim[Thing]) -> str:
        return claim.value.slug  # a treaty's signatures share its key

    def refusal(self, knowledge: Knowledge, claim: Claim[Thing]) -> str:
        if reason := super().refusal(knowledge, claim):
            return reason
        is_one = len(_signed_with(knowledge, claim)) == 1
        is_alone = not any(_signed_like(knowledge, claim))
        return "" if is_one and is_alone else SEVERAL_FIT

    def stem(self, knowledge: Knowledge, claim: Claim[Thing]) -> str:
        (other,) = _signed_with(knowledge, claim)
        asked = WITH_WHOM_SIGNED if other.name == HOME else WHO_SIGNED
        (blind_name,) = claim.subject.aliases
        date = _signed_on(knowledge, claim.subject)
        return _by_the_article(
            asked.format(
                name=blind_name,
                when=when(date) if date else "",
                other=other.in_sentence,
            )
        )


def _signed_with(knowledge: Knowledge, claim: Claim[Thing]) -> list[Thing]:
    signed = (other.value for other in knowledge.slot(SIGNED_BY, claim.subject))
    return [thing for thing in signed if thing != claim.value]


def _signed_like(knowledge: Knowledge, claim: Claim[Thing]) -> Iterator[bool]:
    """Of each other treaty, whether the question could be about it by its words."""
    date = _signed_on(knowledge, claim.subject)
    for other in knowledge.claims_of(SIGNED_ON):
        is_other = other.subject != claim.subject
        is_then = date is None or date.overlaps(other.value)
        yield is_other and is_then and other.subject.aliases == claim.subject.aliases


def _signed_on(knowledge: Knowledge, treaty: Thing) -> PartialDate | None:
    return next((claim.value for claim in knowledge.slot(SIGNED_ON, treaty)), None)


def _by_the_article(asked: str) -> str:
    return str(BY_THE_ARTICLE).format(asked=asked)


def _stands_in(stem: str, accepted: Iterable[str]) -> bool:
    readings = [f" {fold(stem)} ", f" {fold_body(stem)} "]
    return any(f" {form} " in words for form in accepted for words in readings)
