"""Cells of a table that no spreadsheet takes for a formula."""

from unicodedata import normalize

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(cell: object) -> object:
    """A cell that no spreadsheet runs: a leading apostrophe makes it plain text.

    Full-width signs are formulas to some spreadsheets, so they count as what they are.
    """
    if isinstance(cell, str) and normalize("NFKC", cell).startswith(STARTS_A_FORMULA):
        return f"'{cell}"
    return cell
