"""What is on the list? Where the article gives the whole of it."""

from collections.abc import Iterator

from quiz.questions.base import (
    FEWEST_OPTIONS,
    Candidate,
    Draft,
    Option,
    Refusal,
    among,
    chance,
    named_in,
    proved_wrong,
    told_of,
)
from relations.claims import LISTED, MEMBER, Claim, Thing, Words
from relations.knowledge import Knowledge
from relations.models.facts import HOME


class OnTheList:
    slug = "listed"
    label = "What the article lists"

    def drafts(self, knowledge: Knowledge, seed: int) -> Iterator[Draft | Refusal]:
        for claim in knowledge.claims_of(LISTED):
            yield self._draft(knowledge, claim, seed)

    def _draft(self, knowledge: Knowledge, claim: Claim, seed: int) -> Draft | Refusal:
        if claim.is_disputed or claim.unasked_because or not claim.subject.in_sentence:
            reason = claim.unasked_because or "The article contradicts itself."
            return Refusal(self.slug, claim.key, reason)
        stem = claim.subject.in_sentence
        if isinstance(claim.value, Thing):
            candidates = _states(knowledge, claim, stem)
        else:
            candidates = _wordings(knowledge, claim, claim.value)
        wrong = proved_wrong(knowledge, candidates)
        if len(wrong) < FEWEST_OPTIONS - 1:
            return Refusal(self.slug, claim.key, "Too few others are proved wrong.")
        text = _text(claim)
        right = Option(Candidate(text, LISTED, claim.subject, claim.value), None)
        wrong.sort(key=lambda option: _unlikeness(option, claim))
        options = among(chance(seed, self.slug, claim), _unlike(wrong)[:7], right)
        return Draft(
            family=self.slug,
            aspect="what",
            claim=claim,
            stem=stem,
            options=options,
            correct=options.index(right),
        )


class Memberships:
    slug = "member"
    label = "Which body is on the list of memberships"
    stem = "Which of these bodies is on the article’s list of Albania’s memberships?"

    def drafts(self, knowledge: Knowledge, seed: int) -> Iterator[Draft | Refusal]:
        claims = knowledge.claims_of(MEMBER)
        others = [
            Candidate(
                claim.value.name,
                MEMBER,
                claim.subject,
                claim.value,
                truth=claim.statement,
                claim=claim.key,
                page=claim.page,
            )
            for claim in claims
            if claim.is_negated
        ]
        for claim in claims:
            if claim.is_negated:
                if not claim.unasked_because:
                    yield Refusal(
                        self.slug, claim.key, "Not a membership; a wrong answer only."
                    )
                continue
            wrong = proved_wrong(knowledge, others)
            right = Option(
                Candidate(claim.value.name, MEMBER, claim.subject, claim.value), None
            )
            options = among(chance(seed, self.slug, claim), wrong, right)
            yield Draft(
                family=self.slug,
                aspect="what",
                claim=claim,
                stem=self.stem,
                options=options,
                correct=options.index(right),
            )


def _text(claim: Claim) -> str:
    return claim.value.name if isinstance(claim.value, Thing) else _said(claim.value)


def _said(words: Words) -> str:
    return words.text[:1].upper() + words.text[1:]


def _wordings(knowledge: Knowledge, claim: Claim, right: Words) -> list[Candidate]:
    """Entries of other lists, of like length."""
    return [
        Candidate(
            _said(other.value),
            LISTED,
            claim.subject,
            other.value,
            truth=other.statement,
            claim=other.key,
            page=other.page,
        )
        for other in knowledge.claims_of(LISTED)
        if isinstance(other.value, Words)
        and other.subject != claim.subject
        and not other.is_disputed
        and not other.unasked_because
        and 0.4 <= len(other.value.text) / len(right.text) <= 2.5
    ]


def _states(knowledge: Knowledge, claim: Claim, stem: str) -> list[Candidate]:
    candidates = []
    for state in knowledge.states:
        if state.is_former or state.name == HOME or named_in(stem, state):
            continue
        told = told_of(knowledge, state)
        candidates.append(
            Candidate(
                state.name,
                LISTED,
                claim.subject,
                state,
                truth=told.statement
                if told
                else f"The article does not mention {state.in_sentence}.",
                claim=told.key if told else "",
                page=state.page,
            )
        )
    return candidates


def _unlike(wrong: list[Option]) -> list[Option]:
    """At most one option of each kin, so that no two are twins."""
    taken: set[str] = set()
    kept = []
    for option in wrong:
        kin = getattr(option.candidate.value, "kin", "")
        if not kin or kin not in taken:
            kept.append(option)
        taken.add(kin)
    return kept


def _unlikeness(option: Option, claim: Claim) -> tuple[int, int, str]:
    """States of the same region, and little told of, first; words of like length."""
    value = option.candidate.value
    if isinstance(value, Thing):
        elsewhere = value.region != claim.value.region
        is_partner = bool(option.candidate.claim)
        is_partner_list = claim.topic == "relations" and "strong" in claim.key
        return int(is_partner != is_partner_list), int(elsewhere), value.slug
    return abs(len(value.text) - len(claim.value.text)), 0, value.text
