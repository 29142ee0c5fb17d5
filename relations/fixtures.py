"""The fixture files: the fact base as text, one row a line, and git is its home.

A row has one plain form, whether it was read from a file or from the database: a value
for every field, rows named by their slugs. Comparing is then comparing plain forms.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError

from relations.dates import PartialDateField
from relations.models import (
    Country,
    Event,
    Figure,
    Membership,
    Mention,
    Milestone,
    Office,
    Organization,
    OutsideDate,
    Passage,
    Person,
    Report,
    Roll,
    RollEntry,
    Section,
    Signatory,
    Source,
    Theme,
    Treaty,
    UnidentifiedRow,
)
from relations.models.base import Slugged

FOLDER = Path(settings.BASE_DIR) / "fixtures"

# Each after those it points to.
MODELS: tuple[type[Slugged], ...] = (
    Source,
    Section,
    Passage,
    Country,
    Organization,
    Person,
    Theme,
    Milestone,
    UnidentifiedRow,
    OutsideDate,
    Treaty,
    Signatory,
    Office,
    Event,
    Report,
    Figure,
    Membership,
    Roll,
    RollEntry,
    Mention,
)

Values = dict[str, Any]
Column = Any  # a field of whatever kind; its stubs want to know the type of its value


class FixturesRefused(Exception):
    """The files cannot be loaded; each message names a file and a line."""

    def __init__(self, messages: list[str]) -> None:
        self.messages = messages
        super().__init__("\n".join(messages))


@dataclass(frozen=True)
class Row:
    """A line of a fixture file in its plain form, and where it stands."""

    model: type[Slugged]
    slug: str
    values: Values
    place: str

    @property
    def digest(self) -> str:
        return digest(self.model, self.values)


@dataclass(frozen=True)
class Stored:
    """A row of the database in its plain form."""

    pk: int
    values: Values


def file_name(model: type[Slugged]) -> str:
    return f"{plural(model)}.jsonl".replace(" ", "_")


def plural(model: type[Slugged]) -> str:
    return str(model._meta.verbose_name_plural)


def fields(model: type[Slugged]) -> list[Column]:
    """The fields that a fixture gives, in the order the model declares them."""
    columns: list[Column] = [*model._meta.concrete_fields, *model._meta.many_to_many]
    return sorted(column for column in columns if not column.primary_key)


def plain(field: Column, value: Any) -> Any:
    """A column's value as it stands in a file."""
    if isinstance(field, PartialDateField):
        return field.get_prep_value(value)
    if isinstance(value, Decimal):
        return f"{value:.{field.decimal_places}f}"
    return value


def default(field: Column) -> Any:
    return [] if field.many_to_many else plain(field, field.get_default())


def line(model: type[Slugged], values: Values) -> str:
    """A row as its file has it: what equals its default is left out."""
    told = {
        field.name: values[field.name]
        for field in fields(model)
        if field.name == "slug" or values[field.name] != default(field)
    }
    row = {"model": model._meta.label_lower, "fields": told}
    return json.dumps(row, ensure_ascii=False) + "\n"


def digest(model: type[Slugged], values: Values) -> str:
    return hashlib.sha256(line(model, values).encode()).hexdigest()


# Reading the files


def read(folder: Path) -> list[Row]:
    """Every row of every file, in the order in which they can be loaded."""
    rows: dict[tuple[type[Slugged], str], Row] = {}
    refusals: list[str] = []
    for model in MODELS:
        for place, text in _numbered_lines(folder / file_name(model)):
            try:
                row = _row(model, place, text)
            except ValidationError as error:
                refusals.extend(f"{place} {message}" for message in error.messages)
                continue
            if (model, row.slug) in rows:
                refusals.append(f"{place} {row.slug}: this slug stands here twice.")
            rows[model, row.slug] = row
    if refusals:
        raise FixturesRefused(refusals)
    _tell_both_sides(rows)
    return list(rows.values())


def _numbered_lines(path: Path) -> Iterator[tuple[str, str]]:
    if path.exists():
        for number, text in enumerate(path.read_text("utf-8").split("\n"), start=1):
            if text.strip():
                yield f"{path.name}:{number}", text


def _row(model: type[Slugged], place: str, text: str) -> Row:
    label, given = _label_and_fields(text)
    slug = given["slug"]
    if label != model._meta.label_lower:
        raise ValidationError(f"{slug}: {label} does not belong in this file.")
    known = {field.name: field for field in fields(model)}
    if unknown := sorted(given.keys() - known.keys()):
        raise ValidationError(f"{slug}: there is no field {', '.join(unknown)}.")
    values = {
        name: _from_json(field, slug, given[name]) if name in given else default(field)
        for name, field in known.items()
    }
    return Row(model, slug, values, place)


def _label_and_fields(text: str) -> tuple[str, Values]:
    try:
        match json.loads(text):
            case {"model": str(label), "fields": {"slug": str()} as given}:
                return label, given
    except json.JSONDecodeError as error:
        raise ValidationError(f"this is not JSON: {error}") from error
    raise ValidationError('a row needs "model" and "fields" with a "slug".')


def _from_json(field: Column, slug: str, value: Any) -> Any:
    """The plain form of what a file says, however it is written there."""
    if field.many_to_many:
        if isinstance(value, list) and all(_is_natural_key(key) for key in value):
            return sorted(value)
        raise ValidationError(f'{slug}: {field.name} is not a list of ["slug"].')
    if field.is_relation:
        if value is None or _is_natural_key(value):
            return value
        raise ValidationError(f'{slug}: {field.name} is not ["slug"].')
    try:
        return plain(field, field.to_python(value))
    except ValidationError as error:
        raise ValidationError(
            [f"{slug}: {field.name}: {message}" for message in error.messages]
        ) from error


def _is_natural_key(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 1 and isinstance(value[0], str)


def _tell_both_sides(rows: dict[tuple[type[Slugged], str], Row]) -> None:
    """Where a link holds both ways, let both rows name it."""
    for row in rows.values():
        for field in row.model._meta.many_to_many:
            if not field.remote_field.symmetrical:
                continue
            for [slug] in row.values[field.name]:
                other = rows.get((row.model, slug))
                if other and [row.slug] not in other.values[field.name]:
                    other.values[field.name].append([row.slug])
                    other.values[field.name].sort()


# Reading the database


def stored() -> dict[type[Slugged], dict[str, Stored]]:
    """Every row of the database, read with one query a table."""
    slugs = {model: _slugs(model) for model in MODELS}
    return {model: _stored(model, slugs) for model in MODELS}


def _slugs(model: type[Slugged]) -> dict[int, str]:
    return dict(model.objects.order_by().values_list("pk", "slug"))


def _stored(model: type[Slugged], slugs: dict) -> dict[str, Stored]:
    links: dict[Column, dict[int, list[list[str]]]] = {
        field: _links(field, slugs) for field in model._meta.many_to_many
    }
    found = {}
    for record in model.objects.order_by().values():
        values = {}
        for field in fields(model):
            if field.many_to_many:
                values[field.name] = sorted(links[field][record["id"]])
            elif field.is_relation:
                target = record[field.attname]
                named = target and [slugs[field.related_model][target]]
                values[field.name] = named
            else:
                values[field.name] = plain(field, record[field.attname])
        found[record["slug"]] = Stored(record["id"], values)
    return found


def _links(field: Column, slugs: dict) -> dict[int, list[list[str]]]:
    """The rows that each row is linked to, by natural key."""
    links = defaultdict(list)
    ends = field.m2m_column_name(), field.m2m_reverse_name()
    for pk, target in field.remote_field.through.objects.values_list(*ends):
        links[pk].append([slugs[field.related_model][target]])
    return links


# Writing the files


def written() -> dict[str, str]:
    """Each file's name with the text that the database gives it, sorted by slug."""
    return {
        file_name(model): "".join(
            line(model, rows[slug].values) for slug in sorted(rows)
        )
        for model, rows in stored().items()
    }
