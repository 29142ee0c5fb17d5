"""What keeps a written question from being asked, and what a good one would avoid.

Faults are refused. Warnings come from the rules that generated questions pass, as far
as a rule needs no fact base; they are shown to the author and left to them.
"""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from quiz.formats import FORMATS
from quiz.models import Topic
from quiz.writing import WRITERS
from quiz.writing.plain import Fault, Plain

LONGEST = {
    "stem": 300,  # as `Question` keeps them
    "explanation": 499,  # and a full stop
    "source": 200,
    "link": 300,
}
MISSING = {
    "stem": "Write the question.",
    "explanation": "Write a sentence that explains the answer.",
    "source": "Say where it stands: pupils are told that the source is yours.",
}
NO_FORMAT = "Choose one of the ways of answering."
NO_TOPIC = "Choose one of the topics."
NO_LINK = "Write the address of a page in full, beginning with https://."
NO_BAR = "Please write it without the sign “|”."
NO_STAR = "Please write it without a “*” at its beginning."

is_web_address = URLValidator(schemes=["http", "https"])


def faults(plain: Plain) -> Iterator[Fault]:
    """What is wrong with it, as a field and a sentence, each said once."""
    yield from dict.fromkeys(_faults(plain))


def _faults(plain: Plain) -> Iterator[Fault]:
    if plain.format not in FORMATS:
        yield "format", NO_FORMAT
        return
    if plain.topic not in Topic:
        yield "topic", NO_TOPIC
    for name, longest in LONGEST.items():
        text = getattr(plain, name)
        if len(text) > longest:
            yield name, f"Please keep it to {longest} characters."
        elif not any(map(str.isalnum, text)) and name in MISSING:
            yield name, MISSING[name]
    if plain.link and not _is_link(plain.link):
        yield "link", NO_LINK
    yield from _faults_of_signs(plain)
    yield from WRITERS[plain.format].faults(plain)


def _is_link(text: str) -> bool:
    try:
        is_web_address(text)
    except ValidationError:
        return False
    return True


def _faults_of_signs(plain: Plain) -> Iterator[Fault]:
    """What the lines of a spreadsheet's cell are told apart by."""
    for line in plain.lines:
        if "|" in line.text + line.beside:
            yield "lines", NO_BAR
        if line.text.startswith("*"):
            yield "lines", NO_STAR
