"""Questions on who, what, which and how many, read by their words."""

import re

from quiz.models import Question
from quiz.quality.witness import shapes, truths
from quiz.quality.witness.happenings import unattributed
from quiz.quality.witness.rows import Row, Rows, Told, plain, stands
from quiz.quality.witness.shapes import UNREADABLE, Faults, texts


def choose_partner(rows: Rows, question: Question) -> Faults:
    asked = truths.partner(rows, question.stem)
    if asked is None:
        yield UNREADABLE
        return
    judge = truths.with_whom(rows, *asked)
    yield from shapes.judged(judge, question.options, [question.solution])


def type_partner(rows: Rows, question: Question) -> Faults:
    """What the article leaves undated cannot be meant; what it leaves unnamed could."""
    asked = truths.partner(rows, question.stem)
    if asked is None:
        yield UNREADABLE
        return
    kind, date = asked
    side = "organization" if "organisation" in question.stem else "country"
    if (
        side == "country"
        and kind == "established"
        and any(map(date.meets, rows.unnamed))
    ):
        yield "a row without a name has that date"

    def judge(name: str) -> truths.Truth:
        slug = rows.slug(name, side)
        known = rows.step(slug, kind).known if slug else ()
        return any(map(date.meets, known))

    among = {
        (row.country or row.organization).slug
        for row in rows.by(_steps_by_year).get(f"{kind} {date.first.year}", ())
    }
    yield from shapes.named(rows, question.options[0], side, judge, among)


def _steps_by_year(rows: Rows) -> Told:
    """Dates lie within a year, so what shares no year shares no day."""
    for (_, kind), steps in rows.steps.items():
        for row in steps:
            if row.date:
                yield f"{kind} {row.date.year}", row


def choose_doer(rows: Rows, question: Question) -> Faults:
    asked = truths.deeds_asked(rows, question.stem)
    if not asked:
        yield UNREADABLE
        return
    judge = truths.done_by(rows, asked)
    yield from shapes.judged(judge, question.options, [question.solution])


def type_doer(rows: Rows, question: Question) -> Faults:
    asked = truths.deeds_asked(rows, question.stem)
    if not asked:
        yield UNREADABLE
        return
    kind = "person" if asked[0].person else "country"
    judge = truths.done_by(rows, asked)
    among = truths.suspects(rows, asked)
    yield from shapes.named(rows, question.options[0], kind, judge, among)


def choose_listed(rows: Rows, question: Question) -> Faults:
    found = truths.roll_asked(rows, question.stem)
    if len(found) != 1:
        yield UNREADABLE
        return
    judge = truths.on_roll(rows, found[0])
    yield from shapes.judged(judge, question.options, _places(question))


def _places(question: Question) -> list[int]:
    solution = question.solution
    return solution if isinstance(solution, list) else [solution]


def choose_members(rows: Rows, question: Question) -> Faults:
    if "is Albania a member" not in question.stem:
        yield UNREADABLE
    judge = truths.member(rows)
    yield from shapes.judged(judge, question.options, _places(question))


def choose_holder(rows: Rows, question: Question) -> Faults:
    judge = truths.holder(rows, _title(question))
    yield from shapes.judged(judge, question.options, [question.solution])


def type_holder(rows: Rows, question: Question) -> Faults:
    judge = truths.holder(rows, _title(question))
    yield from shapes.named(rows, question.options[0], "person", judge)


def _title(question: Question) -> str:
    match = re.fullmatch(r"Whom does the article name as (.+)\?", question.stem)
    return match[1] if match else ""


def choose_post(rows: Rows, question: Question) -> Faults:
    match = re.fullmatch(r"Which post does the article give to (.+)\?", question.stem)
    judge = truths.post(rows, match[1] if match else "")
    yield from shapes.judged(judge, question.options, [question.solution])


def type_signatory(rows: Rows, question: Question) -> Faults:
    found, beside = truths.treaty_asked(rows, question.stem)
    if len(found) != 1:
        yield UNREADABLE
        return
    kind = "country" if "which state" in question.stem else "person"
    judge = truths.signatory(rows, found[0], beside or "Albania")
    among = truths.signers(found[0]) if stands(found[0]) else None
    yield from shapes.named(rows, question.options[0], kind, judge, among)


def type_acronym(rows: Rows, question: Question) -> Faults:
    match = re.fullmatch(
        r"Under which short name does the article list the (.+)\?", question.stem
    )
    asked = plain(match[1]) if match else ""
    yield from _body(rows, question, rows.by(_bodies_by_name).get(asked, []))


def type_full_name(rows: Rows, question: Question) -> Faults:
    match = re.fullmatch(
        r"(.+) is on the article’s list of memberships\. What is its full name\?",
        question.stem,
    )
    asked = match[1] if match else ""
    yield from _body(rows, question, rows.by(_bodies_by_acronym).get(asked, []))


def _bodies_by_name(rows: Rows) -> Told:
    return ((plain(body.name), body) for body in rows.bodies)


def _bodies_by_acronym(rows: Rows) -> Told:
    return ((body.acronym, body) for body in rows.bodies)


def _body(rows: Rows, question: Question, found: list[Row]) -> Faults:
    listed = [body for body in found if body.name and body.slug in rows.memberships]
    if len(listed) != 1:
        yield UNREADABLE
        return
    yield from shapes.accepted(rows, question.options[0], listed[0], "organization")


def match_doers(rows: Rows, question: Question) -> Faults:
    if not unattributed(question.stem).endswith("does the article say each of these?"):
        yield UNREADABLE
        return
    names = texts(question.options)
    judges = [_said_of(rows, prompt) for prompt in texts(question.prompts)]
    matrix = [[judge(name) for name in names] for judge in judges]
    yield from shapes.pairing(matrix, question.solution, names)


def _said_of(rows: Rows, prompt: str) -> truths.Judge:
    title = re.fullmatch(r"… is named as (.+)", prompt)
    if title:
        return truths.holder(rows, title[1])
    found = truths.deeds_told(rows, prompt)
    return truths.done_by(rows, found) if found else lambda name: None
