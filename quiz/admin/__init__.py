"""Where teachers make sets, see results and check questions."""

from quiz.admin import attempts, question_sets, questions

__all__ = ["attempts", "question_sets", "questions"]
