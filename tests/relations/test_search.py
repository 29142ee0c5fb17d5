"""What pupils type, and what has to come first."""

import pytest

from relations import search
from relations.search.finding import Found, find
from relations.search.library import Library
from relations.search.query import read
from relations.search.showing import pieces
from tests.relations.told import state, told


@pytest.fixture
def look_up(published_library):
    def look_up(typed: str) -> Found:
        return find(read(typed), published_library)

    return look_up


def names(found: Found) -> list[str]:
    return [one.thing.name for one in found.dossiers]


def slugs(found: Found) -> list[str]:
    return [fact.slug for fact in found.facts]


# Among the shipped facts: names


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("greece", "Greece"),
        ("GREECE", "Greece"),
        (" greece ", "Greece"),
        ("Greqi", "Greece"),
        ("Greqia", "Greece"),
        ("turqi", "Turkey"),
        ("Türkiye", "Turkey"),
        ("turkiye", "Turkey"),
        ("UK", "United Kingdom"),
        ("U.K.", "United Kingdom"),
        ("britain", "United Kingdom"),
        ("us", "United States"),
        ("usa", "United States"),
        ("America", "United States"),
        ("E.U.", "EU"),
        ("eu", "EU"),
        ("european union", "EU"),
        ("nato", "NATO"),
        ("N.A.T.O.", "NATO"),
        ("united nations", "UN"),
        ("world trade organization", "WTO"),
        ("World Trade Organisation", "WTO"),
        ("Shqiperi", "Albania"),
        ("Shqipëria", "Albania"),
        ("shqiperia", "Albania"),
        ("kosova", "Kosovo"),
        ("Kosovë", "Kosovo"),
        ("macedonia", "North Macedonia"),
        ("republic of macedonia", "North Macedonia"),
        ("FYROM macedonia", "North Macedonia"),
        ("vatican", "Holy See"),
        ("the gambia", "Gambia"),
        ("st lucia", "Saint Lucia"),
        ("st. lucia", "Saint Lucia"),
        ("ussr", "Soviet Union"),
        ("persia", "Iran"),
        ("irak", "Iraq"),
        ("milosevic", "Slobodan Milošević"),
        ("Milošević", "Slobodan Milošević"),
        ("Milosevic Slobodan", "Slobodan Milošević"),
        ("rama", "Edi Rama"),
        ("kemal bey", "Ismail Qemali"),
        ("treaty of peace", "Treaty of Peace and Friendship"),
        ("operation alba", "The unrest of 1997 and Operation Alba"),
        ("treaty of peace and friendship", "Treaty of Peace and Friendship"),
        ("what is NATO?", "NATO"),
        ("Albania's", "Albania"),
        ("who", "WHO"),
    ],
)
def test_a_name_in_any_spelling_comes_first(look_up, typed, name):
    found = look_up(typed)

    assert names(found)[0] == name
    assert found.close == ()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Makedonia e Veriut", "North Macedonia"),
        ("monteengro", "Montenegro"),
        ("Montengero", "Montenegro"),
        ("kosvo", "Kosovo"),
        ("grece", "Greece"),
        ("yugoslawia", "Yugoslavia"),
        ("berisa", "Sali Berisha"),
        ("azerbajan", "Azerbaijan"),
    ],
)
def test_a_slip_is_understood_and_told_as_one(look_up, typed, name):
    found = look_up(typed)

    assert names(found)[0] == name
    assert found.close


@pytest.mark.parametrize(
    ("typed", "name"),
    [("gre", "Greece"), ("mont", "Montenegro"), ("unit", "United States"), ("g", None)],
)
def test_the_beginning_of_a_name_is_enough(look_up, typed, name):
    found = look_up(typed)

    assert name in names(found)[:3] if name else names(found)
    assert found.close == ()


def test_one_state_never_answers_for_another(look_up):
    iran, iraq, nowhere = look_up("iran"), look_up("iraq"), look_up("irap")

    assert (names(iran)[0], names(iraq)[0]) == ("Iran", "Iraq")
    assert "Iraq" not in names(iran)
    assert "Iran" not in names(iraq)
    assert nowhere.count == 0
    assert {one.thing.name for one in nowhere.near} == {"Iran", "Iraq"}


def test_a_place_that_is_not_named_is_no_slip_of_another(look_up):
    found = look_up("Austria"), look_up("Nepal"), look_up("Nigeria")

    assert names(found[0])[0] == "Austria"
    assert [one.unmentioned for one in found[1:]] == ["Nepal", "Nigeria"]
    assert [one.count for one in found[1:]] == [0, 0]


# Among the shipped facts: sentences


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("vlore", "pasha-liman-place"),
        ("Vlorë", "pasha-liman-place"),
        ("pasha liman", "pasha-liman-access"),
        ("when did Albania join NATO", "nato-joined"),
        ("When did Albania join NATO?", "nato-joined"),
        ("declared independence", "independence-declared"),
        ("security council vote", "security-council-vote"),
        ("confederation", "confederation-plans"),
        ("confederacion", "confederation-plans"),
        ("uk", "united-kingdom-established"),
        ("international labour", "ilo"),
        ("kosovo 2008", "kosovo-established"),
        ("greece 1996", "treaty-of-peace-1996"),
        ("military agrement turkey", "military-accord-1992"),
        ("training civil servants pakistan", "pakistan-trains"),
    ],
)
def test_words_find_their_sentence(look_up, typed, slug):
    found = slugs(look_up(typed))

    assert slug in found[:3]


@pytest.mark.parametrize(
    "typed",
    [
        "29 July 1992",
        "29.7.1992",
        "29/07/1992",
        "1992-07-29",
        "July 29, 1992",
        "29th of July 1992",
        "29 jul 1992",
        "29 korrik 1992",
        "7/1992",
        "July 1992",
        "1992-07",
        "korrik 1992",
    ],
)
def test_a_date_in_any_form_finds_what_happened_then(look_up, typed):
    assert slugs(look_up(typed))[0] == "military-accord-1992"


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("1907", "protocol-1907"),
        ("1890", "kollias-1881-1907"),
        ("19th century", "confederation-plans"),
        ("2025", "latvia-nomination"),
        ("the 90s", "nano-preferred"),
        ("1990s", "nano-preferred"),
    ],
)
def test_a_year_or_more_finds_what_was_then(look_up, typed, slug):
    assert slug in slugs(look_up(typed))


def test_what_is_surely_of_a_time_comes_before_what_may_be(look_up):
    query, found = read("1992"), look_up("1992")

    surely = [fact.time.within(query.time) for fact in found.facts]
    assert surely == sorted(surely, reverse=True)
    assert {True, False} == set(surely)


def test_most_of_the_words_are_better_than_nothing(look_up):
    found = look_up("treaty of friendship with greece and hungary and spain")

    assert found.is_partial
    assert slugs(found)[0] == "treaty-of-peace-1996"


@pytest.mark.parametrize("typed", ["xyzzy", "qwertyuiop", "北京", "zzz zzz"])
def test_what_is_nowhere_is_not_found(look_up, typed):
    found = look_up(typed)

    assert (found.count, found.near) == (0, [])


# Among made-up facts


def library(*facts, things=()) -> Library:
    about = [thing for fact in facts for thing in fact.about]
    return Library(facts, dict.fromkeys([*things, *about]))


def test_a_phrase_comes_before_its_words_and_they_before_beginnings():
    found = find(
        read("closed border"),
        library(
            told("The borders were closed.", slug="a"),
            told("The border was closed.", slug="b"),
            told("A closed border.", slug="c"),
        ),
    )

    assert slugs(found) == ["c", "b", "a"]


def test_facts_about_a_named_thing_are_found_under_any_of_its_names():
    holy_see = state("Holy See", aliases=("Vatican",))

    found = find(read("vatican"), library(told("Relations began.", about=(holy_see,))))

    assert found.count == 2


def test_two_letters_find_no_words_that_only_begin_so():
    facts = library(told("Eunice came.", slug="begun"), told("The EU came.", slug="eu"))

    assert slugs(find(read("eu"), facts)) == ["eu"]


def test_a_number_is_never_a_slip_of_another():
    facts = library(told("Form 12345678 was sent."))

    assert find(read("12345678"), facts).count == 1
    assert find(read("12345679"), facts).count == 0


def test_a_place_of_the_world_is_no_slip_of_one_in_the_base():
    known = library(things=[state("Slovakia")])

    found, slip = find(read("slovenia"), known), find(read("slovekia"), known)

    assert (found.count, found.unmentioned) == (0, "Slovenia")
    assert (slip.count, slip.close) == (1, ("slovekia",))


def test_names_among_the_words_are_offered_too():
    greece, turkey = state("Greece"), state("Turkey")
    fact = told("Greece feared Turkey.", about=(greece, turkey))

    found = find(read("turkey greece"), library(fact, told(about=(greece,))))

    assert names(found) == ["Greece", "Turkey"]
    assert found.facts == [fact]


def test_a_spelling_that_changed_in_the_base_is_found_at_once():
    before = library(things=[state("Eswatini", aliases=("Swaziland",))])
    after = library(things=[state("Eswatini")])

    assert find(read("swaziland"), before).count == 1
    assert find(read("swaziland"), after).count == 0


def test_words_are_marked_as_they_stand():
    cut = pieces("Slobodan Milošević’s line", frozenset({"milosevic"}))

    assert [(piece.text, piece.is_found) for piece in cut] == [
        ("Slobodan ", False),
        ("Milošević", True),
        ("’s line", False),
    ]


def test_nothing_is_lost_by_cutting():
    text = "…U.S., “Vlorë” – 29 July: end."

    cut = pieces(text, frozenset({"vlore", "29", "end"}))

    assert "".join(piece.text for piece in cut) == text


# What was typed


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("when did Albania join NATO?", ("albania", "join", "nato")),
        ("who", ("who",)),
        ("the", ("the",)),
        ("Albania’s neighbours", ("albania", "neighbours")),
        ("U.N.", ("un",)),
        (
            "International Labor Organization",
            ("international", "labour", "organisation"),
        ),
        ("greece greece", ("greece",)),
        ("... !?", ()),
    ],
)
def test_a_text_is_read_as_its_telling_words(typed, words):
    assert read(typed).words == words


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31 February 1992", "February 1992"),
        ("99/99/1992", "1992"),
        ("45/1992", "1992"),
        ("May 1992", "May 1992"),
        ("maj 1992", "May 1992"),
        ("row 1992", "1992"),
        ("1881-1907", "1881 to 1907"),
    ],
)
def test_a_date_that_cannot_be_is_read_as_far_as_it_can(typed, said):
    assert read(typed).time.said == said


def test_no_more_is_read_than_anybody_looks_for():
    assert len(read("word " * 1000).text) <= 100


@pytest.mark.parametrize("typed", ["", " ", "\0", "\n\t", "\u202e\u200b"])
def test_nothing_is_nothing(typed):
    query = read(typed)

    assert query.is_empty
    assert query.text == ""


@pytest.mark.django_db
def test_an_empty_search_reads_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert search.search("...").found.count == 0
