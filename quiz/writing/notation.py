"""Answers as one cell of a spreadsheet holds them, a line each.

A star marks what is right; after a bar stands what is to be known of the line. A line
that begins with the bar has no text of its own: in a match, an answer to spare.

    * Korça
    Berat | A town of windows
"""

from collections.abc import Iterable

from quiz.writing.plain import Line

BAR, STAR = "|", "*"


def written(lines: Iterable[Line]) -> str:
    return "\n".join(map(_written, lines))


def _written(line: Line) -> str:
    text = f"{STAR} {line.text}" if line.is_right else line.text
    return f"{text} {BAR} {line.beside}".strip() if line.beside else text


def read(cell: str) -> tuple[Line, ...]:
    return tuple(_read(row) for row in cell.splitlines() if row.strip())


def _read(row: str) -> Line:
    text, _, beside = row.partition(BAR)
    text = text.strip()
    is_right = text.startswith(STAR)
    return Line(text.removeprefix(STAR).strip(), beside.strip(), is_right)
