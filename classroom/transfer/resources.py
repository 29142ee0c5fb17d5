"""How a table becomes rows of the database: what all three kinds have in common."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from import_export import resources
from import_export.instance_loaders import BaseInstanceLoader
from import_export.results import RowResult

from classroom.transfer.tables import Columns

TWICE = "This stands in the file twice; the first time was in row {row}."
YES_OR_NO = "“{text}” in “{name}” should be yes or no."
NUMBER = "“{text}” in “{name}” should be a number."
NONE_SUCH = "“{text}” in “{name}” is none of these: {choices}."
YES = {"yes", "true", "1", "po"}
NO = {"no", "false", "0", "", "jo"}


@dataclass
class Held:
    """One row on its way: what is there already, and what is to become of it."""

    there: Any = None
    wanted: Any = None
    pk: Any = field(default=None)

    def __str__(self) -> str:
        return str(self.there or self.wanted or "")


class Resource(resources.Resource):
    """Reads rows of the user's own, and writes by the rules and not by itself.

    A row that cannot be used raises ValidationError; anything else is a fault of ours.
    """

    columns: ClassVar[Columns]

    class Meta:
        use_transactions = True
        report_skipped = True
        skip_diff = True
        store_instance = True
        import_id_fields = ()
        instance_loader_class = BaseInstanceLoader

    def __init__(self, user: Any, *, now: dt.datetime) -> None:
        super().__init__()
        self.user, self.now = user, now
        self._seen = dict[str, int]()

    def find(self, row: dict[str, str]) -> Any:
        """What of the user's own the row is about, None for something new."""
        raise NotImplementedError

    def identity(self, row: dict[str, str]) -> str:
        """What two rows of one file may not share; nothing if they may be alike."""
        raise NotImplementedError

    def parse(self, row: dict[str, str], there: Any) -> Any:
        """What the row asks for."""
        raise NotImplementedError

    def is_same(self, there: Any, wanted: Any) -> bool:
        raise NotImplementedError

    def keep(self, there: Any, wanted: Any) -> None:
        raise NotImplementedError

    def out(self) -> Iterator[dict[str, str]]:
        """All that is the user's own, as rows."""
        raise NotImplementedError

    def get_or_init_instance(self, instance_loader, row):
        number = int(row["number"])
        if identity := self.identity(row):
            first = self._seen.setdefault(identity, number)
            if first != number:
                raise ValidationError(TWICE.format(row=first))
        there = self.find(row)
        return Held(there), there is None

    def import_instance(self, instance, row, **kwargs):
        instance.wanted = self.parse(row, instance.there)

    def skip_row(self, instance, original, row, import_validation_errors=None):
        return (
            not import_validation_errors
            and instance.there is not None
            and self.is_same(instance.there, instance.wanted)
        )

    def validate_instance(
        self,
        instance,
        import_validation_errors=None,
        validate_unique=True,  # noqa: FBT002
    ):
        if import_validation_errors:
            raise ValidationError(import_validation_errors)

    def save_instance(self, instance, is_create, row, **kwargs):
        self.keep(instance.there, instance.wanted)

    def import_row(self, row, instance_loader, **kwargs):
        """A fault of ours is raised, which the library would put beside the row."""
        result: RowResult = super().import_row(row, instance_loader, **kwargs)
        for found in result.errors:
            raise found.error
        return result


def yes_or_no(row: dict[str, str], name: str) -> bool:
    text = row.get(name, "").strip().casefold()
    if text in YES | NO:
        return text in YES
    raise ValidationError(YES_OR_NO.format(text=row[name], name=name))


def number(row: dict[str, str], name: str, *, default: int) -> int:
    text = row.get(name, "").strip()
    if not text:
        return default
    if not text.isdecimal() or len(text) > 6:
        raise ValidationError(NUMBER.format(text=text, name=name))
    return int(text)


def one_of(row: dict[str, str], name: str, choices: Iterable[tuple[str, str]]) -> str:
    """A choice by its slug or by what it is called."""
    return _one_of(row.get(name, ""), name, dict(choices))


def some_of(
    row: dict[str, str], name: str, choices: Iterable[tuple[str, str]]
) -> list[str]:
    known = dict(choices)
    return [_one_of(text, name, known) for text in parts(row.get(name, ""))]


def parts(text: str) -> list[str]:
    """What stands in one cell, with semicolons or line ends between."""
    pieces = text.replace("\n", ";").split(";")
    return [piece for one in pieces if (piece := one.strip())]


def _one_of(text: str, name: str, choices: dict[str, str]) -> str:
    wanted = text.strip().casefold()
    for slug, label in choices.items():
        if wanted in {slug.casefold(), str(label).casefold()}:
            return slug
    said = ", ".join(choices)
    raise ValidationError(NONE_SUCH.format(text=text.strip(), name=name, choices=said))
