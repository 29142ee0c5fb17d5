"""A teacher's list of names: read with care, then made into accounts with slips.

All of a list or nothing: what cannot be used is said by line, and nobody is made.
"""

import codecs
import csv
import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from anyascii import anyascii
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import Q, QuerySet

from accounts import passwords
from accounts.models import User
from classroom.classes.enrolment import key_of
from classroom.models import Enrolment, SchoolClass
from quiz.models import Learner

LARGEST = 100_000  # bytes
MOST = 100  # names
LONGEST = Enrolment._meta.get_field("pseudonym").max_length or 0
LONGEST_USERNAME = 40
HEADINGS = {"name", "names", "pupil", "pupils", "student", "students", "first name"}
HEADINGS |= {"emri", "emër", "nxënësi", "nxënës"}

TOO_LARGE = f"This file is larger than {LARGEST // 1000} kB. A list of names is not."
A_WORKBOOK = (
    "This is a spreadsheet. Save it as CSV, or copy the names and paste them here."
)
NO_TEXT = "This file is not a list of names. Please give a CSV or text file."
NONE = "There is no name in it."
TOO_MANY = f"These are more than {MOST} names. Please make them class by class."
TOO_LONG = f"{{name}}: please keep the name to {LONGEST} characters."
TOO_SHORT = "“{name}” is no name: it needs at least two letters."
TWICE = "{name} stands twice in the list. Please tell the two apart."
IN_ALREADY = "{name} is in the class already."


@dataclass
class Roster:
    names: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)  # in sentences, with the line


@dataclass(frozen=True)
class Slip:
    """What is handed to a pupil; the password is nowhere else."""

    name: str
    username: str
    password: str


class RosterRefused(Exception):
    """Its text says, to the teacher, why the file cannot be read."""


def text_of(content: bytes) -> str:
    """The text of an uploaded file, whatever program saved it."""
    if len(content) > LARGEST:
        raise RosterRefused(TOO_LARGE)
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise RosterRefused(A_WORKBOOK)
    text = _decoded(content)
    if any(not char.isprintable() and char not in "\r\n\t" for char in text):
        raise RosterRefused(NO_TEXT)
    return text


def _decoded(content: bytes) -> str:
    """UTF-8, UTF-16 where it says so, or as spreadsheets on Windows save."""
    is_wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if is_wide else ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise RosterRefused(NO_TEXT)


def read(text: str, taken: Collection[str] = ()) -> Roster:
    """One pupil a line, blank ones left out. `taken` are keys of names in the class."""
    roster, seen = Roster(), set[str]()
    for line, name in _lines(text):
        if len(roster.names) >= MOST:
            roster.problems.append(TOO_MANY)
            break
        if problem := _problem(name, seen, taken):
            roster.problems.append(f"Line {line}: {problem}")
        seen.add(key_of(name))
        roster.names.append(name)
    if not roster.names:
        roster.problems.append(NONE)
    return roster


def _problem(name: str, seen: set[str], taken: Collection[str]) -> str:
    if len(name) > LONGEST:
        return TOO_LONG.format(name=name[:LONGEST] + "…")
    if sum(map(str.isalpha, name)) < 2:
        return TOO_SHORT.format(name=name)
    if key_of(name) in seen:
        return TWICE.format(name=name)
    return IN_ALREADY.format(name=name) if key_of(name) in taken else ""


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line with its number; of columns, the first two that hold words."""
    lines = text.splitlines()
    mark = max(";\t,", key=text.count)
    for number, line in enumerate(lines, start=1):
        cells = next(csv.reader([line], delimiter=mark), [])
        words = [" ".join(cell.split()) for cell in cells]
        named = [word for word in words if word and "@" not in word]
        if named and number == 1 and named[0].casefold() in HEADINGS:
            continue
        if named:
            spoken = [word for word in named if any(map(str.isalpha, word))]
            yield number, " ".join((spoken or named)[:2])


def enrol(
    school_class: SchoolClass, names: list[str], *, now: dt.datetime
) -> list[Slip]:
    """An account, a learner and a place in the class for each, all at once.

    Hashing takes a second or more, in which the database is not held.
    """
    chosen = [passwords.one_time() for _ in names]
    hashes = [make_password(password) for password in chosen]
    with transaction.atomic():
        usernames = _usernames(names)
        slips = list(map(Slip, names, usernames, chosen))
        _stored(school_class, slips, hashes, now)
    return slips


def _stored(
    school_class: SchoolClass, slips: list[Slip], hashes: list[str], now: dt.datetime
) -> None:
    users = User.objects.bulk_create(
        User(username=slip.username, password=hashed, has_one_time_password=True)
        for slip, hashed in zip(slips, hashes, strict=True)
    )
    learners = Learner.objects.bulk_create(Learner(user=user) for user in users)
    Enrolment.objects.bulk_create(
        Enrolment(
            school_class=school_class,
            learner=learner,
            pseudonym=slip.name,
            pseudonym_key=key_of(slip.name),
            joined_at=now,
            is_listed=True,
        )
        for learner, slip in zip(learners, slips, strict=True)
    )


def unused(school_class: SchoolClass) -> QuerySet[Enrolment]:
    """Of a list, and never signed in yet."""
    listed = school_class.enrolments.filter(is_listed=True)
    waiting = listed.filter(learner__user__has_one_time_password=True)
    return waiting.select_related("learner__user")


@transaction.atomic
def new_slips(school_class: SchoolClass) -> list[Slip]:
    """For all who have not used theirs, as when the printer failed."""
    found = [new_slip(own) for own in unused(school_class)]
    return [slip for slip in found if slip]


def new_slip(own: Enrolment) -> Slip | None:
    """A new one-time password; only for accounts that a list made."""
    user = own.learner.user
    if user is None or user.is_staff or not own.is_listed:
        return None
    return Slip(own.pseudonym, user.username, passwords.give_one_time(user))


def _usernames(names: Iterable[str]) -> list[str]:
    """From each name, in small letters, with a number where it is another's."""
    wished = [_plain(name) for name in names]
    alike = reduce(or_, (Q(username__startswith=base) for base in wished))
    taken = set(User.objects.filter(alike).values_list("username", flat=True))
    found = []
    for base in wished:
        username, number = base, 1
        while username in taken:
            number += 1
            username = f"{base}{number}"
        taken.add(username)
        found.append(username)
    return found


def _plain(name: str) -> str:
    letters = anyascii(name).lower().split()
    words = ["".join(filter(str.isalnum, word)) for word in letters]
    plain = ".".join(filter(None, words))[:LONGEST_USERNAME].strip(".")
    return plain if len(plain) >= 3 else f"pupil.{plain}".strip(".")
