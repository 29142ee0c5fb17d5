"""What the results of a thousand pupils cost: `python -m tests.bench.results`."""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench import site

ROUNDS = 5
SEED = 7


def build(pupils: int, length: int, attempts: int) -> tuple[str, str, str]:
    """A class that has sat a quiz; its code, the quiz's, and a question's key."""
    from django.db import transaction
    from django.utils import timezone

    from accounts.models import User
    from classroom.models import Assignment, SchoolClass
    from quiz import selection
    from quiz.models import QuestionSet
    from quiz.selection import Blueprint
    from tests.bench import crowd

    with transaction.atomic():
        now = timezone.now()
        teacher = User.objects.create_superuser("bench")
        school_class = SchoolClass.objects.create(name="Everybody")
        enrolments = crowd.enrol(school_class, pupils, now)
        questions = selection.draw(Blueprint(length=length), SEED)
        given = Assignment.objects.create(
            question_set=QuestionSet.objects.create(
                title="Measured", length=length, owner=teacher
            ),
            school_class=school_class,
            owner=teacher,
        )
        for number in range(attempts):
            crowd.sit(given, enrolments, questions, seed=number, now=now)
    return school_class.code, given.code, questions[0].key


def measured(client, address: str, **headers: str) -> str:
    """The middle time of some rounds, by the clock and of the processor; the queries."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    times, busy = [], []
    for _ in range(ROUNDS):
        begun, worked = time.perf_counter(), time.process_time()
        response = client.get(address, headers=headers)
        busy.append(1000 * (time.process_time() - worked))
        times.append(1000 * (time.perf_counter() - begun))
    with CaptureQueriesContext(connection) as captured:
        client.get(address, headers=headers)
    size = len(response.content) / 1000
    return (
        f"{statistics.median(times):7.0f} ms  {statistics.median(busy):7.0f} ms at work  "
        f"{len(captured):3} queries  {size:6.0f} kB  {response.status_code}"
    )


def report(
    say: Callable[[str], object], pupils: int, length: int, attempts: int
) -> None:
    say(f"{pupils} pupils, {length} questions, attempts of each: {attempts}")
    measure(say, *build(pupils, length, attempts))


def measure(
    say: Callable[[str], object], school_class: str, code: str, key: str
) -> None:
    from django.test import Client

    from accounts.models import User

    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(User.objects.get(username="bench"))
    live = f"/desk/results/{code}/"
    seen = client.get(live).headers["ETag"]
    say(f"{'results':12}{measured(client, live)}")
    say(f"{'last page':12}{measured(client, f'{live}?page=last')}")
    looked = measured(client, live, **{"if-none-match": seen})
    say(f"{'nothing new':12}{looked}")
    say(f"{'questions':12}{measured(client, f'{live}items/')}")
    say(f"{'one question':12}{measured(client, f'{live}items/{key}/')}")
    say(f"{'list':12}{measured(client, '/desk/results/')}")
    book = f"/desk/results/classes/{school_class}/"
    say(f"{'gradebook':12}{measured(client, book)}")
    say(f"{'marks, xlsx':12}{measured(client, f'{live}marks.xlsx')}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench-results", description=__doc__)
    parser.add_argument("--pupils", type=int, default=1000)
    parser.add_argument("--length", type=int, default=30)
    parser.add_argument("--attempts", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="besa-results-") as folder:
        site.prepare(Path(folder))
        site.fill()
        asked = (options.pupils, options.length, options.attempts)
        report(lambda line: sys.stdout.write(f"{line}\n"), *asked)


if __name__ == "__main__":
    main()
