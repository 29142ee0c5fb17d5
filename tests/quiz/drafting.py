"""What families draft of what is known: drafted once, as the seed alone decides it."""

from functools import lru_cache

from quiz.questions import KINDS, Draft, Refusal
from relations.knowledge import Knowledge


def drafted(knowledge: Knowledge, *slugs: str, seed: int = 0) -> list[Draft]:
    """By the families of these slugs, or by all."""
    return [
        outcome
        for slug in slugs or KINDS
        for outcome in outcomes(knowledge, slug, seed)
        if isinstance(outcome, Draft)
    ]


def refused(knowledge: Knowledge, slug: str) -> dict[str, str]:
    """By the claim, why it is not asked."""
    return {
        outcome.claim: outcome.reason
        for outcome in outcomes(knowledge, slug, 0)
        if isinstance(outcome, Refusal)
    }


def afresh(
    knowledge: Knowledge, *slugs: str, seed: int = 0
) -> list[tuple[Draft | Refusal, ...]]:
    """All that comes of it, worked out again."""
    return [outcomes.__wrapped__(knowledge, slug, seed) for slug in slugs or KINDS]


@lru_cache(maxsize=256)
def outcomes(knowledge: Knowledge, slug: str, seed: int) -> tuple[Draft | Refusal, ...]:
    return tuple(KINDS[slug].drafts(knowledge, seed))
