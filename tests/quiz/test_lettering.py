"""Words in a given space: as large as they can be, and never out of it."""

import pytest

from quiz.lettering import size, width, wrapped


def test_capitals_are_wider_than_small_letters_and_i_is_narrow():
    assert width("KOSOVO") > width("Kosovo") > width("Iiiiii")


def test_no_line_is_longer_than_its_room():
    lines = ["SAINT VINCENT AND", "THE GRENADINES"]

    assert size(lines, 100, largest=30) * max(map(width, lines)) <= 101
    assert size(["UN"], 100, largest=30) == 30
    assert size([], 100, largest=30) == 30


@pytest.mark.parametrize(
    ("text", "most", "lines"),
    [
        ("Kosovo", 3, ["Kosovo"]),
        ("North Macedonia", 1, ["North Macedonia"]),
        ("North Macedonia", 2, ["North", "Macedonia"]),
        (
            "Democratic Republic of the Congo",
            2,
            ["Democratic Republic", "of the Congo"],
        ),
        (
            "Council of Europe Development Bank",
            3,
            ["Council of Europe", "Development", "Bank"],
        ),
    ],
)
def test_text_breaks_where_its_longest_line_is_shortest(text, most, lines):
    assert wrapped(text, most) == lines
