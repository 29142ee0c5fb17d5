"""Files are read as they were written, and harmful ones not at all."""

import datetime as dt
import io
import json
import tracemalloc
import zipfile
from contextlib import suppress
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from classroom.transfer import files, tables, texts, workbooks
from classroom.transfer.cells import bared, is_formula, shielded
from classroom.transfer.tables import Columns, Refused
from quiz.writing.plain import tidied

COLUMNS = Columns(all=("name", "note"), needed=("name",))
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Co")),
    max_size=30,
).map(tidied)


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        files.read(name, data, COLUMNS)
    return str(refused.value)


@given(st.text(max_size=20))
def test_an_apostrophe_makes_a_cell_harmless_and_comes_off_again(text):
    assert bared(shielded(text)) == text
    assert not is_formula(shielded(text))


@pytest.mark.parametrize("kind", files.TYPES)
@given(rows=st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=5))
def test_what_is_written_is_read_again_as_it_was(kind, rows):
    written = [{"name": f"n{name}", "note": note} for name, note in rows]
    data = files.written(kind, COLUMNS.all, written)

    read = files.read(f"file.{kind}", data, COLUMNS)
    assert [row.cells for row in read] == written
    assert [row.number for row in read] == list(range(2, len(rows) + 2))


def test_rows_are_numbered_as_a_spreadsheet_shows_them():
    data = b'name,note\nA,"two\nlines"\n\nB,\n'

    assert [
        (row.number, row.cells["name"]) for row in files.read("a.csv", data, COLUMNS)
    ] == [
        (2, "A"),
        (4, "B"),
    ]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_cells_may_stand_between_commas_semicolons_and_tabs(sign):
    data = f"Name{sign}NOTE\nA{sign}B\n".encode()

    assert files.read("a.csv", data, COLUMNS)[0].cells == {"name": "A", "note": "B"}


# Harm done by text files


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.csv", b"", tables.EMPTY),
        ("a.csv", b" \n ", tables.EMPTY),
        ("a.csv", b"name\n", tables.NO_ROWS),
        ("a.csv", b"name,name\nA,B", "twice"),
        ("a.csv", b"name,colour\nA,B", "does not know the column"),
        ("a.csv", b"note\nA", "“name” is missing"),
        ("a.csv", b"name\nA,B", "more cells than there are headings"),
        ("a.csv", b"name\n=1+1", "formula"),
        ("a.csv", b"name\n@SUM(A1)", "formula"),
        ("a.csv", b"name\n  +1", "formula"),
        ("a.csv", "name\n＝1+1".encode(), "formula"),
        ("a.csv", "name\nçka".encode("latin-1"), texts.NOT_TEXT),
        ("a.csv", "name\nA".encode("utf-16"), texts.NOT_TEXT),
        ("a.csv", b"name\nA\x00B", texts.NOT_TEXT),
        ("a.csv", b'name\n"A', texts.BROKEN_CSV),
        ("a.csv", b"name\n" + b"A\n" * 501, tables.TOO_MANY_ROWS),
        ("a.csv", b"name\n" + b"\n" * 40_000, tables.TOO_MANY_ROWS),
        ("a.csv", b"name\n" + b"A" * 10_001, "longer than"),
        ("a.csv", b",".join([b"name"] * 31), tables.TOO_MANY_COLUMNS),
        ("a.csv", b"A" * 1_000_001, tables.TOO_LARGE),
        ("a.pdf", b"%PDF-1.7", files.NEITHER),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1", files.OLD),
        ("a.json", b"[" * 100_000, texts.TOO_DEEP),
        ("a.json", b'[{"name": {"a": {"b": 1}}}]', texts.TOO_DEEP),
        ("a.json", b'[{"name": ["A"]}]', texts.NOT_A_LIST),
        ("a.json", b'{"name": "A"}', texts.NOT_A_LIST),
        ("a.json", b"[1]", texts.NOT_A_LIST),
        ("a.json", b'[{"name": "A"', texts.BROKEN_JSON),
        ("a.json", b'[{"name": ' + b"9" * 5000 + b"}]", texts.BROKEN_JSON),
        ("a.json", json.dumps([{"name": "A"}] * 501).encode(), tables.TOO_MANY_ROWS),
        ("a.json", b"[]", tables.EMPTY),
    ],
)
def test_a_text_file_that_cannot_be_used_is_refused_with_a_sentence(
    name, data, sentence
):
    assert sentence in refusal(name, data)


# Harm done by workbooks


def workbook(*rows, **parts: bytes) -> bytes:
    """A workbook of these rows, with parts of it put in place of its own."""
    book = Workbook()
    for row in rows or (("name",), ("A",)):
        book.active.append(row)
    kept = io.BytesIO()
    book.save(kept)
    if not parts:
        return kept.getvalue()
    made = io.BytesIO()
    with zipfile.ZipFile(kept) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.infolist():
            if part.filename not in parts:
                new.writestr(part.filename, old.read(part))
        for name, content in parts.items():
            new.writestr(name, content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    f'<worksheet {SPACE}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t>'
    "</is></c></row></sheetData></worksheet>"
)


def cells(*rows: str) -> bytes:
    return f"<worksheet {SPACE}><sheetData>{''.join(rows)}</sheetData></worksheet>".encode()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (workbook(("name",), ("=1+1",)), "formula"),
        (workbook(("name",), ("=HYPERLINK(1)",)), "formula"),
        (workbook(("name",), ("@x",)), "formula"),
        (workbook(("name",), ("#REF!",)), "error"),
        (workbook(**{SHEET: LAUGHS.encode()}), workbooks.HAS_ENTITIES),
        (workbook(**{SHEET: LAUGHS.encode("utf-16")}), workbooks.HAS_ENTITIES),
        (workbook(**{"xl/sharedStrings.xml": LAUGHS.encode()}), workbooks.HAS_ENTITIES),
        (workbook(**{"xl/workbook.xml": LAUGHS.encode()}), workbooks.HAS_ENTITIES),
        (workbook(**{"[Content_Types].xml": LAUGHS.encode()}), workbooks.HAS_ENTITIES),
        (workbook(**{"xl/media/a.xml": b"0" * 11_000_000}), workbooks.BOMB),
        (workbook(**{f"a/{n}.xml": b"" for n in range(120)}), workbooks.BOMB),
        (workbook(**{"xl/vbaProject.bin": b"x"}), workbooks.HAS_MACROS),
        (workbook(**{"xl/externalLinks/a.xml": b"<a/>"}), workbooks.HAS_MACROS),
        (workbook(**{"xl/embeddings/a.xlsx": b"x"}), workbooks.HAS_MACROS),
        (workbook(**{SHEET: b"<not-xml"}), workbooks.NOT_READ),
        (workbook(**{"xl/workbook.xml": b"<a/>"}), workbooks.NOT_READ),
        (workbook(**{SHEET: cells('<row r="1048576"><c r="A1048576"/></row>')}), ""),
        (
            workbook(
                **{SHEET: cells('<row r="1"><c r="XFD1" t="str"><v>a</v></c></row>')}
            ),
            "",
        ),
        (workbook(("name",), *[("A",)] * 501), tables.TOO_MANY_ROWS),
        (workbook(tuple(f"c{n}" for n in range(40))), tables.TOO_MANY_COLUMNS),
        (workbook()[:200], workbooks.NOT_READ),
        (b"PK\x03\x04 nonsense", workbooks.NOT_READ),
    ],
)
def test_a_workbook_that_could_do_harm_is_refused_with_a_sentence(data, sentence):
    assert sentence in refusal("a.xlsx", data)


def test_a_workbook_under_another_name_is_held_to_the_same():
    assert "formula" in refusal("a.csv", workbook(("name",), ("=1+1",)))


def test_numbers_dates_and_truths_of_a_workbook_are_read_as_text():

    data = workbook(("name", "note"), (1912, 2.0), (dt.datetime(1912, 11, 28), True))

    read = files.read("a.xlsx", data, COLUMNS)
    assert [row.cells for row in read] == [
        {"name": "1912", "note": "2"},
        {"name": "1912-11-28", "note": "yes"},
    ]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_part_packed_so_that_it_unpacks_without_end_is_not_unpacked(method):
    """Its size as told is what is let out, but all of it would be unpacked for that."""
    packed = io.BytesIO(workbook())
    with zipfile.ZipFile(packed, "a", method) as archive:
        archive.writestr("docProps/x.xml", b"0" * 20_000_000)
        archive.infolist()[-1].file_size = 100
    tracemalloc.start()
    try:
        assert refusal("a.xlsx", packed.getvalue()) == workbooks.NOT_READ
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_a_workbook_damaged_anywhere_is_refused_or_read():
    whole, chance = workbook(), Random(7)
    for _ in range(1500):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        with suppress(Refused):
            files.read("a.xlsx", bytes(damaged), COLUMNS)


@pytest.mark.parametrize("sign", [r"\ud800", r"\u0000"])
@pytest.mark.parametrize("row", ['{"name": "a%s"}', '{"name": "a", "b%s": ""}'])
def test_json_that_spells_what_is_no_text_is_refused(sign, row):
    assert "no text" in refusal("a.json", f"[{row % sign}]".encode())
