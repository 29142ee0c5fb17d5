"""Cells as a file holds them: text that no spreadsheet runs, and back."""

from unicodedata import normalize

from quiz.harmless import harmless

APOSTROPHE = "'"


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could run it, blanks in front or not."""
    return harmless(text) != text or harmless(text.lstrip()) != text.lstrip()


def shielded(text: str) -> str:
    """With an apostrophe before it where it could be run; `bared` takes it off again."""
    return APOSTROPHE + text if is_formula(text.lstrip(APOSTROPHE)) else text


def bared(text: str) -> str:
    is_shielded = text.startswith(APOSTROPHE) and is_formula(text.lstrip(APOSTROPHE))
    return text[1:] if is_shielded else text


def heading(text: str) -> str:
    """As headings are compared: “Other names” and “other_names” are one."""
    return " ".join(normalize("NFKC", text).casefold().replace("_", " ").split())
