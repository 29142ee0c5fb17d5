"""What a test-wise reader would take for the same word, and for fitting letters."""

import pytest

from quiz.quality.wording import content, fit, folded, shared


@pytest.mark.parametrize(
    ("one", "other", "are_alike"),
    [
        ("established", "establishment", True),
        ("turkey", "turkish", True),
        ("greek", "greece", True),
        ("pakistani", "pakistan", True),
        ("yugoslav", "yugoslavia", True),
        ("international", "interpol", False),
        ("iran", "iraq", False),
        ("1992", "19921", False),
        ("trade", "trader", True),
    ],
)
def test_words_of_one_root_are_alike(one, other, are_alike):
    assert bool(shared({one}, {other})) is are_alike


def test_content_is_long_words_numbers_and_short_names():
    words = content("In which year did Albania’s EU bid, of 2009, meet Greece’s veto?")

    assert words == {"eu", "2009", "meet", "greece", "veto"}


def test_marks_and_capitals_are_folded():
    assert folded("  Vlorë – “Milošević” ") == "vlore milosevic"


@pytest.mark.parametrize(
    ("acronym", "name", "share"),
    [
        ("EBRD", "European Bank for Reconstruction and Development", 1.0),
        ("EBRD", "International Bank for Reconstruction and Development", 0.75),
        ("ILO", "International Labour Organization", 1.0),
        ("CoE", "Council of Europe", 1.0),
        ("WHO", "Central Bank", 0.0),
    ],
)
def test_letters_fit_as_far_as_initials_spell_them(acronym, name, share):
    assert fit(acronym, name) == share
