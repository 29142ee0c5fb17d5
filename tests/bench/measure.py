"""One step of the measuring, run in a process of its own so that its memory is its own.

`python -m tests.bench.measure STEP COPIES` works on the database that DATABASE_URL names
and writes what it measured as JSON.
"""

import json
import resource
import sys
from collections.abc import Iterable, Iterator
from random import Random
from time import perf_counter
from typing import Any

import django

DRAWS = 200
LENGTH = 10


class Watch:
    """Adds up the seconds between questions put to it."""

    def __init__(self) -> None:
        self._last = perf_counter()

    def lap(self) -> float:
        now = perf_counter()
        passed, self._last = now - self._last, now
        return round(passed, 3)


class Timed:
    """Things as they come, and how long it took to make them."""

    def __init__(self, things: Iterable[Any]) -> None:
        self._things = iter(things)
        self.seconds = 0.0

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        start = perf_counter()
        try:
            return next(self._things)
        finally:
            self.seconds += perf_counter() - start


def load(copies: int) -> dict[str, Any]:
    """Write the facts: the shipped ones, or made-up ones so many times as many."""
    from django.core.management import call_command

    from relations import fixtures, loading
    from relations.models.base import Fact
    from tests.bench import synthetic

    call_command("migrate", verbosity=0)
    rows = fixtures.read(fixtures.FOLDER)
    if copies > 1:
        rows = synthetic.rows(rows, copies=copies)
    watch = Watch()
    loading.load(rows)
    facts = sum(issubclass(row.model, Fact) for row in rows)
    return {"rows": len(rows), "facts": facts, "load": watch.lap()}


def pool(copies: int) -> dict[str, Any]:
    """From facts to stored questions."""
    from quiz import pool as quiz_pool
    from relations import reading

    watch = Watch()
    knowledge = reading.knowledge()
    read = watch.lap()
    drafts = Timed(quiz_pool.drafts(knowledge, seed=0))
    report = quiz_pool.store(drafts, knowledge)
    stored = watch.lap()
    return {
        "claims": len(knowledge.claims),
        "questions": report.active,
        "refused": len(report.flawed),
        "read": read,
        "draft": round(drafts.seconds, 3),
        "store": round(stored - drafts.seconds, 3),
    }


def audit(copies: int) -> dict[str, Any]:
    """Every question held against the facts again, reading them included.

    What is drawn and played is left out: it costs the same at every size.
    """
    from quiz.quality.audit import QUICK
    from quiz.quality.audit import audit as audited
    from relations import reading

    watch = Watch()
    found = audited(reading.knowledge(), scale=QUICK)
    errors = len(found.errors) + len(found.out_of_step)
    return {"audit": watch.lap(), "errors": errors}


def draw(copies: int) -> dict[str, Any]:
    """A quiz of ten, from everything and from each topic on its own."""
    from quiz.models import Topic

    drawn = {"draw": _draws(())}
    for topic in Topic.values:
        drawn[f"draw_{topic}"] = _draws((topic,))
    return drawn


def _draws(topics: tuple[str, ...]) -> dict[str, float]:
    from quiz import selection
    from quiz.selection import Blueprint

    dice = Random(0)
    blueprint = Blueprint(length=LENGTH, topics=topics)
    selection.draw_up_to(blueprint, 0)  # opens the database
    taken = []
    for _ in range(DRAWS):
        seed = dice.randrange(2**32)
        watch = perf_counter()
        questions = selection.draw_up_to(blueprint, seed)
        taken.append(1000 * (perf_counter() - watch))
    taken.sort()
    return {
        "questions": len(questions),
        "median_ms": round(taken[DRAWS // 2], 1),
        "p95_ms": round(taken[DRAWS * 95 // 100], 1),
    }


STEPS = {step.__name__: step for step in (load, pool, audit, draw)}


def main() -> None:
    name, copies = sys.argv[1:]
    django.setup()
    found = STEPS[name](int(copies))
    used = resource.getrusage(resource.RUSAGE_SELF)
    per_mb = 1024**2 if sys.platform == "darwin" else 1024
    found[f"{name}_mb"] = round(used.ru_maxrss / per_mb)
    found[f"{name}_cpu"] = round(used.ru_utime + used.ru_stime, 2)
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
