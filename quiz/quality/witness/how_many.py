"""Questions on whole lists and on figures, read by their words."""

import re
from decimal import Decimal, InvalidOperation

from quiz.models import Question
from quiz.quality.witness import shapes, truths
from quiz.quality.witness.rows import Row, Rows, Told, plain, stands
from quiz.quality.witness.shapes import UNREADABLE, Faults, texts


def choose_amount(rows: Rows, question: Question) -> Faults:
    for figure in _figure(rows, question):
        names = texts(question.options)
        found = [_amounts_to(figure, name) for name in names]
        yield from shapes.just(found, [question.solution], names)
        return
    yield UNREADABLE


def type_amount(rows: Rows, question: Question) -> Faults:
    for figure in _figure(rows, question):
        if _amounts_to(figure, question.solution) is not True:
            yield f"{question.solution} is not what the article says"
        if _amounts_to(figure, question.options[0]["text"]) is not True:
            yield "the number told is not the number taken as right"
        return
    yield UNREADABLE


def _figure(rows: Rows, question: Question) -> list[Row]:
    found = rows.figures.get(question.stem, [])
    return found if len(found) == 1 and stands(found[0]) else []


def _amounts_to(figure: Row, text: str) -> truths.Truth:
    """Whether it is the number; about a number leaves a quarter open either way."""
    digits = re.match(r"[\d.,]+", text)
    try:
        number = Decimal(digits[0].replace(",", "") if digits else "")
    except InvalidOperation:
        return None
    if number == figure.amount:
        return True
    less, more = sorted([number, figure.amount])
    return None if figure.is_approximate and less * 5 >= more * 4 else False


def name_them_all(rows: Rows, question: Question) -> Faults:
    entries, disputed = _entries(rows, question)
    options = question.options
    if {plain(name) for name in texts(options)} != entries or len(options) != len(
        entries
    ):
        yield "the answers are not the entries of one list"
        return
    told = re.search(r"\d+(?= (?:states|organisations))", question.stem)
    if told and int(told[0]) != len(entries):
        yield f"{told[0]} are announced, and there are {len(entries)}"
    if question.solution != list(range(len(options))):
        yield "not every entry counts as right"
    kind = "organization" if "organisations" in question.stem else "country"
    for option in options:
        slug = rows.slug(option["text"], kind)
        for row in rows.by(SLUGS[kind]).get(slug or "", ()):
            yield from shapes.accepted(rows, option, row, kind)
    left = {plain(form) for option in options for form in option.get("open", ())}
    for name in disputed - left:
        yield f"{name!r} is disputed, and would count as wrong"


def _states_by_slug(rows: Rows) -> Told:
    return ((state.slug, state) for state in rows.countries)


def _bodies_by_slug(rows: Rows) -> Told:
    return ((body.slug, body) for body in rows.bodies)


SLUGS = {"country": _states_by_slug, "organization": _bodies_by_slug}


def _entries(rows: Rows, question: Question) -> tuple[set[str], set[str]]:
    """The entries of the list it must mean, and those that the article contradicts."""
    if "organisations" in question.stem:
        members = [row for row in rows.memberships.values() if row.status == "member"]
        listed = [(plain(row.organization.acronym), row) for row in members]
        return _sorted_out(listed)
    about = set(plain(question.stem).split())
    likeness = {
        roll.slug: len(about & set(plain(f"{roll.question} {roll.title}").split()))
        for roll in rows.rolls
        if roll.is_complete
    }
    best = max(likeness.values(), default=0)
    found = [roll for roll in rows.rolls if likeness.get(roll.slug) == best]
    if len(found) != 1:
        return set(), set()
    return _sorted_out([(plain(e.label), e) for e in found[0].entries.all()])


def _sorted_out(listed: list[tuple[str, Row]]) -> tuple[set[str], set[str]]:
    sure = {name for name, row in listed if stands(row)}
    return sure, {name for name, row in listed if not stands(row)}
