"""Loads fixture rows, and never undoes a correction that was made in a running site."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F

from relations import linking
from relations.fixtures import (
    MODELS,
    Column,
    FixturesRefused,
    Row,
    Stored,
    digest,
    fields,
    plural,
    stored,
)
from relations.linking import Name
from relations.models import LoadedRow
from relations.models.base import Slugged

OUT_OF_THE_WAY = 10_000

Remembered = dict[tuple[str, str], str]


@dataclass(frozen=True)
class Kept:
    """A row corrected here: what it says and what the file would have it say."""

    row: Row
    differences: tuple[tuple[str, Any, Any], ...]


@dataclass
class Plan:
    """What is to become of each row."""

    create: list[Row] = field(default_factory=list)
    update: list[Row] = field(default_factory=list)
    same: list[Row] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    restored: list[Row] = field(default_factory=list)
    no_longer_in_files: list[Name] = field(default_factory=list)
    made_here: list[Name] = field(default_factory=list)

    @property
    def writes(self) -> list[Row]:
        return self.create + self.update


@transaction.atomic
def load(
    rows: list[Row],
    *,
    overwrite: bool = False,
    progress: Callable[[str], object] = lambda message: None,
) -> Plan:
    """Bring the database up to the files: all of it, or on any fault nothing."""
    here = stored()
    loaded = LoadedRow.objects.values_list("model", "slug", "digest")
    remembered = {(model, slug): seen for model, slug, seen in loaded}
    plan = _plan(rows, here, remembered, overwrite=overwrite)
    if plan.writes:
        _refuse(_unresolved(plan.writes, here, rows))
        pks = {
            (model, slug): row.pk
            for model, by_slug in here.items()
            for slug, row in by_slug.items()
        }
        for model in MODELS:
            _save(model, plan, here, pks, progress)
        linking.link(plan.writes, here, pks)
    _remember(plan.writes + plan.same, remembered)
    return plan


def _plan(
    rows: list[Row],
    here: dict[type[Slugged], dict[str, Stored]],
    remembered: Remembered,
    *,
    overwrite: bool,
) -> Plan:
    plan = Plan()
    for row in rows:
        last = remembered.get((row.model._meta.label_lower, row.slug))
        present = here[row.model].get(row.slug)
        if present is None:
            plan.create.append(row)
            if last:
                plan.restored.append(row)
        elif present.values == row.values:
            plan.same.append(row)
        elif overwrite or digest(row.model, present.values) == last:
            plan.update.append(row)
        else:
            plan.kept.append(Kept(row, _differences(row, present)))
    in_files = {(row.model, row.slug) for row in rows}
    for model, by_slug in here.items():
        for slug in sorted(by_slug):
            if (model, slug) not in in_files:
                was_loaded = (model._meta.label_lower, slug) in remembered
                group = plan.no_longer_in_files if was_loaded else plan.made_here
                group.append((model, slug))
    return plan


def _differences(row: Row, present: Stored) -> tuple[tuple[str, Any, Any], ...]:
    return tuple(
        (name, present.values[name], value)
        for name, value in row.values.items()
        if present.values[name] != value
    )


def _refuse(messages: Iterable[str]) -> None:
    if found := list(messages):
        raise FixturesRefused(found)


def _unresolved(
    writes: list[Row], here: dict[type[Slugged], dict[str, Stored]], rows: list[Row]
) -> Iterator[str]:
    """What points to a row that is nowhere, and links that are missing."""
    known = {(row.model, row.slug) for row in rows}
    for row in writes:
        for link in fields(row.model):
            if not link.is_relation:
                continue
            keys = row.values[link.name] or []
            if link.many_to_many and not keys and not link.blank:
                yield f"{row.place} {row.slug}: {link.name} must not be empty."
            for slug in _slugs(link, keys):
                target = link.related_model
                if (target, slug) not in known and slug not in here[target]:
                    yield f"{row.place} {row.slug}: {link.name}: there is no {slug}."


def _slugs(link: Column, keys: list) -> list[str]:
    return [slug for [slug] in keys] if link.many_to_many else keys


def _save(
    model: type[Slugged],
    plan: Plan,
    here: dict[type[Slugged], dict[str, Stored]],
    pks: dict[Name, int],
    progress: Callable[[str], object],
) -> None:
    """Write one table's rows. What the database refuses is then told line by line."""
    new = [row for row in plan.create if row.model is model]
    changed = [row for row in plan.update if row.model is model]
    if not new and not changed:
        return
    _clear_positions(model, changed, here[model])
    _refuse(_faults(new + changed, pks, _clean))
    try:
        with transaction.atomic():
            for row in changed:
                _instance(row, pks).save()
            model.objects.bulk_create(_instance(row, pks) for row in new)
    except IntegrityError:
        _refuse(_faults(new + changed, pks, _clean_and_save))
        raise
    for pk, slug in model.objects.order_by().values_list("pk", "slug"):
        pks[model, slug] = pk
    progress(f"{plural(model).capitalize()}: {len(new)} new, {len(changed)} changed")


def _faults(
    rows: list[Row], pks: dict[Name, int], clean: Callable[..., None]
) -> Iterator[str]:
    """What is wrong with each row, by file and line."""
    for row in rows:
        instance = _instance(row, pks)
        try:
            clean(instance, exclude=_found(instance))
        except ValidationError as error:
            yield from _messages(row, error)


def _found(instance: Slugged) -> set[str]:
    """The links that are filled: they were found by slug and need no second look."""
    return {
        column.name
        for column in instance._meta.concrete_fields
        if column.is_relation and getattr(instance, column.attname) is not None
    }


def _clean(instance: Slugged, *, exclude: set[str]) -> None:
    instance.clean_fields(exclude=exclude)
    instance.clean()


def _clean_and_save(instance: Slugged, *, exclude: set[str]) -> None:
    """Everything validated, and the row stored, so that the next is held against it."""
    _clean(instance, exclude=exclude)
    instance.validate_unique()
    instance.validate_constraints()
    instance.save()


def _clear_positions(
    model: type[Slugged], changed: list[Row], here: dict[str, Stored]
) -> None:
    """When places in a list are handed on, no two rows may hold one meanwhile."""
    moved = [
        here[row.slug].pk
        for row in changed
        if row.values.get("position") != here[row.slug].values.get("position")
    ]
    if moved:
        model.objects.filter(pk__in=moved).update(
            position=F("position") + OUT_OF_THE_WAY
        )


def _instance(row: Row, pks: dict[Name, int]) -> Slugged:
    instance = row.model()
    instance.pk = pks.get((row.model, row.slug))
    instance._state.adding = instance.pk is None
    for column in fields(row.model):
        if column.many_to_many:
            continue
        value = row.values[column.name]
        if column.is_relation:
            target = value and pks[column.related_model, value[0]]
            setattr(instance, column.attname, target)
        else:
            setattr(instance, column.attname, column.to_python(value))
    return instance


def _messages(row: Row, error: ValidationError) -> Iterator[str]:
    for name, messages in error.message_dict.items():
        about = "" if name == "__all__" else f"{name}: "
        for message in messages:
            yield f"{row.place} {row.slug}: {about}{message}"


def _remember(rows: list[Row], remembered: Remembered) -> None:
    """Note what each row looks like now that it and its file agree."""
    notes = [
        LoadedRow(model=row.model._meta.label_lower, slug=row.slug, digest=row.digest)
        for row in rows
    ]
    LoadedRow.objects.bulk_create(
        [
            note
            for note in notes
            if remembered.get((note.model, note.slug)) != note.digest
        ],
        update_conflicts=True,
        unique_fields=["model", "slug"],
        update_fields=["digest"],
    )
