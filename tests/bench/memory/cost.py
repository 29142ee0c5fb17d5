"""What an answer costs with all it leaves behind, on the database DATABASE_URL names.

`python -m tests.bench.memory.cost STEP [PATH]` writes what it measured as JSON; PATH is
where the step `catalogue` writes the questions.
"""

import datetime as dt
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from time import perf_counter, process_time
from typing import Any
from uuid import uuid4

import django

ANSWERS = 500
LENGTH = 10
THREADS = 30
THOUGHT = dt.timedelta(seconds=30)  # before each answer, as its times tell
NOW = dt.datetime(2025, 6, 1, 12, tzinfo=dt.UTC)


def catalogue(path: str) -> dict[str, Any]:
    from tests.bench.memory import catalogue

    questions = catalogue.shipped()
    catalogue.write(questions, Path(path))
    return {"questions": len(questions)}


def one_by_one() -> dict[str, Any]:
    """One learner after the other, quizzes of ten, every other answer right."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    taken: dict[str, list[float]] = defaultdict(list)
    before = process_time()
    for number in range(ANSWERS // LENGTH):
        for item, given, now in _to_answer(number):
            taken[item.format].append(_timed(item, given, now))
    worked = process_time() - before
    queries = []
    for item, given, now in _to_answer(ANSWERS):
        with CaptureQueriesContext(connection) as captured:
            _timed(item, given, now)
        queries.append(len(captured))
    return _times([time for times in taken.values() for time in times]) | {
        "worked_ms": round(1000 * worked / ANSWERS, 1),
        "queries": [min(queries), max(queries)],
        "by_format": {name: _times(taken[name]) for name in sorted(taken)},
    }


def at_once() -> dict[str, Any]:
    """So many threads, each a learner with a quiz of ten of its own."""
    quizzes = [list(_to_answer(number)) for number in range(THREADS)]
    barrier = Barrier(THREADS)
    start = perf_counter()
    with ThreadPoolExecutor(THREADS) as threads:
        told = list(threads.map(lambda quiz: _answered(quiz, barrier), quizzes))
    passed = perf_counter() - start
    taken = [time for times, _ in told for time in times]
    return _times(taken) | {
        "threads": THREADS,
        "a_second": round(len(taken) / passed),
        "errors": [error for _, errors in told for error in errors],
    }


def _to_answer(seed: int) -> Iterator[tuple[Any, Any, dt.datetime]]:
    """The items of a new learner’s quiz, what to answer and when."""
    from quiz import starting
    from quiz.formats import FORMATS
    from quiz.models import Learner
    from quiz.selection import Blueprint
    from tests.factories import wrong

    attempt = starting.start(
        Learner.objects.create(),
        blueprint=Blueprint(length=LENGTH),
        title="Everything",
        seed=seed,
        now=NOW,
        token=uuid4(),
    )
    items = attempt.items.select_related("attempt__learner").order_by("position")
    for number, item in enumerate(items, start=1):
        right = FORMATS[item.format].right(item)
        yield item, right if number % 2 else wrong(item), NOW + number * THOUGHT


def _timed(item: Any, given: Any, now: dt.datetime) -> float:
    """How many seconds it took; a name that is asked for once more is given again."""
    from quiz import play
    from quiz.exceptions import LookAgain

    start = perf_counter()
    try:
        play.answer(item, given, now=now)
    except LookAgain:
        play.answer(item, given, now=now)
    return perf_counter() - start


def _times(seconds: list[float]) -> dict[str, Any]:
    ordered = sorted(seconds)
    return {
        "answers": len(ordered),
        "median_ms": round(1000 * ordered[len(ordered) // 2], 1),
        "p95_ms": round(1000 * ordered[len(ordered) * 95 // 100], 1),
    }


def _answered(quiz: list[Any], barrier: Barrier) -> tuple[list[float], list[str]]:
    """How long each answer took, up to the first that the database refused."""
    from django.db import Error, connection

    times: list[float] = []
    barrier.wait()
    try:
        times.extend(_timed(item, given, now) for item, given, now in quiz)
    except Error as error:
        return times, [f"{type(error).__name__}: {error}"]
    finally:
        connection.close()
    return times, []


STEPS = {step.__name__: step for step in (catalogue, one_by_one, at_once)}


def main() -> None:
    name, *more = sys.argv[1:]
    django.setup()
    sys.stdout.write(json.dumps(STEPS[name](*more)))


if __name__ == "__main__":
    main()
