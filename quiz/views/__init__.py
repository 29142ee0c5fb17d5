"""HTTP in, HTTP out. A GET is always a whole page; only answering sends a part."""

from quiz.views.corrections import corrected, read_corrections
from quiz.views.disputes import dispute_item, objections, read_answer
from quiz.views.entering import enter
from quiz.views.fairness import fairness_figures, fairness_page
from quiz.views.flashcards import flashcards
from quiz.views.front import home, try_question
from quiz.views.installing import manifest, offline, robots, service_worker
from quiz.views.passport import passport
from quiz.views.playing import answer_item, attempt, item, practise, result
from quiz.views.progress import forget, history_csv, history_json, progress
from quiz.views.record import calibration, scores
from quiz.views.reviewing import ready, review, start_ready, start_review
from quiz.views.starting import (
    question_set,
    start_dossier,
    start_quiz,
    start_set,
    topics,
)

__all__ = [
    "answer_item",
    "attempt",
    "calibration",
    "corrected",
    "dispute_item",
    "enter",
    "fairness_figures",
    "fairness_page",
    "flashcards",
    "forget",
    "history_csv",
    "history_json",
    "home",
    "item",
    "manifest",
    "objections",
    "offline",
    "passport",
    "practise",
    "progress",
    "question_set",
    "read_answer",
    "read_corrections",
    "ready",
    "result",
    "review",
    "robots",
    "scores",
    "service_worker",
    "start_dossier",
    "start_quiz",
    "start_ready",
    "start_review",
    "start_set",
    "topics",
    "try_question",
]
