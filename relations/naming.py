"""Naming a row that the article leaves blank: the only code that writes such names."""

import datetime as dt
from typing import Any

from relations.models import RowName, UnidentifiedRow


def name(row: UnidentifiedRow, *, by: Any, now: dt.datetime, **source: Any) -> RowName:
    """Note whom an outside source names; a better source takes the place of it."""
    named, _ = RowName.objects.update_or_create(
        row=row, defaults={"named_by": by, "named_at": now, **source}
    )
    return named


def unname(row: UnidentifiedRow) -> None:
    RowName.objects.filter(row=row).delete()
