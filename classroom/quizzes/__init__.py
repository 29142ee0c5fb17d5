"""Quizzes as teachers make them, hand them out, share them, and go back on them."""
