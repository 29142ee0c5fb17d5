"""Former states as they are read: what is called how, and what it was."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime

from classroom.history import states
from classroom.history.states import GONE
from classroom.models import Assignment, SchoolClass
from quiz.admin.forms import family_label
from quiz.models import Format, Question, QuestionSet, Topic
from quiz.writing import WRITERS, notation

Words = dict[str, str]
Names = Mapping[str, Mapping[int, str]]  # by list, of what stood in it
Row = QuestionSet | Question | SchoolClass | Assignment

ANOTHER = "another class"


def of(row: Row, kept: Sequence[Any], seen_by: Any) -> list[Words]:
    """Of each state, in as many queries for one as for all."""
    if isinstance(row, Question):
        return [_question(record) for record in kept]
    if isinstance(row, Assignment):
        classes = _classes(row, kept, seen_by)
        return [_terms(record, classes) for record in kept]
    names = {name: states.names(kept, name) for name in states.lists_of(row)}
    tell = _class if isinstance(row, SchoolClass) else _set
    return [tell(record, names) for record in kept]


def _set(record: Any, names: Names) -> Words:
    shares = record.shares.items()
    return {
        "Title": record.title,
        "Number of questions": str(record.length),
        "Topics": ", ".join(Topic(one).label for one in record.topics if one in Topic),
        "Kinds of question": ", ".join(map(family_label, record.families)),
        "Ways of answering": ", ".join(Format(one).label for one in record.formats),
        "Countries": _members(record, names, "countries"),
        "Decades": ", ".join(f"{decade}s" for decade in record.decades),
        "Difficulty": record.get_difficulty_display(),
        "Of each topic": ", ".join(f"{Topic(one).label}: {n}" for one, n in shares),
        "Papers": record.get_papers_display(),
        "Parallel papers": str(record.paper_count),
        "Questions shuffled": _yes_or_no(is_so=record.shuffles_questions),
        "Answers shuffled": _yes_or_no(is_so=record.shuffles_options),
        "Always asked": _members(record, names, "pinned"),
        "Never asked": _members(record, names, "excluded"),
        "Shared with": _members(record, names, "shared_with"),
        "Status": record.get_status_display(),
    }


def _question(record: Any) -> Words:
    words = {
        "Question": record.edited_stem or record.generated_stem,
        "Explanation": record.edited_explanation or record.generated_explanation,
        "Use": record.get_status_display(),
        "Why out of use": record.retired_because,
    }
    if not record.is_written:
        return words
    plain = WRITERS[record.format].plain(record)
    answer = " ".join(filter(None, [plain.get("answer", ""), plain.get("unit", "")]))
    source = record.sources[0]
    return words | {
        "Topic": record.get_topic_display(),
        "Answer": answer,
        "Other names": plain.get("others", ""),
        "Answers": notation.written(plain.get("lines", ())),
        "A rough figure": _yes_or_no(is_so=plain.get("is_rough", False)),
        "Source": " ".join(filter(None, [source["locator"], source["page"]])),
    }


def _class(record: Any, names: Names) -> Words:
    archived_at = record.archived_at
    return {
        "Name": record.name,
        "Board": "on" if record.shows_board else "off",
        "Archived": f"since {_moment(archived_at)}" if archived_at else "no",
        "Teachers": _members(record, names, "teachers"),
    }


def _terms(record: Any, classes: Mapping[int | None, str]) -> Words:
    minutes, allowed = record.minutes, record.attempts_allowed
    return {
        "For": classes[record.school_class_id],
        "Opens": _moment(record.opens_at) if record.opens_at else "at once",
        "Closes": _moment(record.closes_at) if record.closes_at else "never",
        "Time limit": _counted(minutes, "minute") if minutes else "none",
        "Tells what was right": record.get_tells_display(),
        "Attempts allowed": str(allowed) if allowed else "as many as they like",
        "Which attempt counts": record.get_counts_display(),
        "Asks how sure they are": _yes_or_no(is_so=record.marks_certainty),
    }


def _classes(
    row: Assignment, kept: Sequence[Any], seen_by: Any
) -> dict[int | None, str]:
    """For whom it ever was; a class that is somebody else's goes without its name."""
    pks = {record.school_class_id for record in kept} - {None}
    found = SchoolClass.objects.in_bulk(pks)
    taught = SchoolClass.objects.taught_by(seen_by).filter(pk__in=pks)
    shown = {row.school_class_id, *taught.values_list("pk", flat=True)}
    names = {pk: _name(found.get(pk), is_shown=pk in shown) for pk in pks}
    return {None: "whoever has the link"} | names


def _name(school_class: SchoolClass | None, *, is_shown: bool) -> str:
    if school_class is None:
        return GONE
    return school_class.name if is_shown else ANOTHER


def _members(record: Any, names: Names, name: str) -> str:
    return "; ".join(sorted(names[name][pk] for pk in states.members(record, name)))


def _moment(moment: dt.datetime) -> str:
    return date_format(localtime(moment), "j F Y, H:i")


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _yes_or_no(*, is_so: bool) -> str:
    return "yes" if is_so else "no"
