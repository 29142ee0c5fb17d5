from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.document import Block, Place, read

ARTICLE = (
    Path(__file__).resolve().parents[2]
    / "../shared/document/foreign_relations_of_albania.txt"
)

SMALL = """\
= Foreign relations of Freedonia =

Freedonia lies by the sea.

Its minister is Rufus Firefly.

== Neighbours/Freedonia ==

=== Sylvania ===
The two signed a treaty on 7 April 1924.
;Quarrels

They disagree about a hat.
; Peace
They shook hands.

== Partners ==
Partners of the state are:
| # | Country | Date |
|---|---|---|
| 1 | | 1924 |
| — | (severed) | |

| Country | Notes |
| | See Freedonia\u2013Sylvania relations |

In 2008 it chose new ones, namely Antigua and Barbuda, Chad (north, south), Uganda and Vanuatu.
- List of embassies
- List of hats
"""


def texts(document, section, kind):
    return [
        block.text
        for block in document.blocks
        if (block.place.section, block.place.kind) == (section, kind)
    ]


def test_headings_make_paths_and_the_first_is_the_title():
    document = read(SMALL)

    assert document.title == "Foreign relations of Freedonia"
    assert document.sections == (
        "",
        "Neighbours/Freedonia",
        "Neighbours/Freedonia > Sylvania",
        "Neighbours/Freedonia > Sylvania > Quarrels",
        "Neighbours/Freedonia > Sylvania > Peace",
        "Partners",
    )


def test_paragraphs_are_counted_within_their_section():
    document = read(SMALL)

    assert document.find(Place("", "paragraph", 2)).text == (
        "Its minister is Rufus Firefly."
    )
    assert texts(document, "Neighbours/Freedonia > Sylvania > Peace", "paragraph") == [
        "They shook hands."
    ]
    assert document.find(Place("", "paragraph", 3)) is None


def test_rows_are_counted_over_all_tables_of_a_section_without_headers():
    document = read(SMALL)

    assert texts(document, "Partners", "row") == [
        "1 | | 1924",
        "— | (severed)",
        "See Freedonia\u2013Sylvania relations",
    ]
    assert len(texts(document, "Partners", "table")) == 2


def test_a_row_knows_its_table():
    document = read(SMALL)

    tables = [document.table_of(Place("Partners", "row", n)) for n in (1, 2, 3)]

    assert tables == [
        Place("Partners", "table", 1),
        Place("Partners", "table", 1),
        Place("Partners", "table", 2),
    ]


def test_items_are_counted_apart_from_paragraphs():
    document = read(SMALL)

    assert document.find(Place("Partners", "item", 2)).text == "List of hats"
    assert document.find(Place("Partners", "paragraph", 2)).text.startswith("In 2008")


@pytest.mark.parametrize(
    ("paragraph", "entries"),
    [
        (
            "It chose some, namely Antigua and Barbuda, Chad, Uganda and Vanuatu.",
            ["Antigua and Barbuda", "Chad", "Uganda", "Vanuatu"],
        ),
        ("AC, CERN (observer, no member), WTO", ["AC", "CERN (observer, no member)", "WTO"]),
        (
            "Chad, Uganda, and Antigua and Barbuda",
            ["Chad", "Uganda", "Antigua and Barbuda"],
        ),
        ("Namibia and Chad", ["Namibia", "Chad"]),
        ("UN.", ["UN"]),
    ],
)  # fmt: skip
def test_a_list_in_a_paragraph_is_taken_apart(paragraph, entries):
    block = Block(Place("Partners", "paragraph", 1), paragraph)

    assert [entry.text for entry in block.entries] == entries


def test_an_entry_is_found_by_its_number():
    document = read(SMALL)

    entry = document.find(Place("Partners", "entry", 2, 2))

    assert entry.text == "Chad (north, south)"
    assert document.find(Place("Partners", "entry", 2, 5)) is None
    assert document.find(Place("Partners", "entry", 9, 1)) is None


@pytest.mark.parametrize(
    ("token", "stands"),
    [
        ("29 July 1992", True),
        ("July", True),
        ("Jul", False),
        ("9 July", False),
        ("$30 million", True),
        ("95%", True),
        ("Vlorë", True),
        ("Vlor", False),
        ("Albania", True),
        ("250", False),
        ("000", False),
        ("1998-1999", True),
        ("1998\u20131999", False),
        ("july", False),
    ],
)
def test_tokens_stand_as_whole_words_as_printed(token, stands):
    text = (
        "On 29\u00a0July  1992 Albania's port of Vlorë had $30 million, 95% (1998-1999)"
        " and 250,000 visitors."
    )
    block = read(text).find(Place("", "paragraph", 1))

    assert block.has(token) is stands


def test_white_space_does_not_change_a_fingerprint_and_words_do():
    one, other, changed = (
        read(text).blocks[0].fingerprint
        for text in ("In  1992 it began. ", "In 1992\tit began.", "In 1993 it began.")
    )

    assert one == other
    assert one != changed
    assert len(one) == 16


@given(st.text())
def test_any_text_can_be_read_and_every_block_found_again(text):
    document = read(text)

    for block in document.blocks:
        assert document.find(block.place) == block
        if block.place.kind == "paragraph":
            found = [document.find(entry.place) for entry in block.entries]
            assert found == list(block.entries)


@pytest.fixture
def article():
    if not ARTICLE.exists():
        pytest.skip("the article is not at hand")
    return read(ARTICLE.read_text())


def test_its_tables_have_the_rows_that_a_reader_counts(article):
    rows = {
        section: len(texts(article, section, "row")) for section in article.sections
    }

    assert {section: count for section, count in rows.items() if count} == {
        "List of countries": 171,
        "Diplomatic relations > Africa": 5,
        "Diplomatic relations > Americas": 6,
        "Diplomatic relations > Asia": 23,
        "Diplomatic relations > Europe": 38,
        "Diplomatic relations > Oceania": 1,
        "Former countries": 5,
        "Multilateral": 3,
    }


def test_its_two_lists_have_29_states_and_80_bodies(article):
    states = article.find(Place("List of countries", "paragraph", 2)).entries
    bodies = article.find(Place("Organizations", "paragraph", 2)).entries

    assert (len(states), len(bodies)) == (29, 80)
    assert [states[17].text, states[-1].text] == [
        "Saint Kitts and Nevis",
        "Vanuatu",
    ]
    assert [bodies[7].text, bodies[-1].text] == ["CERN (Non-Member State)", "WTO"]


def test_lines_with_a_semicolon_open_sections(article):
    conflicts = Place("International > International conflicts", "paragraph", 1)

    assert article.find(conflicts).has("Ukraine in 2022")
    assert len(texts(article, "International > Disputes", "paragraph")) == 2
