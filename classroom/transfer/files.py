"""Files in and out: CSV, Excel workbooks and JSON."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from classroom.transfer import tables, texts, workbooks
from classroom.transfer.cells import shielded
from classroom.transfer.tables import EMPTY, LARGEST, TOO_LARGE, Columns, Refused, Row

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json; charset=utf-8",
}
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
NEITHER = "Please give a CSV file, an Excel workbook (.xlsx) or a JSON file."
OLD = "This is an old Excel workbook, or one locked with a password. Save it as .xlsx without one."

Table = Iterable[dict[str, str]]


def read(name: str, data: bytes, columns: Columns) -> list[Row]:
    """What a file holds, by its name and by what it is; raises Refused."""
    if len(data) > LARGEST:
        raise Refused(TOO_LARGE)
    if not data.strip():
        raise Refused(EMPTY)
    if data.startswith(OLD_WORKBOOK):
        raise Refused(OLD)
    kind = name.rpartition(".")[2].casefold()
    if zipfile.is_zipfile(io.BytesIO(data)) or kind == "xlsx":
        return tables.table(workbooks.xlsx_rows(data), columns, is_run=True)
    if kind == "json":
        return tables.table(texts.json_rows(data, columns), columns, is_run=False)
    if kind in {"csv", "tsv", "txt"}:
        return tables.table(texts.csv_rows(data), columns, is_run=True)
    raise Refused(NEITHER)


def written(kind: str, columns: Sequence[str], rows: Table) -> bytes:
    """The rows as such a file, every cell of it harmless."""
    return {"csv": _csv, "xlsx": _xlsx, "json": _json}[kind](columns, rows)


def _csv(columns: Sequence[str], rows: Table) -> bytes:
    text = io.StringIO(newline="")
    lines = csv.writer(text, quoting=csv.QUOTE_ALL)
    lines.writerow(columns)
    lines.writerows([shielded(row[name]) for name in columns] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _xlsx(columns: Sequence[str], rows: Table) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Besa")
    sheet.append(list(columns))
    for row in rows:
        sheet.append([_plain(shielded(row[name])) for name in columns])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _plain(text: str) -> str:
    """Without the control characters that a workbook cannot hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", text)


def _json(columns: Sequence[str], rows: Table) -> bytes:
    kept = [{name: row[name] for name in columns} for row in rows]
    return json.dumps(kept, ensure_ascii=False, indent=2).encode()
