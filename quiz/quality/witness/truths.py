"""Is it so? Of each answer to each kind of question, from the rows and nothing else."""

import re
from collections.abc import Callable, Iterable

from quiz.quality.witness.happenings import unattributed
from quiz.quality.witness.rows import (
    HELPS_IN_GENERAL,
    Row,
    Rows,
    Told,
    Truth,
    plain,
    spans,
    stands,
    told_when,
)
from quiz.quality.witness.times import Span, written

Judge = Callable[[str], Truth]

PARTNER = (
    (
        r"with which (?:of these )?states? did albania establish relations",
        "established",
    ),
    (
        r"with which (?:of these )?states? did (?:albania’s )?relations begin de facto \(in practice\)",
        "de-facto",
    ),
    (
        r"with which (?:of these )?states? did (?:albania’s )?relations begin de jure \(in law\)",
        "de-jure",
    ),
    (
        r"with which (?:of these )?states? (?:were relations re-established"
        r"|did albania re-establish relations)",
        "re-established",
    ),
    (
        r"with which (?:of these )?states? (?:were relations severed"
        r"|did albania sever relations|were albania’s relations severed)",
        "severed",
    ),
    (
        r"(?:which of these organisations did albania enter"
        r"|what is the name of the organisation that albania entered)",
        "joined",
    ),
    (
        r"(?:with which of these organisations did albania establish relations"
        r"|what is the name of the organisation with which albania established relations)",
        "established",
    ),
)
TIMED = re.compile(r"(.+) (?:in|on) ((?:\d{1,2} )?(?:[a-z]+ )?\d{4})\?")
SIGNED = re.compile(
    r"(?:with which (?:of these )?states? did albania sign"
    r"|which of these people signed|who signed) (.+?)"
    r"(?: (?:in|on) ((?:\d{1,2} )?(?:[a-z]+ )?\d{4}))?(?: together with (.+))?\?"
)
SEVERAL = re.compile(r"\b(which) (?:two|three|four|five) (?=of these\b)")


def partner(rows: Rows, stem: str) -> tuple[str, Span] | None:
    """The kind of step a question asks the partner of, and when it was."""
    match = TIMED.fullmatch(unattributed(stem))
    asked = written(match[2]) if match else None
    for pattern, kind in PARTNER:
        if match and asked and re.fullmatch(pattern, match[1]):
            return kind, asked
    return None


def with_whom(rows: Rows, kind: str, asked: Span) -> Judge:
    def judge(name: str) -> Truth:
        side = rows.slug(name, "country", "organization")
        if side is None:
            return None
        time = rows.step(side, kind)
        if any(map(asked.meets, time.rumoured)) and not time.within(asked):
            return None
        return True if time.within(asked) else _is_apart(time.known, asked)

    return judge


def _is_apart(known: Iterable[Span], asked: Span) -> Truth:
    known = list(known)
    return False if known and not any(map(asked.meets, known)) else None


def deeds_asked(rows: Rows, stem: str) -> list[Row]:
    """The deeds a question may ask the doer of."""
    return rows.by(_deeds_by_question).get(unattributed(stem), [])


def _deeds_by_question(rows: Rows) -> Told:
    return ((unattributed(_question(row)), row) for row in rows.deeds)


def _question(row: Row) -> str:
    who = "who" if row.person else "which state"
    return row.asks or f"{who} {row.deed}{told_when(row)}?"


def deeds_told(rows: Rows, prompt: str) -> list[Row]:
    """The deeds a line may tell, "… invaded Ukraine", with its year or without."""
    return rows.by(_deeds_by_words).get(prompt.removeprefix("…").strip(), [])


def _deeds_by_words(rows: Rows) -> Told:
    for row in rows.deeds:
        for text in {row.deed, f"{row.deed}{told_when(row)}"}:
            yield text, row


def done_by(rows: Rows, asked: list[Row]) -> Judge:
    """Deeds of one kin may be true of each other's doers, so they prove nothing."""
    suspected = suspects(rows, asked)

    def judge(name: str) -> Truth:
        slug = rows.slug(name, "country", "organization", "person")
        if slug is None:
            return None
        if any(doer(row) == slug and stands(row) for row in asked):
            return True
        return None if slug in suspected else False

    return judge


def suspects(rows: Rows, asked: list[Row]) -> set[str]:
    """Whoever did one of the deeds, or may have: of anybody else they are not true."""
    akin = rows.by(_deeds_by_kin)
    kins = {row.kin for row in asked} - {""}
    alike = [*asked, *(row for kin in kins for row in akin[kin])]
    covered = {state.slug for row in alike for state in row.covers.all()}
    return covered | {HELPS_IN_GENERAL} | {doer(row) for row in alike}


def _deeds_by_kin(rows: Rows) -> Told:
    return ((row.kin, row) for row in rows.deeds)


def doer(row: Row) -> str:
    actor = row.country or row.organization or row.person
    return actor.slug if actor else ""


def roll_asked(rows: Rows, stem: str) -> list[Row]:
    text = plain(SEVERAL.sub(r"\1 ", stem.casefold()))
    return rows.by(_rolls_by_question).get(text, [])


def _rolls_by_question(rows: Rows) -> Told:
    return ((plain(row.question), row) for row in rows.rolls if row.question)


def on_roll(rows: Rows, roll: Row) -> Judge:
    entries = list(roll.entries.all())
    covers = {state.slug for state in roll.covers.all()}
    kins = {entry.kin for entry in entries} - {""}

    def judge(text: str) -> Truth:
        found = [entry for entry in entries if _is_entry(rows, entry, text)]
        if found:
            return True if all(stands(entry) for entry in found) else None
        slug = rows.slug(text, "country")
        is_possible = slug in covers or bool(kins & _kins(rows, text))
        return None if is_possible or not roll.is_complete else False

    return judge


def _is_entry(rows: Rows, entry: Row, text: str) -> bool:
    if entry.country:
        return entry.country.slug in rows.slugs(text, "country")
    return plain(entry.text) == plain(text)


def _kins(rows: Rows, text: str) -> set[str]:
    """What an entry in words is akin to, on whichever list it stands."""
    found = rows.by(_entries_by_words).get(plain(text), ())
    return {entry.kin for entry in found} - {""}


def _entries_by_words(rows: Rows) -> Told:
    for roll in rows.rolls:
        for entry in roll.entries.all():
            if not entry.country:
                yield plain(entry.text), entry


def member(rows: Rows) -> Judge:
    closed = rows.by(_closed_bodies)

    def judge(name: str) -> Truth:
        slug = rows.slug(name, "organization")
        row = rows.memberships.get(slug or "")
        if row is not None:
            return (row.status == "member") if stands(row) else None
        return False if slug in closed else None

    return judge


def _closed_bodies(rows: Rows) -> Told:
    return ((body.slug, body) for body in rows.bodies if body.closed_to_albania)


def holder(rows: Rows, title: str) -> Judge:
    """Who holds a post. Posts of one kin may be taken for each other."""
    asked = [office for office in rows.offices if plain(office.title) == plain(title)]
    kins = {office.kin for office in asked} - {""}

    def judge(name: str) -> Truth:
        slug = rows.slug(name, "person")
        if slug is None or not asked:
            return None
        held = rows.by(_offices_by_holder).get(slug, [])
        if any(office in asked and stands(office) for office in held):
            return True
        return None if kins & {office.kin for office in held} else False

    return judge


def _offices_by_holder(rows: Rows) -> Told:
    return ((office.person.slug, office) for office in rows.offices)


def post(rows: Rows, name: str) -> Judge:
    slug = rows.slug(name, "person")
    held = rows.by(_offices_by_holder).get(slug or "", [])
    kins = {office.kin for office in held} - {""}

    def judge(title: str) -> Truth:
        named = [row for row in rows.offices if plain(row.title) == plain(title)]
        if not held or not named:
            return None
        if any(office in held and stands(office) for office in named):
            return True
        return None if kins & {office.kin for office in named} else False

    return judge


def treaty_asked(rows: Rows, stem: str) -> tuple[list[Row], str]:
    """The treaties a question may ask the signatory of, and who is named beside."""
    match = SIGNED.fullmatch(unattributed(stem))
    if match is None:
        return [], ""
    name, date, beside = match.groups()
    asked = written(date) if date else None
    found = [
        row
        for row in rows.treaties
        if plain(row.blind_name) == plain(name)
        and (asked is None or any(map(asked.holds, spans([row.date]))))
    ]
    return found, beside or ""


def signatory(rows: Rows, treaty: Row, beside: str) -> Judge:
    signed = signers(treaty)

    def judge(name: str) -> Truth:
        slug = rows.slug(name, "country", "person")
        if slug is None or not stands(treaty):
            return None
        return slug in signed and slug not in rows.slugs(beside, "country", "person")

    return judge


def signers(treaty: Row) -> set[str]:
    return {(s.country or s.person).slug for s in treaty.signatories.all()}
