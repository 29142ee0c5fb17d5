"""Who did it, held it, said it? And which post is whose?"""

from collections.abc import Iterator
from random import Random

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
from relations.claims import DONE_BY, HELD_BY, HOLDS, HOME, Claim, Thing
from relations.knowledge import Knowledge

ASKED = {"country", "person"}  # the kinds of which the article names several


class WhoDidIt:
    slug = "who"
    label = "Who it was"

    def drafts(self, knowledge: Knowledge, seed: int) -> Iterator[Draft | Refusal]:
        for claim in knowledge.claims_of(DONE_BY):
            yield self._draft(knowledge, claim, seed)

    def _draft(
        self, knowledge: Knowledge, claim: Claim[Thing], seed: int
    ) -> Draft | Refusal:
        actor = claim.value
        if claim.unasked_because or claim.is_disputed:
            reason = claim.unasked_because or "The article contradicts itself."
            return Refusal(self.slug, claim.key, reason)
        if actor.kind not in ASKED:
            return Refusal(self.slug, claim.key, "No others of its kind are named.")
        if actor.name == HOME:
            return Refusal(
                self.slug,
                claim.key,
                "Every fact is about Albania: it gives itself away.",
            )
        stem = claim.subject.in_sentence
        pool = [t for t in _actors(knowledge, actor.kind) if not named_in(stem, t)]
        wrong = proved_wrong(knowledge, _candidates(knowledge, claim, pool))
        if len(wrong) < FEWEST_OPTIONS - 1:
            return Refusal(self.slug, claim.key, "Too few others are proved wrong.")
        right = Option(Candidate(actor.name, DONE_BY, claim.subject, actor), None)
        dice = chance(seed, self.slug, claim)
        options = among(dice, _rivals(dice, knowledge, wrong, actor), right)
        return Draft(
            family=self.slug,
            aspect="who",
            claim=claim,
            stem=stem,
            options=options,
            correct=options.index(right),
        )


class WhoHoldsIt:
    slug = "office"
    label = "Who holds a post"

    def drafts(self, knowledge: Knowledge, seed: int) -> Iterator[Draft | Refusal]:
        claims = knowledge.claims_of(HELD_BY)
        for claim in claims:
            if claim.unasked_because:
                yield Refusal(self.slug, claim.key, claim.unasked_because)
                continue
            pool = [
                other.value
                for other in claims
                if claim.subject.same(other.subject) is False
                and not other.unasked_because
            ]
            stem = f"Whom does the article name as {claim.subject.name}?"
            yield _draft_by_name(self.slug, "who", knowledge, claim, pool, stem, seed)


class WhichPost:
    slug = "post"
    label = "Which post somebody holds"

    def drafts(self, knowledge: Knowledge, seed: int) -> Iterator[Draft | Refusal]:
        claims = knowledge.claims_of(HOLDS)
        for claim in claims:
            if claim.unasked_because:
                yield Refusal(self.slug, claim.key, claim.unasked_because)
                continue
            pool = [
                other.value
                for other in claims
                if claim.value.same(other.value) is False and not other.unasked_because
            ]
            stem = f"Which post does the article give to {claim.subject.name}?"
            yield _draft_by_name(self.slug, "what", knowledge, claim, pool, stem, seed)


def _draft_by_name(
    family: str,
    aspect: str,
    knowledge: Knowledge,
    claim: Claim[Thing],
    pool: list[Thing],
    stem: str,
    seed: int,
) -> Draft | Refusal:
    """A question whose options are the names of things of one kind."""
    wrong = proved_wrong(knowledge, _candidates(knowledge, claim, pool))
    if len(wrong) < FEWEST_OPTIONS - 1:
        return Refusal(family, claim.key, "Too few others are proved wrong.")
    right = Option(
        Candidate(claim.value.name, claim.predicate, claim.subject, claim.value), None
    )
    options = among(chance(seed, family, claim), wrong, right)
    return Draft(
        family=family,
        aspect=aspect,
        claim=claim,
        stem=stem,
        options=options,
        correct=options.index(right),
    )


def _actors(knowledge: Knowledge, kind: str) -> list[Thing]:
    """States or people that are the right answer to some question of this family."""
    things = {
        claim.value: None
        for claim in knowledge.claims_of(DONE_BY)
        if claim.value.kind == kind
        and claim.value.name != HOME
        and not claim.value.is_former
        and not claim.is_disputed
        and not claim.unasked_because
    }
    return list(things)


def _rivals(
    dice: Random, knowledge: Knowledge, wrong: list[Option[Thing]], actor: Thing
) -> list[Option[Thing]]:
    """The three to set against an actor: of one setting, the most told of always in.

    The article tells most of two states. Were they not set against each other, naming
    one of them would nearly always be right.
    """

    def fame(option: Option[Thing]) -> int:
        return len(knowledge.claims_about(option.candidate.value))

    wrong = sorted(wrong, key=lambda option: (-fame(option), option.text))
    if actor.kind == "person":
        strangers = [o for o in wrong if o.candidate.value.region != actor.region]
        near = [o for o in wrong if o.candidate.value.region == actor.region]
        dice.shuffle(near)
        return (near + strangers)[:3]
    return [*wrong[:1], *dice.sample(wrong[1:], min(2, len(wrong) - 1))]


def _candidates(
    knowledge: Knowledge, claim: Claim[Thing], pool: list[Thing]
) -> list[Candidate[Thing]]:
    candidates = []
    for thing in pool:
        told = told_of(knowledge, thing, first="done-by") or _held(knowledge, thing)
        if told and thing != claim.value:
            candidates.append(
                Candidate(
                    thing.name,
                    claim.predicate,
                    claim.subject,
                    thing,
                    truth=told.statement,
                    claim=told.key,
                    page=told.page,
                )
            )
    return candidates


def _held(knowledge: Knowledge, post: Thing) -> Claim[Thing] | None:
    """Who holds a post, as the thing to tell of it."""
    return next(iter(knowledge.slot(HELD_BY, post)), None)
