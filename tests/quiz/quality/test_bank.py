"""What shows only over many questions: places and ranks of keys, and who is right."""

from dataclasses import replace

import pytest

from quiz.quality import bank
from tests.quiz.quality.samples import DATE, PARTNER, WHEN, put

PLACES, RANKS, KEYS = bank.BANK_RULES


def at(draft, places):
    return [replace(draft, solution=place) for place in places]


def right(name, count, of) -> list:
    """So many questions with this name among the options, right in some."""
    shown = put(PARTNER, 0, text=name)
    return [replace(shown, solution=0 if n < count else 1) for n in range(of)]


@pytest.mark.parametrize(("rule", "draft"), [(PLACES, PARTNER), (RANKS, WHEN)])
@pytest.mark.parametrize(
    ("places", "is_even"),
    [
        ([0, 1, 2] * 20, True),
        ([0] * 26 + [1] * 20 + [2] * 14, True),  # p = .17
        ([0] * 34 + [1] * 16 + [2] * 10, False),
        ([1] * 60, False),
        ([1] * 9, True),  # too few to tell
    ],
)
def test_keys_stand_at_every_place_as_often_as_chance_would_have_it(
    rule, draft, places, is_even
):
    assert (rule.check(at(draft, places)) == "") is is_even


def test_places_and_ranks_are_looked_at_apart():
    middles = at(WHEN, [1] * 60)

    assert PLACES.check(middles) == ""
    assert PLACES.check([*middles, *at(DATE, ["1949"] * 60)]) == ""


def test_who_is_right_far_more_often_than_he_stands_there_is_found():
    others = [replace(PARTNER, solution=n % 3) for n in range(60)]

    assert KEYS.check([*others, *right("Osmia", 4, of=12)]) == ""
    assert "'Osmia'" in KEYS.check([*others, *right("Osmia", 11, of=12)])
    assert KEYS.severity == "warning"
