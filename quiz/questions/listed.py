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
from relations.claims import (
    ESTABLISHED,
    HOME,
    LISTED,
    MEMBER,
    Claim,
    Layer,
    Thing,
    Words,
)
from relations.knowledge import Knowledge


class OnTheList:
    slug = "listed"
    label = "What the article lists"

    def drafts(self, knowledge: Knowledge, seed: int) -> Iterator[Draft | Refusal]:
        for claim in knowledge.claims_of(LISTED):
            yield self._draft(knowledge, claim, seed)

    def _draft(
        self, knowledge: Knowledge, claim: Claim[Thing | Words], seed: int
    ) -> Draft | Refusal:
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
        wrong.sort(key=lambda option: _unlikeness(knowledge, option, claim))
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


def _text(claim: Claim[Thing | Words]) -> str:
    return claim.value.name if isinstance(claim.value, Thing) else _said(claim.value)


def _said(words: Words) -> str:
    return words.text[:1].upper() + words.text[1:]


def _wordings(
    knowledge: Knowledge, claim: Claim[Thing | Words], right: Words
) -> list[Candidate[Thing | Words]]:
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


def _states(
    knowledge: Knowledge, claim: Claim[Thing | Words], stem: str
) -> list[Candidate[Thing | Words]]:
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


def _unlike(wrong: list[Option[Thing | Words]]) -> list[Option[Thing | Words]]:
    """At most one option of each kin, so that no two are twins."""
    taken: set[str] = set()
    kept = []
    for option in wrong:
        kin = getattr(option.candidate.value, "kin", "")
        if not kin or kin not in taken:
            kept.append(option)
        taken.add(kin)
    return kept


def _unlikeness(
    knowledge: Knowledge, option: Option[Thing | Words], claim: Claim[Thing | Words]
) -> tuple[int, int, str]:
    """States in a like position first, then of the region; words of like length."""
    here, right = option.candidate.value, claim.value
    if isinstance(here, Thing) and isinstance(right, Thing):
        unlike = _is_partner(knowledge, here) != _is_partner(knowledge, right)
        return int(unlike), int(here.region != right.region), here.slug
    return abs(len(option.text) - len(_text(claim))), 0, option.text


def _is_partner(knowledge: Knowledge, state: Thing) -> bool:
    """Whether the article tells when relations with the state began."""
    return any(c.layer is Layer.DOCUMENT for c in knowledge.slot(ESTABLISHED, state))
