"""What to tell of an answer, and how to say a stem."""

from typing import Any

from quiz.questions.drafts import Candidate
from relations.claims import Claim, Layer, Thing
from relations.knowledge import Knowledge


def named_in(stem: str, thing: Thing) -> bool:
    """Whether the stem names the thing, by any of its names."""
    folded = stem.casefold()
    return any(
        name.casefold() in folded for name in (thing.name, *thing.aliases) if name
    )


TELLING = ("signed-by", "established", "done-by", "listed", "holds", "has-relations")


def told_of(knowledge: Knowledge, thing: Thing) -> Claim[Any] | None:
    """A claim that says what this thing is in the base, the most telling there is."""
    claims = [
        claim
        for claim in knowledge.claims_about(thing)
        if claim.predicate.slug in TELLING
        and claim.layer is Layer.DOCUMENT
        and not claim.is_disputed
        and not (claim.unasked_because and claim.predicate.slug == "done-by")
    ]
    return min(
        claims, key=lambda c: (TELLING.index(c.predicate.slug), c.key), default=None
    )


def as_article_has_it(stem: str, claim: Claim[Any]) -> str:
    """The stem, marked as the article's word where a reference gives another date."""
    if "another date" not in claim.remark:
        return stem
    return f"According to the article, {stem[0].lower()}{stem[1:]}"


def candidate_for(
    thing: Thing, claim: Claim[Any], told: Claim[Any] | None
) -> Candidate[Thing]:
    """A thing in the place of the claim's value, told of by the claim about it."""
    return Candidate(
        thing.name,
        claim.predicate,
        claim.subject,
        thing,
        truth=told.as_told
        if told
        else f"The article does not mention {thing.in_sentence}.",
        claim=told.key if told else "",
        page=thing.page or (told.page if told else ""),
    )
