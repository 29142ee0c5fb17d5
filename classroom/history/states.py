"""Former states as they were kept, whatever they are of."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Model, Prefetch

from quiz.models import Question
from relations.models import Country

MEMBERS: dict[str, tuple[str, type[Model]]] = {
    "countries": ("country_id", Country),
    "pinned": ("question_id", Question),
    "excluded": ("question_id", Question),
    "shared_with": ("user_id", get_user_model()),
    "teachers": ("user_id", get_user_model()),
}
GONE = "one that is gone"


class NoSuchState(Exception):
    """Of that number none was kept."""


def records(row: Any) -> list[Any]:
    """All that was kept of it, the earliest first."""
    kept = row.history.order_by("history_date", "history_id")
    model = row.history.model
    lists = (
        Prefetch(f"{model._meta.model_name}_{name}_set", to_attr=_kept(name))
        for name in lists_of(row)
    )
    return [*kept.prefetch_related(*lists)]


def record(row: Any, number: int) -> Any:
    """The n-th that was kept."""
    kept = records(row)
    if not 1 <= number <= len(kept):
        raise NoSuchState(f"{row} has no state {number}")
    return kept[number - 1]


def lists_of(row: Any) -> list[str]:
    """The lists that are kept with it."""
    return [field.name for field in row.history.model._history_m2m_fields]


def _kept(name: str) -> str:
    return f"{name}_kept"


def members(record: Any, name: str) -> list[int]:
    """The keys of what stood in a list, gone or not."""
    column, _ = MEMBERS[name]
    return [getattr(one, column) for one in getattr(record, _kept(name))]


def listed(record: Any, name: str) -> list[int]:
    """The keys of what stood in a list; what is no more there is left out."""
    _, model = MEMBERS[name]
    found = model._default_manager.filter(pk__in=members(record, name))
    return [*found.values_list("pk", flat=True)]


def names(kept: Sequence[Any], name: str) -> dict[int, str]:
    """What everything is called that ever stood in a list, in one query."""
    _, model = MEMBERS[name]
    pks = {pk for record in kept for pk in members(record, name)}
    found = model._default_manager.in_bulk(pks)
    return {pk: str(found[pk]) if pk in found else GONE for pk in pks}
