"""Questions as generated, quizzes as played."""

from quiz.models.attempts import (
    Answer,
    Attempt,
    AttemptQuerySet,
    Entry,
    Item,
    Learner,
)
from quiz.models.disputes import LONGEST_TEXT, Dispute, DisputeQuerySet
from quiz.models.questions import Aspect, Format, Question, QuestionQuerySet, Topic
from quiz.models.sets import SHARE_ALPHABET, QuestionSet, share_code

__all__ = [
    "LONGEST_TEXT",
    "SHARE_ALPHABET",
    "Answer",
    "Aspect",
    "Attempt",
    "AttemptQuerySet",
    "Dispute",
    "DisputeQuerySet",
    "Entry",
    "Format",
    "Item",
    "Learner",
    "Question",
    "QuestionQuerySet",
    "QuestionSet",
    "Topic",
    "share_code",
]
