"""Two forms at once: a pupil starts one attempt, not two."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connection

from classroom.models import Sitting
from classroom.sitting import starting
from tests.classroom.factories import make_assignment
from tests.factories import NOW, make_learner, make_question

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_starts_at_once_are_one_attempt():
    for _ in range(4):
        make_question()
    assignment, learner = make_assignment(attempts_allowed=1), make_learner()

    def start(_):
        try:
            return starting.start(assignment, learner, seed=1, now=NOW, token=uuid4())
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as both:
        made = list(both.map(start, range(2)))

    assert made[0] == made[1] == Sitting.objects.get()
