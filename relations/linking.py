"""The links between rows of fixtures that are many on both sides, written and undone."""

from typing import Any

from relations.fixtures import MODELS, Column, Row, Stored
from relations.models.base import Slugged

Name = tuple[type[Slugged], str]


def link(
    writes: list[Row],
    here: dict[type[Slugged], dict[str, Stored]],
    pks: dict[Name, int],
) -> None:
    """Write the many-to-many links, all of one kind at a time."""
    for model in MODELS:
        rows = [row for row in writes if row.model is model]
        columns: list[Column] = [*model._meta.many_to_many] if rows else []
        for column in columns:
            wanted: set[tuple[str, str]] = set()
            present: set[tuple[str, str]] = set()
            for row in rows:
                before = here[model].get(row.slug)
                wanted |= _pairs(column, row.slug, row.values)
                present |= _pairs(column, row.slug, before.values) if before else set()
            _unlink(column, present - wanted, pks)
            through = column.remote_field.through
            through.objects.bulk_create(
                through(**_ends(column, pair, pks)) for pair in sorted(wanted - present)
            )


def _pairs(column: Column, slug: str, values: dict[str, Any]) -> set[tuple[str, str]]:
    pairs = {(slug, other) for [other] in values[column.name]}
    if column.remote_field.symmetrical:
        pairs |= {(other, slug) for slug, other in pairs}
    return pairs


def _unlink(column: Column, pairs: set[tuple[str, str]], pks: dict[Name, int]) -> None:
    for pair in sorted(pairs):
        column.remote_field.through.objects.filter(**_ends(column, pair, pks)).delete()


def _ends(
    column: Column, pair: tuple[str, str], pks: dict[Name, int]
) -> dict[str, int]:
    return {
        column.m2m_column_name(): pks[column.model, pair[0]],
        column.m2m_reverse_name(): pks[column.related_model, pair[1]],
    }
