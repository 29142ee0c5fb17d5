"""Former states of sets and questions, as they were kept and as they are read."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Model, Prefetch

from quiz.admin.forms import family_label
from quiz.models import Format, Question, QuestionSet, Topic
from quiz.writing import WRITERS, notation
from relations.models import Country

Words = dict[str, str]  # what is called how, and what it was

SET_FIELDS = ["title", *QuestionSet.RECIPE]
SET_LISTS = ["countries", "pinned", "excluded"]
WORDING = ["edited_stem", "edited_explanation", "edited_version", "status"]
WORDING += ["retired_because"]
MEMBERS: dict[str, tuple[str, type[Model]]] = {
    "countries": ("country_id", Country),
    "pinned": ("question_id", Question),
    "excluded": ("question_id", Question),
    "shared_with": ("user_id", get_user_model()),
}
GONE = "one that is gone"


def records(row: Any) -> list[Any]:
    """All that was kept of it, the earliest first."""
    kept = row.history.order_by("history_date", "history_id")
    model = row.history.model
    lists = (
        Prefetch(
            f"{model._meta.model_name}_{field.name}_set", to_attr=_kept(field.name)
        )
        for field in model._history_m2m_fields
    )
    return [*kept.prefetch_related(*lists)]


def _kept(name: str) -> str:
    return f"{name}_kept"


def _members(record: Any, name: str) -> list[int]:
    """The keys of what stood in a list, gone or not."""
    column, _ = MEMBERS[name]
    return [getattr(one, column) for one in getattr(record, _kept(name))]


def listed(record: Any, name: str) -> list[int]:
    """The keys of what stood in a list; what is no more there is left out."""
    _, model = MEMBERS[name]
    found = model._default_manager.filter(pk__in=_members(record, name))
    return [*found.values_list("pk", flat=True)]


def in_words(row: QuestionSet | Question, kept: Sequence[Any]) -> list[Words]:
    if isinstance(row, Question):
        return [_question(record) for record in kept]
    names = {name: _names(kept, name) for name in MEMBERS}
    return [_set(record, names) for record in kept]


def _names(kept: Sequence[Any], name: str) -> dict[int, str]:
    """What everything is called that ever stood in a list, in one query."""
    _, model = MEMBERS[name]
    pks = {pk for record in kept for pk in _members(record, name)}
    found = model._default_manager.in_bulk(pks)
    return {pk: str(found[pk]) if pk in found else GONE for pk in pks}


def _set(record: Any, names: dict[str, dict[int, str]]) -> Words:
    def members(name: str) -> str:
        return "; ".join(sorted(names[name][pk] for pk in _members(record, name)))

    shares = record.shares.items()
    return {
        "Title": record.title,
        "Number of questions": str(record.length),
        "Topics": ", ".join(Topic(one).label for one in record.topics if one in Topic),
        "Kinds of question": ", ".join(map(family_label, record.families)),
        "Ways of answering": ", ".join(Format(one).label for one in record.formats),
        "Countries": members("countries"),
        "Decades": ", ".join(f"{decade}s" for decade in record.decades),
        "Difficulty": record.get_difficulty_display(),
        "Of each topic": ", ".join(f"{Topic(one).label}: {n}" for one, n in shares),
        "Papers": record.get_papers_display(),
        "Parallel papers": str(record.paper_count),
        "Questions shuffled": _yes_or_no(is_so=record.shuffles_questions),
        "Answers shuffled": _yes_or_no(is_so=record.shuffles_options),
        "Always asked": members("pinned"),
        "Never asked": members("excluded"),
        "Shared with": members("shared_with"),
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


def _yes_or_no(*, is_so: bool) -> str:
    return "yes" if is_so else "no"
