"""Tables as files that spreadsheets open well, and run nothing of."""

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from quiz.harmless import harmless

Cell = str | int | float | dt.datetime | None
MOMENT = "yyyy-mm-dd hh:mm:ss"
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NARROW, WIDE = 14, 60  # characters
WORDY = 24  # characters of a cell, from which a column is a wide one
FORMATS = ("csv", "xlsx")


@dataclass(frozen=True)
class Sheet:
    """A table: its name, the heads of its columns, and its rows."""

    name: str
    heads: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def as_file(sheet: Sheet, format: str) -> HttpResponse:
    """To be saved under a name that tells what it is and of which day."""
    day = f"{timezone.localdate():%Y-%m-%d}"
    made = as_csv(sheet) if format == "csv" else as_xlsx(sheet)
    return HttpResponse(
        made,
        content_type="text/csv; charset=utf-8" if format == "csv" else XLSX,
        headers={
            "Content-Disposition": f'attachment; filename="{sheet.name}-{day}.{format}"'
        },
    )


def as_csv(sheet: Sheet) -> bytes:
    """UTF-8 with its mark, by which spreadsheets know it."""
    text = io.StringIO()
    rows = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    rows.writerow([_plain(head) for head in sheet.heads])
    for row in sheet.rows:
        rows.writerow([_plain(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> object:
    if isinstance(cell, dt.datetime):
        return f"{timezone.localtime(cell):%Y-%m-%d %H:%M:%S}"
    return "" if cell is None else _clean(cell)


def as_xlsx(sheet: Sheet) -> bytes:
    """Numbers as numbers, times as times, the heads kept in sight."""
    book = Workbook(write_only=True)
    page: Any = book.create_sheet("Besa")
    rows = [*sheet.rows]
    page.freeze_panes = "B2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.heads))}{len(rows) + 1}"
    for place, width in enumerate(_widths(sheet.heads, rows), start=1):
        page.column_dimensions[get_column_letter(place)].width = width
    page.append([_head(page, head) for head in sheet.heads])
    for row in rows:
        page.append([_valued(page, cell) for cell in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _widths(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> list[int]:
    wordy = {
        place
        for row in rows[:50]
        for place, cell in enumerate(row)
        if isinstance(cell, str) and len(cell) > WORDY
    }
    return [
        WIDE if place in wordy else max(NARROW, min(len(head) + 3, WIDE))
        for place, head in enumerate(heads)
    ]


def _head(page: Any, head: str) -> object:
    cell = WriteOnlyCell(page, value=_clean(head))
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _valued(page: Any, cell: Cell) -> object:
    if isinstance(cell, dt.datetime):
        # A spreadsheet knows no time zones: it is told the time where the site is.
        local = timezone.localtime(cell).replace(tzinfo=None, microsecond=0)
        made = WriteOnlyCell(page, value=local)
        made.number_format = MOMENT
        return made
    return _clean(cell)


def _clean(cell: object) -> object:
    """Without what no table can hold, and what a spreadsheet would run."""
    return harmless(UNPRINTABLE.sub("", cell)) if isinstance(cell, str) else cell
