"""Typed names: what may be sent, what is asked for once more, what it earns."""

import pytest

from quiz import grading, play
from quiz.exceptions import LookAgain
from quiz.formats import FORMATS
from quiz.models import Answer, Entry, Item
from tests.factories import (
    NOW,
    make_attempt,
    make_country,
    make_milestone,
    make_organization,
    make_person,
    make_question,
)

pytestmark = pytest.mark.django_db

NAME = FORMATS["name"]
KOSOVO = {"text": "Kosovo", "kind": "country", "accepts": ["kosova", "kosovo"]}
LONG = "European Organisation for the Safety of Air Navigation"


@pytest.fixture(autouse=True)
def known():
    """What has a name here, beside every place there is."""
    make_country(slug="kosovo", name="Kosovo", iso2="XK")
    make_country(slug="iran", name="Iran", iso2="IR")
    make_organization(slug="who", acronym="WHO", name="World Health Organization")
    make_organization(slug="wto", acronym="WTO", name="World Trade Organization")
    make_person(slug="berisha", name="Sali Berisha", surname="Berisha")


def name_question(**option):
    option = KOSOVO | {"open": []} | option
    blank = {"proof": "", "truth": "", "claim": "", "page": ""}
    return make_question(
        format="name",
        family="typed-partner",
        aspect="who",
        generated_stem="With which state did relations begin?",
        options=[blank | option],
        solution=option["text"],
    )


def item_of(**option) -> Item:
    return make_attempt(questions=[name_question(**option)]).items.get()


def fresh(item: Item) -> Item:
    return Item.objects.get(pk=item.pk)


def answer(item: Item, text: str) -> float:
    return play.answer(fresh(item), text, now=NOW).credit


def form_of(item: Item, text: str):
    form = NAME.form(item, {"name": text})
    form.is_valid()
    return form


@pytest.mark.parametrize("typed", ["Kosovo", " kosova ", "KOSOVË", "the Kosovo."])
def test_every_accepted_name_is_right_in_any_spelling(typed):
    accepts = ["kosova", "kosove", "kosovo"]

    assert answer(item_of(accepts=accepts), typed) == 1


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("  North \t  Macedonia ", "North Macedonia"),
        ("Kos\u200bovo\u202e", "Kosovo"),
        ("Kos\x00ovo\x07", "Kos ovo"),
        ("Косово", "Косово"),
    ],
)
def test_what_cannot_be_seen_is_taken_out_of_the_text(sent, kept):
    form = form_of(item_of(), sent)

    assert form.errors == {}
    assert form.given() == kept


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ("", "write a name"),
        ("   ", "write a name"),
        ("\u200b\x00", "write a name"),
        ("?!", "in letters"),
        ("1992", "in letters"),
        ("🇽🇰", "in letters"),
        ("👍👍", "in letters"),
        ("Kosovo " * 1000, "longer than any name"),
    ],
)
def test_what_is_no_name_is_kindly_refused(sent, words):
    form = form_of(item_of(), sent)

    assert words in form.errors["name"][0]
    assert "autofocus" in form.fields["name"].widget.attrs


@pytest.mark.parametrize("given", ["", "?!", 3, None, ["Kosovo"], "x" * 151])
def test_what_no_form_sends_is_no_answer(given):
    assert not NAME.takes(item_of(), given)


@pytest.mark.parametrize(
    ("option", "label"),
    [
        ({"kind": "country"}, "Name of the state"),
        ({"kind": "person"}, "Name of the person"),
        ({"kind": "organization"}, "Name of the organisation"),
        ({"kind": "organization", "in_full": True}, "Full name"),
        ({"kind": "acronym"}, "Short name of the organisation"),
    ],
)
def test_the_label_says_what_is_expected(option, label):
    assert NAME.form(item_of(**option)).fields["name"].label == label


@pytest.mark.parametrize("typed", ["Iran", "Nigeria", "WHO", "Sali Berisha", "Berisha"])
def test_another_real_name_is_wrong_at_once_and_told_as_what_it_is(typed):
    item = item_of()

    assert answer(item, typed) == 0
    assert Answer.objects.get().told["text"]
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("accepted", "typed"),
    [("iran", "Iraq"), ("niger", "Nigeria"), ("gambia", "Zambia")],
)
def test_another_real_name_is_never_a_slip(accepted, typed):
    assert answer(item_of(text=accepted, accepts=[accepted]), typed) == 0


def test_what_another_state_is_is_told_from_the_base():
    milestone = make_milestone(date="1949-11-23")
    milestone.refresh_from_db()
    item = item_of()

    answer(item, milestone.country.name)

    feedback = grading.feedback(fresh(item))
    assert feedback.rows[0].truth == milestone.statement
    assert feedback.rows[0].sources[0]["locator"] == milestone.passages.get().locator
    assert [(row.text, row.mark) for row in feedback.rows] == [
        (milestone.country.name, "chosen"),
        ("Kosovo", "right"),
    ]


def test_a_place_the_base_holds_nothing_of_is_said_to_be_left_out():
    item = item_of()

    answer(item, "Philippines")

    told = Answer.objects.get().told["text"]
    assert told == "The article does not mention the Philippines."


def test_a_slip_is_asked_about_once_and_then_taken_with_the_right_spelling():
    item = item_of()

    with pytest.raises(LookAgain):
        answer(item, "Kosvo")

    assert not Answer.objects.exists()
    assert Entry.objects.get().text == "Kosvo"
    assert answer(item, "Kosvo") == 1
    feedback = grading.feedback(fresh(item))
    assert feedback.rows[0].truth == "You wrote “Kosvo”. It is spelt Kosovo."
    assert feedback.announcement == "Right: Kosvo. It is spelt Kosovo."


def test_a_second_text_that_is_no_name_either_is_wrong():
    item = item_of()

    with pytest.raises(LookAgain):
        answer(item, "Atlantis")

    assert answer(item, "Atlantis") == 0
    assert Answer.objects.get().told == {"text": "We know nothing by that name."}


def test_looking_again_costs_nothing():
    item = item_of()

    with pytest.raises(LookAgain):
        answer(item, "Kosvvo")

    assert answer(item, "Kosovo") == 1


def test_what_is_said_of_the_spelling_does_not_depend_on_how_near_it_is():
    item = item_of()

    messages = {
        NAME.wants_another_look(item, typed)
        for typed in ("Kosvo", "Kosov", "Atlantis", "Xyzzy", "Ko")
    }

    assert len(messages) == 1
    assert messages != {""}


def test_the_second_try_is_announced_where_the_page_is_opened_anew():
    item = item_of()
    with pytest.raises(LookAgain):
        answer(item, "Atlantis")

    assert "second try" in NAME.form(fresh(item)).fields["name"].help_text


@pytest.mark.parametrize("typed", ["WHO", "who", "W.H.O.", "w h o", "the WHO"])
def test_an_acronym_is_right_whatever_its_dots_and_capitals(typed):
    option = {"text": "WHO", "kind": "acronym", "accepts": ["who"]}

    assert answer(item_of(**option), typed) == 1


@pytest.mark.parametrize("typed", ["WHOO", "WH", "HWO", "UNESSCO"])
def test_an_acronym_is_exact_even_when_asked_again(typed):
    option = {"text": "UNESCO", "kind": "acronym", "accepts": ["unesco"]}
    item = item_of(**option)

    with pytest.raises(LookAgain):
        answer(item, typed)

    assert answer(item, typed) == 0


def test_the_other_form_of_the_very_name_is_asked_for_again():
    short = item_of(text="WHO", kind="acronym", accepts=["who"])
    full = item_of(
        text="World Health Organization",
        kind="organization",
        accepts=["world health organisation", "world health organization"],
        in_full=True,
    )

    assert "short name" in NAME.wants_another_look(short, "World Health Organisation")
    assert "in full" in NAME.wants_another_look(full, "WHO")
    assert NAME.wants_another_look(full, "World Trade Organization") == ""
    assert NAME.grade(full, "WHO").told["text"].startswith("That is its short name.")
    told = NAME.grade(short, "World Health Organisation").told["text"]
    assert told.startswith("That is its full name.")


def test_a_body_may_be_written_either_way_where_the_question_leaves_it_open():
    accepts = ["who", "world health organisation"]
    option = {"text": "WHO", "kind": "organization", "accepts": accepts}

    for typed in ("W.H.O.", "The World Health Organization"):
        assert answer(item_of(**option), typed) == 1


def test_what_the_base_cannot_rule_out_is_not_counted_at_once():
    item = item_of(open=["iran"])

    with pytest.raises(LookAgain, match="cannot be ruled out"):
        answer(item, "Iran")

    assert answer(item, "Kosovo") == 1


def test_a_later_question_is_not_answered_by_what_is_told():
    milestone = make_milestone(date="1949-11-23")
    later = make_question(claim=milestone.slug)
    attempt = make_attempt(questions=[name_question(), later])
    item = attempt.items.get(format="name")
    attempt.items.exclude(pk=item.pk).update(position=9)

    told = NAME.grade(fresh(item), milestone.country.name).told["text"]

    assert told == f"The article tells of {milestone.country} elsewhere."


def test_nothing_is_earned_blindly_and_the_right_answer_earns_all():
    item = item_of()

    assert NAME.chance(item) == 0
    assert NAME.grade(item, NAME.right(item)).credit == 1


def test_nothing_of_the_name_is_on_the_page_before_the_answer(client, learner):
    attempt = make_attempt(questions=[name_question()], learner=learner)
    url = f"/attempts/{attempt.pk}/1/"

    for page in (client.get(url), client.post(f"{url}answer/", {"name": "Atlantis"})):
        text = page.content.decode().casefold()
        assert "koso" not in text
        assert 'autocomplete="off"' in text
        assert 'spellcheck="false"' in text
    assert "we know nothing by that name" in text
    assert 'value="atlantis"' in text
