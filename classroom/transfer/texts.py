"""Tables out of text files: CSV, with commas, semicolons or tabs, and JSON."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from typing import Any

from classroom.transfer.tables import MOST_ROWS, TOO_MANY_ROWS, Columns, Refused

MOST_LINES = 60 * MOST_ROWS  # a cell may have several
DEEPEST = 3  # a list of objects, each of plain values
NOT_TEXT = (
    "This file is not text in UTF-8. In a spreadsheet, save it as “CSV UTF-8”, or as "
    "an Excel workbook."
)
BROKEN_CSV = (
    "This file could not be read as CSV: a quotation mark is left open or out of place."
)
BROKEN_JSON = "This file could not be read as JSON."
TOO_DEEP = (
    "This JSON file is nested too deeply. It should be one list of plain objects."
)
NOT_A_LIST = (
    "This JSON file should be one list of objects, a name and a text in each place."
)


def text_of(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(NOT_TEXT) from error
    if "\x00" in text:
        raise Refused(NOT_TEXT)
    if text.count("\n") + text.count("\r") > MOST_LINES:
        raise Refused(TOO_MANY_ROWS)
    return text


def csv_rows(data: bytes) -> Iterator[tuple[int, Sequence[str]]]:
    """Numbered as a spreadsheet shows them, in which a cell of several lines is one."""
    text = text_of(data)
    lines = csv.reader(
        io.StringIO(text, newline=""), delimiter=_sign(text), strict=True
    )
    try:
        for number, cells in enumerate(lines, start=1):
            if number > MOST_ROWS + 1:
                raise Refused(TOO_MANY_ROWS)
            yield number, cells
    except csv.Error as error:
        raise Refused(BROKEN_CSV) from error


def _sign(text: str) -> str:
    """What stands between cells, by the headings."""
    first = text.lstrip("\r\n").partition("\n")[0]
    return max(",;\t", key=first.count)


def json_rows(data: bytes, columns: Columns) -> Iterator[tuple[int, Sequence[str]]]:
    """Objects count from 2 on, as if their names stood in a row of headings."""
    objects = _objects(text_of(data))
    if len(objects) > MOST_ROWS:
        raise Refused(TOO_MANY_ROWS)
    names = list(dict.fromkeys(name for one in objects for name in one))
    yield 1, names
    for number, one in enumerate(objects, start=2):
        yield number, [_cell(one.get(name)) for name in names]


def _objects(text: str) -> list[dict[str, Any]]:
    if _depth(text) > DEEPEST:
        raise Refused(TOO_DEEP)
    try:
        read = json.loads(text)
    except ValueError as error:
        raise Refused(BROKEN_JSON) from error
    if not isinstance(read, list) or not all(isinstance(one, dict) for one in read):
        raise Refused(NOT_A_LIST)
    return read


def _depth(text: str) -> int:
    """How deeply brackets are nested, at least so far as to be too deep."""
    depth = deepest = 0
    is_inside = is_escaped = False
    for sign in text:
        if is_escaped:
            is_escaped = False
        elif sign == "\\":
            is_escaped = is_inside
        elif sign == '"':
            is_inside = not is_inside
        elif not is_inside and sign in "[{":
            depth += 1
            deepest = max(deepest, depth)
            if deepest > DEEPEST:
                return deepest
        elif not is_inside and sign in "]}":
            depth -= 1
    return deepest


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str | int | float):
        return str(value)
    raise Refused(NOT_A_LIST)
