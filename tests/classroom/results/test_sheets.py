"""Tables as files: what a spreadsheet finds in them."""

import csv
import datetime as dt
import io

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from classroom.results import sheets
from classroom.results.sheets import Sheet

MOMENT = dt.datetime(2025, 6, 1, 12, 30, 5, 999, tzinfo=dt.UTC)
ROWS = [
    ["Ana", 66.67, 3, MOMENT],
    ["=HYPERLINK(1)", None, -1, None],
    ["Vjosë \x0bÇ", 0.5, 0, None],
]
SHEET = Sheet("marks", ["Pupil", "+Mark", "Attempts", "Begun"], ROWS)


def test_plain_tables_carry_the_mark_by_which_spreadsheets_know_utf8():
    made = sheets.as_csv(SHEET)

    assert made.startswith(b"\xef\xbb\xbf")
    head, ana, formula, letters = csv.reader(io.StringIO(made.decode("utf-8-sig")))
    local = f"{timezone.localtime(MOMENT):%Y-%m-%d %H:%M:%S}"
    assert head == ["Pupil", "'+Mark", "Attempts", "Begun"]
    assert ana == ["Ana", "66.67", "3", local]
    assert formula == ["'=HYPERLINK(1)", "", "-1", ""]
    assert letters[0] == "Vjosë Ç"


def test_workbooks_hold_numbers_as_numbers_and_times_as_times():
    page = load_workbook(io.BytesIO(sheets.as_xlsx(SHEET))).active
    rows = [[cell.value for cell in row] for row in page.iter_rows()]

    local = timezone.localtime(MOMENT).replace(tzinfo=None, microsecond=0)
    assert rows[1] == ["Ana", 66.67, 3, local]
    assert rows[2] == ["'=HYPERLINK(1)", None, -1, None]
    assert {cell.data_type for row in page.iter_rows() for cell in row} <= {
        "s",
        "n",
        "d",
    }
    assert page.freeze_panes == "B2"
    assert page["D2"].number_format == sheets.MOMENT


@pytest.mark.parametrize("format", sheets.FORMATS)
def test_a_file_has_a_name_that_tells_its_day(format):
    response = sheets.as_file(SHEET, format)

    day = f"{timezone.localdate():%Y-%m-%d}"
    assert f'filename="marks-{day}.{format}"' in response["Content-Disposition"]
