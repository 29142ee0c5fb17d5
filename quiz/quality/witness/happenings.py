"""What a phrase or a question speaks of, found among the rows by its words alone."""

import re
from collections.abc import Iterator

from quiz.quality.witness.rows import Row, Rows, Time, Told, event_time, plain
from quiz.quality.witness.times import ASKED

STEP_PHRASES = (
    (re.compile(r"start of relations with (.+) de facto \(in practice\)"), "de-facto"),
    (re.compile(r"start of relations with (.+) de jure \(in law\)"), "de-jure"),
    (re.compile(r"(?:first )?start of relations with (.+)"), "established"),
    (re.compile(r"renewal of relations with (.+)"), "re-established"),
    (re.compile(r"break in relations with (.+)"), "severed"),
    (re.compile(r"albania joining (.+)"), "joined"),
)
STEP_QUESTIONS = (
    (r"did albania and (.+?) (?:first )?establish relations", "established"),
    (
        r"did albania[’'s]* relations with (.+) begin de facto \(in practice\)",
        "de-facto",
    ),
    (r"did albania[’'s]* relations with (.+) begin de jure \(in law\)", "de-jure"),
    (r"did albania and (.+) re-establish relations", "re-established"),
    (r"were relations between albania and (.+) severed", "severed"),
    (r"did albania enter (.+)", "joined"),
)
WHEN = re.compile(rf"({'|'.join(ASKED)}) (.+)\?")
ATTRIBUTED = re.compile(r"^according to the article, |, according to the article(?=\?)")


def unattributed(stem: str) -> str:
    """A question in small letters, without the word on whose word it is."""
    return ATTRIBUTED.sub("", stem.casefold())


def is_attributed(stem: str) -> bool:
    return "article" in stem.casefold()


def happenings(rows: Rows, phrase: str) -> list[Time]:
    """When everything was that a noun phrase may mean; one, if the phrase is clear."""
    bare = re.sub(r"^(the|an?) ", "", phrase.casefold().strip())
    found = [
        rows.step(side, kind)
        for pattern, kind in STEP_PHRASES
        if (match := pattern.fullmatch(bare))
        for side in rows.slugs(match[1], "country", "organization")
    ]
    return found + [event_time(row) for row in _bearing(rows, plain(bare))]


def _bearing(rows: Rows, name: str) -> Iterator[Row]:
    """Events and treaties of this name."""
    yield from rows.by(_named).get(name, ())


def _named(rows: Rows) -> Told:
    for row in rows.events:
        if row.name:
            yield plain(row.name), row
            yield f"start of {plain(row.name)}", row
    for row in rows.treaties:
        if row.date:
            yield f"signing of the {plain(row.in_sentence)}", row


def asked_when(rows: Rows, stem: str) -> tuple[list[Time], int]:
    """What a question asks the date of, and for how much of the date."""
    match = WHEN.fullmatch(unattributed(stem))
    if match is None:
        return [], 0
    asked, rest = match.groups()
    found = [
        rows.step(side, kind)
        for pattern, kind in STEP_QUESTIONS
        if (step := re.fullmatch(pattern, rest))
        for side in rows.slugs(step[1], "country", "organization")
    ]
    dated = rows.by(_asked).get(f"{{when}} {rest}?", ())
    return [*found, *map(event_time, dated)], ASKED[asked]


def _asked(rows: Rows) -> Told:
    for row in rows.events:
        yield unattributed(row.asks_when), row
    for row in rows.treaties:
        yield f"{{when}} was {row.in_sentence.casefold()} signed?", row
