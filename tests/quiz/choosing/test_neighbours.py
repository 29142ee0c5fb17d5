"""Neighbours differ where they can, and nothing is lost."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.choosing.neighbours import parted


def of(letters: str) -> str:
    return "".join(parted(letters, key=str.lower))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("abc", "abc"),
        ("aab", "aba"),
        ("aabb", "abab"),
        ("abcdd", "abdcd"),
        ("aaabbbc", "abababc"),
        ("bccc", "cbcc"),
        ("aaa", "aaa"),
        ("aAb", "abA"),
    ],
)
def test_what_is_alike_waits_for_the_next_gap(before, after):
    assert of(before) == after


@given(st.text("abcd"))
def test_neighbours_are_alike_only_where_one_thing_is_more_than_half(letters):
    row = of(letters)

    assert Counter(row) == Counter(letters)
    most = max(Counter(letters).values(), default=0)
    runs = sum(one == other for one, other in pairwise(row))
    assert runs == max(0, most - (len(letters) - most) - 1)
