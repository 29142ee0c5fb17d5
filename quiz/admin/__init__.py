"""Where teachers make sets, see results, check questions and answer objections."""

from quiz.admin import attempts, corrections, disputes, question_sets, questions

__all__ = ["attempts", "corrections", "disputes", "question_sets", "questions"]
