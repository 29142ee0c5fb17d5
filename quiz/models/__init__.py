"""Questions as generated, quizzes as played."""

from quiz.models.attempts import (
    Answer,
    Attempt,
    AttemptQuerySet,
    Entry,
    Item,
    Learner,
)
from quiz.models.corrections import (
    Correction,
    CorrectionQuerySet,
    Regrade,
    RegradeQuerySet,
)
from quiz.models.disputes import LONGEST_TEXT, Dispute, DisputeQuerySet
from quiz.models.memory import (
    Difficulty,
    Memory,
    MemoryQuerySet,
    Review,
    Side,
    Skill,
)
from quiz.models.questions import OWN, Aspect, Format, Question, QuestionQuerySet, Topic
from quiz.models.sets import (
    SHARE_ALPHABET,
    Paper,
    PaperPlace,
    QuestionSet,
    QuestionSetQuerySet,
    share_code,
)

__all__ = [
    "LONGEST_TEXT",
    "OWN",
    "SHARE_ALPHABET",
    "Answer",
    "Aspect",
    "Attempt",
    "AttemptQuerySet",
    "Correction",
    "CorrectionQuerySet",
    "Difficulty",
    "Dispute",
    "DisputeQuerySet",
    "Entry",
    "Format",
    "Item",
    "Learner",
    "Memory",
    "MemoryQuerySet",
    "Paper",
    "PaperPlace",
    "Question",
    "QuestionQuerySet",
    "QuestionSet",
    "QuestionSetQuerySet",
    "Regrade",
    "RegradeQuerySet",
    "Review",
    "Side",
    "Skill",
    "Topic",
    "share_code",
]
