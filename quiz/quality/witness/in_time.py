"""Questions on when things were, read by their words: one date, or several in order."""

import re
from collections.abc import Iterator, Sequence

from quiz.models import Question
from quiz.quality.witness import shapes
from quiz.quality.witness.happenings import (
    asked_when,
    happenings,
    is_attributed,
    unattributed,
)
from quiz.quality.witness.rows import Rows, Time
from quiz.quality.witness.shapes import UNREADABLE, Faults, texts
from quiz.quality.witness.times import stored, written

CONTESTED = (
    "the article's date is contested, and the question does not say it is its word"
)
FIRST_STATE = re.compile(
    r"which of these two states was the first to establish relations with albania\?"
)
IN_ORDER = re.compile(
    r"in which order did albania first establish relations with these states\?"
)
EACH_STATE = re.compile(
    r"(?:in which year|on what date) did albania establish relations with each of these states\?"
)
GAP = re.compile(r"before (.+)|after (.+)|between (.+) and (.+)")
ON_TIMELINE = re.compile(r"where on this timeline does (.+) belong\?")
FOR_THE_FIRST_TIME = ", for the first time"


def choose_date(rows: Rows, question: Question) -> Faults:
    found, _ = asked_when(rows, question.stem)
    yield from shapes.one_time(found)
    for time in found[:1]:
        yield from _contest(question, [time])
        yield from shapes.dates(time, question.options, question.solution)


def type_date(rows: Rows, question: Question) -> Faults:
    found, parts = asked_when(rows, question.stem)
    yield from shapes.one_time(found)
    for time in found[:1]:
        yield from _contest(question, [time])
        yield from shapes.dated(time, parts, question.solution)
        if written(question.options[0]["text"]) not in {None, *_stored(question)}:
            yield "the date told is not the date taken as right"


def _stored(question: Question) -> list:
    return [stored(question.solution)]


def _contest(question: Question, times: Sequence[Time]) -> Faults:
    if any(time.is_contested for time in times) and not is_attributed(question.stem):
        yield CONTESTED


def choose_first(rows: Rows, question: Question) -> Faults:
    names = texts(question.options)
    is_state = FIRST_STATE.fullmatch(unattributed(question.stem))
    if not is_state and unattributed(question.stem) != "which of these came first?":
        yield UNREADABLE
        return
    times = list(_times(rows, names, are_states=bool(is_state)))
    yield from _contest(question, times)
    yield from shapes.first(times, question.solution, names)


def put_in_order(rows: Rows, question: Question) -> Faults:
    names = texts(question.options)
    are_states = IN_ORDER.fullmatch(unattributed(question.stem))
    if (
        not are_states
        and "in which order did these come" not in question.stem.casefold()
    ):
        yield UNREADABLE
        return
    times = list(_times(rows, names, are_states=bool(are_states)))
    yield from _contest(question, times)
    yield from shapes.sequence(times, question.solution, names)


def _times(rows: Rows, names: Sequence[str], *, are_states: bool) -> Iterator[Time]:
    """When each was; what cannot be read has no time, and is before nothing."""
    for name in names:
        if are_states:
            slug = rows.slug(name.removesuffix(FOR_THE_FIRST_TIME), "country")
            yield rows.step(slug, "established") if slug else Time(())
        else:
            found = happenings(rows, name)
            yield found[0] if len(found) == 1 else Time(())


def place_on_timeline(rows: Rows, question: Question) -> Faults:
    match = ON_TIMELINE.fullmatch(unattributed(question.stem))
    found = happenings(rows, match[1]) if match else []
    yield from shapes.one_time(found)
    names = texts(question.options)
    for time in found[:1]:
        yield from _contest(question, [time])
        yield from _marks(rows, question)
        gaps = [_gap(name) for name in names]
        lies = [shapes.gap(time, *ends) if ends else None for ends in gaps]
        yield from shapes.just(lies, [question.solution], names)


def _gap(text: str) -> tuple | None:
    match = GAP.fullmatch(text)
    if match is None:
        return None
    before, after, start, end = (written(g) if g else None for g in match.groups())
    return after or start, before or end


def _marks(rows: Rows, question: Question) -> Faults:
    """The dates between the gaps are those of the marks, in their order."""
    gaps = [_gap(name) for name in texts(question.options)]
    for place, mark in enumerate(question.prompts):
        time = next(_times(rows, [mark["text"]], are_states=False))
        ends = gaps[place], gaps[place + 1]
        if not all(ends) or {(ends[0] or ())[1], (ends[1] or ())[0]} != set(time.known):
            yield f"the timeline misplaces {mark['text']!r}"


def match_dates(rows: Rows, question: Question) -> Faults:
    if not EACH_STATE.fullmatch(unattributed(question.stem)):
        yield UNREADABLE
        return
    names = texts(question.prompts)
    times = list(_times(rows, names, are_states=True))
    yield from _matched_in_time(question, times)


def match_events(rows: Rows, question: Question) -> Faults:
    if unattributed(question.stem) != "in which year was each of these?":
        yield UNREADABLE
        return
    times = list(_times(rows, texts(question.prompts), are_states=False))
    yield from _matched_in_time(question, times)


def _matched_in_time(question: Question, times: Sequence[Time]) -> Faults:
    yield from _contest(question, times)
    names = texts(question.options)
    asked = [written(name) for name in names]
    matrix = [[time.within(d) if d else None for d in asked] for time in times]
    yield from shapes.pairing(matrix, question.solution, names)
