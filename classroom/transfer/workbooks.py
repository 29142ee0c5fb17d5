"""Tables out of Excel workbooks, which are opened only once they are found harmless."""

import datetime as dt
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from defusedxml.common import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from classroom.transfer.tables import (
    FORMULA,
    MOST_COLUMNS,
    MOST_ROWS,
    TOO_MANY_COLUMNS,
    TOO_MANY_ROWS,
    Refused,
)

MOST_PARTS = 100
LARGEST_OPENED = 10_000_000  # bytes, of all parts together
XML = (".xml", ".rels", ".vml")
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others unpack without a limit
DECLARES = re.compile(rb"<\s*!\s*(DOCTYPE|ENTITY)", re.I)
MACROS = re.compile(r"vba|macro|activex|oleobject|externalLinks/|embeddings/", re.I)

NOT_READ = "This workbook could not be read. Save it anew as an Excel workbook (.xlsx), or as “CSV UTF-8”."
BOMB = "This workbook would unpack to more than it should. Save the one sheet in a new workbook."
HAS_MACROS = "This workbook holds macros or something embedded. Save it as a plain Excel workbook (.xlsx)."
HAS_ENTITIES = "This workbook declares things of its own, as spreadsheets never do, and is not read."
LOCKED = "This workbook is locked with a password. Please take that off."
BAD_CELL = "Row {row}: a cell holds an error such as {value}."


def xlsx_rows(data: bytes) -> Iterator[tuple[int, Sequence[str]]]:
    """The first sheet."""
    _refuse_harm(data)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        sheet = book.worksheets[0]
        for number, cells in enumerate(
            sheet.iter_rows(max_col=MOST_COLUMNS + 1), start=1
        ):
            if number > MOST_ROWS + 1:
                raise Refused(TOO_MANY_ROWS)
            yield number, [_cell(number, cell) for cell in cells]
        book.close()
    except (
        InvalidFileException,
        DefusedXmlException,
        zipfile.BadZipFile,
        zlib.error,
        SyntaxError,  # of XML
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        OverflowError,
        OSError,
        EOFError,
    ) as error:
        raise Refused(NOT_READ) from error


def _refuse_harm(data: bytes) -> None:
    """By what the archive says of itself, before anything of it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if any(part.flag_bits & 1 for part in parts):
                raise Refused(LOCKED)
            opened = sum(part.file_size for part in parts)
            if len(parts) > MOST_PARTS or opened > LARGEST_OPENED:
                raise Refused(BOMB)
            if any(part.compress_type not in PACKED for part in parts):
                raise Refused(NOT_READ)
            if any(MACROS.search(part.filename) for part in parts):
                raise Refused(HAS_MACROS)
            for part in parts:
                _refuse_part(part.filename, archive.read(part))
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        ValueError,
        OSError,
        EOFError,
        NotImplementedError,
    ) as error:
        raise Refused(NOT_READ) from error


def _refuse_part(name: str, content: bytes) -> None:
    """No part unpacks to more than it says, which `zipfile` sees to."""
    if not name.endswith(XML):
        return
    plain = content.replace(b"\x00", b"")  # as UTF-16 would have it
    if DECLARES.search(plain):
        raise Refused(HAS_ENTITIES)
    if b"macroEnabled" in plain:
        raise Refused(HAS_MACROS)


def _cell(number: int, cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        raise Refused(FORMULA.format(row=number, name=cell.coordinate, sign="="))
    if cell.data_type == "e":
        raise Refused(BAD_CELL.format(row=number, value=value))
    if cell.column > MOST_COLUMNS:
        raise Refused(TOO_MANY_COLUMNS)
    return _text(value)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return str(value)
