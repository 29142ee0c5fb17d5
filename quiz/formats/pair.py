"""Which came first: two things, and one of them was earlier."""

from quiz.formats.choice import Choice


class Pair(Choice):
    """As a choice of one; both are true, and are told with their dates."""

    slug = "pair"
