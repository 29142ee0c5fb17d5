"""What is read from whole tables, kept for as long as they hold the very same rows.

Every process keeps its own, and looks at the rows each time: nothing has to tell it of
a change, so it cannot miss one, and reading rows costs a fraction of what is made of
them.
"""

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import Model

Made = TypeVar("Made")


class Remembered(Generic[Made]):
    """What `make` makes of some tables, made anew only when they have changed."""

    def __init__(self, make: Callable[[], Made], models: Iterable[type[Model]]) -> None:
        self._make = make
        self._tables = [model._meta.db_table for model in models]
        self._kept: tuple[list[Any], Made] | None = None  # replaced as a whole

    def __call__(self) -> Made:
        rows = [_rows(table) for table in self._tables]
        kept = self._kept
        if kept is None or kept[0] != rows:
            kept = self._kept = rows, self._make()
        return kept[1]


def _rows(table: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
        return cursor.fetchall()
