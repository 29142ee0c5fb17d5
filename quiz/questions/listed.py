"""What is on the list? Where the article gives the whole of it."""

from collections.abc import Iterator

from quiz.questions.base import (
    FEWEST_OPTIONS,
    MOST_OPTIONS,
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
    HAS_RELATIONS,
    HOME,
    LISTED,
    MEMBER,
    PARTNERS,
    STEPS,
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
        shortlist = _shortlist(knowledge, wrong, claim)
        options = among(chance(seed, self.slug, claim), shortlist, right)
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
    stem = "Of which of these bodies is Albania a member, according to the article?"

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
            if claim.is_negated or claim.unasked_because:
                reason = claim.unasked_because or "Not a membership; a wrong answer."
                yield Refusal(self.slug, claim.key, reason)
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
            form=other.subject.region,
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
) -> tuple[bool, bool, int, str]:
    """States of the region, partners where the list is of partners; words of one form."""
    here, right = option.candidate.value, claim.value
    if isinstance(here, Thing) and isinstance(right, Thing):
        is_stranger = not _is_partner(knowledge, here)
        return is_stranger, here.region != right.region, 0, here.slug
    length = abs(len(option.text) - len(_text(claim)))
    return option.candidate.form != claim.subject.region, False, length, option.text


def _is_partner(knowledge: Knowledge, state: Thing) -> bool:
    """Whether a table of the article lists relations with the state."""
    listed = knowledge.support(HAS_RELATIONS, PARTNERS, state)
    steps = (step for kind in STEPS for step in knowledge.slot(kind, state))
    return listed is not None or any(step.layer is Layer.DOCUMENT for step in steps)


def _shortlist(
    knowledge: Knowledge,
    wrong: list[Option[Thing | Words]],
    claim: Claim[Thing | Words],
) -> list[Option[Thing | Words]]:
    """The wrong answers to draw from: those most like the right one.

    Where the right one is no partner of a table, partners and strangers are mixed, so
    that being a stranger gives nothing away. Words keep to one form where they can.
    """
    wrong.sort(key=lambda option: _unlikeness(knowledge, option, claim))
    if isinstance(claim.value, Thing):
        strangers = [o for o in wrong if not o.candidate.claim]
        partners = [o for o in wrong if o.candidate.claim]
        if _is_partner(knowledge, claim.value) or claim.topic != "relations":
            return partners[:7]
        return partners[:3] + strangers[:3]
    wrong = _unlike(wrong)
    of_one_form = [o for o in wrong if o.candidate.form == claim.subject.region]
    enough = len(of_one_form) >= MOST_OPTIONS - 1
    return (of_one_form if enough else wrong)[:7]
