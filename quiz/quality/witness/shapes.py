"""What makes an answer of each shape the only right one. Yields what is amiss."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from quiz.quality.witness.rows import (
    Row,
    Rows,
    Time,
    Truth,
    names_of,
    own_name,
    plain,
)
from quiz.quality.witness.times import Span, stored, written
from quiz.quality.witness.truths import Judge

Faults = Iterator[str]
UNREADABLE = "the question cannot be read"
WORDS = {True: "true", False: "false", None: "unknown"}


def texts(options: Sequence[dict]) -> list[str]:
    return [option["text"] for option in options]


def just(
    truths: Sequence[Truth], rights: Iterable[int], names: Sequence[str]
) -> Faults:
    """Exactly the stored ones are true, and every other is false."""
    rights = set(rights)
    if rights - set(range(len(truths))):
        yield f"the solution {sorted(rights)} is no place of an option"
    for place, truth in enumerate(truths):
        if truth is not (place in rights):
            stored_as = "right" if place in rights else "wrong"
            yield f"{names[place]!r} is {WORDS[truth]}, and counts as {stored_as}"


def one_time(found: Sequence[Time]) -> Faults:
    if len(found) != 1:
        yield f"it speaks of {len(found)} things, not of one"


def judged(judge: Judge, options: Sequence[dict], rights: Iterable[int]) -> Faults:
    names = texts(options)
    yield from just([judge(name) for name in names], rights, names)


def dates(time: Time, options: Sequence[dict], solution: int) -> Faults:
    """One of the dates written is when it was."""
    names = texts(options)
    read = [written(name) for name in names]
    truths = [time.within(date) if date else None for date in read]
    yield from just(truths, [solution], names)


def dated(time: Time, parts: int, solution: str) -> Faults:
    """The date to be typed is as exact as it is asked for, and the only one known."""
    asked = stored(solution)
    if asked is None or asked.parts != parts:
        yield f"{solution!r} is not a date as exact as it is asked for"
    elif time.within(asked) is not True or len(set(time.known)) != 1:
        yield f"{solution} is {WORDS[time.within(asked)]}"
    elif parts > time.known[0].parts:
        yield "more is asked for than is known"


def first(times: Sequence[Time], solution: int, names: Sequence[str]) -> Faults:
    """The one that comes before all others."""
    truths = [comes_first(time, times) for time in times]
    yield from just(truths, [solution], names)


def comes_first(time: Time, times: Sequence[Time]) -> Truth:
    apart = [time.before(other) for other in times if other is not time]
    if all(apart):
        return True
    return False if False in apart else None


def sequence(
    times: Sequence[Time], ranks: Sequence[int], names: Sequence[str]
) -> Faults:
    """One total order, and it is the stored one."""
    if sorted(ranks) != list(range(len(times))):
        yield f"{ranks} is no order"
        return
    order = sorted(range(len(times)), key=ranks.__getitem__)
    for here, there in pairwise(order):
        if times[here].before(times[there]) is not True:
            yield f"{names[here]!r} is not surely before {names[there]!r}"


def pairing(
    matrix: Sequence[Sequence[Truth]], solution: Sequence[int], names: Sequence[str]
) -> Faults:
    """One perfect matching: each row has one true answer, and no two share it."""
    if len(set(solution)) < len(solution) or len(solution) != len(matrix):
        yield f"{solution} is no matching"
        return
    for row, place in zip(matrix, solution, strict=True):
        yield from just(row, [place], names)


def gap(time: Time, after: Span | None, before: Span | None) -> Truth:
    """Whether it lies between two dates, either of which may be missing."""
    later = _later(time, after) if after else True
    earlier = _later_than(time, before) if before else True
    if later and earlier:
        return True
    return False if False in (later, earlier) else None


def _later(time: Time, date: Span) -> Truth:
    return Time((date,)).before(time)


def _later_than(time: Time, date: Span) -> Truth:
    return time.before(Time((date,)))


def named(
    rows: Rows, option: dict, kind: str, judge: Judge, among: set[str] | None = None
) -> Faults:
    """The forms accepted are of the one thing that is right, and what cannot be ruled
    out is neither right nor wrong. Only what is `among` these need be judged."""
    rights: list[Row] = []
    open_ones: list[Row] = []
    for row in rows.all_of(kind):
        if among is not None and row.slug not in among and row.slug not in rows.unclear:
            continue
        truth = judge(own_name(row))
        (rights if truth else open_ones if truth is None else []).append(row)
    if len(rights) != 1:
        yield f"{[str(row) for row in rights]} are right, not one"
        return
    yield from accepted(rows, option, rights[0], kind)
    taken = {plain(form) for form in (*option["accepts"], *option["open"])}
    for row in open_ones:
        if plain(own_name(row)) not in taken:
            yield f"{own_name(row)} cannot be ruled out, and would count as wrong"


def _squeezed(text: str) -> str:
    return plain(text).replace(" ", "")


def accepted(rows: Rows, option: dict, right: Row, *kinds: str) -> Faults:
    """Its own name is taken, and no name of anything else of its kind."""
    forms = {plain(form) for form in option["accepts"]}
    own = {_squeezed(name) for name in names_of(right)}
    if own.isdisjoint(map(_squeezed, forms)):
        yield f"no name of {right} is accepted"
    if plain(option["text"]) not in set(map(plain, names_of(right))):
        yield f"{option['text']!r} is no name of {right}"
    for form in sorted(forms):
        others = rows.slugs(form, *kinds) - {right.slug}
        if others:
            yield f"{form!r} names {sorted(others)} too"
