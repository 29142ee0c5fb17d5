"""Questions that a set always asks: pinned and unpinned here."""

from quiz.exceptions import NotEnoughQuestions
from quiz.models import Question, QuestionSet


def pin(question_set: QuestionSet, question: Question) -> None:
    """Always ask it, as far as the set is long enough."""
    if question_set.pinned.contains(question):
        return
    if question_set.pinned.count() >= question_set.length:
        raise NotEnoughQuestions(question_set.length + 1, question_set.length)
    question_set.excluded.remove(question)
    question_set.pinned.add(question)


def unpin(question_set: QuestionSet, question: Question) -> None:
    question_set.pinned.remove(question)
