"""What a right answer that may be a guess counts as: Besa’s rule and two others."""

from collections.abc import Callable

from quiz.models import Review
from quiz.recall import spacing

SURER = 0.9  # where Besa asks for spacing.SURELY_KNOWN

Rule = Callable[[Review, float], int | None]  # given how likely it was known


def as_it_is(review: Review, known: float) -> int | None:
    """The rating that Besa gives."""
    return review.rating


def plain_good(review: Review, known: float) -> int | None:
    """Good for whatever is right, guessed or not."""
    if review.rating is None:
        return None
    return spacing.GOOD if review.is_right else spacing.AGAIN


def surer(review: Review, known: float) -> int | None:
    """Good only if it was known with nine chances in ten."""
    is_doubtful = known < SURER * (known + (1 - known) * review.chance)
    if review.rating == spacing.GOOD and is_doubtful and not review.is_sure:
        return spacing.HARD
    return review.rating
