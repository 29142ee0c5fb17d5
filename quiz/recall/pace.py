"""How long answering takes: what is typical, what is too quick, what one answer took."""

from quiz.models import Answer

# Seconds, by and large, with reading what comes back; by these a session is sized.
TYPICAL = {
    "choice": 15,
    "pair": 10,
    "order": 40,
    "timeline": 20,
    "match": 45,
    "several": 25,
    "roll": 120,
    "date": 20,
    "name": 20,
    "number": 15,
}
RAPID = 0.1  # of that; nobody reads a question in less


def shortest(format: str) -> float:
    """Seconds below which an answer was not thought about."""
    return max(1.0, RAPID * TYPICAL[format])


def seconds(answer: Answer) -> float | None:
    """Since the answer before it, or the start of the quiz; None if that tells nothing.

    The server does not know when a question came to be seen, so this is the most it
    can have taken. A quiz of one that starts with its answer tells nothing.
    """
    item = answer.item
    before = (
        Answer.objects.filter(
            item__attempt=item.attempt_id, item__position__lt=item.position
        )
        .order_by("-answered_at")
        .values_list("answered_at", flat=True)
        .first()
    )
    since = before or item.attempt.started_at
    taken = (answer.answered_at - since).total_seconds()
    return taken if taken > 0 else None
