"""Naming them all: how names come in one by one, how it ends, and what is told."""

import pytest
from django.db import IntegrityError
from django.urls import reverse

from quiz import grading, play
from quiz.exceptions import (
    AlreadyAnswered,
    LookAgain,
    NamedAlready,
    NoSuchOption,
    OutOfTurn,
    TooManyNames,
)
from quiz.formats import FORMATS
from quiz.formats.name import NO_LETTERS
from quiz.models import Answer, Entry
from tests.factories import (
    NOW,
    make_attempt,
    make_country,
    make_milestone,
    make_question,
)
from tests.quiz.formats.many import (
    item_of,
    match_question,
    option,
    roll_question,
)

pytestmark = pytest.mark.django_db
ROLL = FORMATS["roll"]
MANY = [f"Isle {chr(65 + n)}" for n in range(12)]


def entered(item, *names) -> list[Entry]:
    return [play.enter(item, name, now=NOW) for name in names]


def ended(item, text: str = ""):
    """What somebody gives who ends now, with this still in the field."""
    form = ROLL.form(item, {"name": text})
    assert form.is_valid()
    return form.given()


def url(item, name: str = "enter") -> str:
    return reverse(f"quiz:{name}", args=[item.attempt_id, item.position])


@pytest.fixture
def item(learner):
    return item_of(roll_question(), learner=learner)


def test_a_name_is_noted_with_the_option_it_names(item):
    (entry,) = entered(item, "samoa")

    assert (entry.place, entry.text, entry.told) == (1, "samoa", {})
    assert not item.is_answered


def test_a_name_is_noted_once_however_it_is_written(item):
    entered(item, "Samoa")

    with pytest.raises(NamedAlready, match=r"^Samoa$"):
        play.enter(item, "  the SAMOA", now=NOW)

    assert item.entries.count() == 1


def test_the_database_refuses_an_option_named_twice(item):
    entered(item, "Samoa")

    with pytest.raises(IntegrityError, match="entry"):
        Entry.objects.create(item=item, text="Samoa", place=1, entered_at=NOW)


def test_a_slip_of_the_finger_is_taken_where_it_is_near_one_name_alone(item):
    (entry,) = entered(item, "Samoaa")

    assert entry.place == 1


def test_another_state_is_no_slip_and_told_as_what_it_is(item):
    make_milestone(country=make_country(name="Tongaa", slug="tongaa"), date="1950")

    (entry,) = entered(item, "Tongaa")

    assert entry.place is None
    assert "1950" in entry.told["text"]
    assert entry.told["sources"]


@pytest.mark.parametrize(("wrong", "credit"), [(2, 0.5), (3, 0.25), (5, 0.25), (6, 0)])
def test_three_names_of_other_things_take_one_away(item, wrong, credit):
    entered(
        item,
        "Samoa",
        "Fiji",
        *("Chile", "China", "Peru", "Cuba", "Mali", "Togo")[:wrong],
    )

    assert ROLL.grade(item, [0, 1]).credit == credit


def test_what_is_no_name_costs_nothing(item):
    entered(item, "Samoa", *(f"Xqzw{letter}" for letter in "abcdef"))

    assert ROLL.grade(item, [0]).credit == 0.25


def test_what_later_questions_ask_is_not_told_of_a_wrong_name(learner):
    fact = make_milestone(country=make_country(name="Borduria"), date="1950")
    later = match_question(claim=fact.slug, claims=[fact.slug])
    questions = [roll_question(), later]
    first = next(
        item
        for seed in range(20)
        for item in make_attempt(
            questions=questions, learner=learner, seed=seed
        ).items.filter(position=1, format="roll")
    )

    (entry,) = entered(first, "Borduria")

    assert entry.told["text"] == "The article tells of Borduria elsewhere."


def test_acronyms_allow_no_slip():
    bodies = [
        option("UNESCO", accepts=["unesco"], exact=["unesco"]),
        option("Interpol", accepts=["interpol"], exact=[]),
    ]
    item = item_of(roll_question(options=bodies, solution=[0, 1]))

    assert [entry.place for entry in entered(item, "UNESCA", "Interpool")] == [None, 1]


@pytest.mark.parametrize("text", ["", "1992", "…", "Atlantis"])
def test_what_names_nothing_ends_nothing(client, item, text):
    client.post(url(item), {"name": text})

    item.refresh_from_db()
    assert not Answer.objects.exists()
    assert not item.entries.filter(place__isnull=False).exists()


def test_a_contested_entry_is_neither_right_nor_wrong():
    options = [option("Fiji", accepts=["fiji"], exact=[], open=["israel"])]
    item = item_of(roll_question(options=options, solution=[0]))

    with pytest.raises(LookAgain, match="left out here"):
        play.enter(item, "Israel", now=NOW)

    assert not item.entries.exists()


def test_the_same_wrong_name_is_noted_once(item):
    entered(item, "Atlantis")

    with pytest.raises(NamedAlready):
        play.enter(item, "ATLANTIS", now=NOW)


def test_no_more_names_are_noted_than_anybody_needs(item, monkeypatch):
    monkeypatch.setattr(play, "MOST_NAMES", 2)
    entered(item, "Atlantis", "Fiji")

    with pytest.raises(TooManyNames):
        play.enter(item, "Samoa", now=NOW)


def test_no_name_comes_in_after_the_end_nor_before_its_turn(learner):
    attempt = make_attempt(
        questions=[roll_question(), roll_question()], learner=learner
    )
    first, second = attempt.items.all()

    with pytest.raises(OutOfTurn):
        play.enter(second, "Fiji", now=NOW)
    play.answer(first, [], now=NOW)
    with pytest.raises(AlreadyAnswered):
        play.enter(attempt.items.get(position=1), "Fiji", now=NOW)

    assert not Entry.objects.exists()


def test_only_a_question_for_names_takes_them():
    item = item_of(make_question())

    with pytest.raises(NoSuchOption):
        play.enter(item, "Fiji", now=NOW)


def test_what_is_given_at_the_end_is_what_was_found(item):
    entered(item, "Tonga", "Atlantis", "Fiji")

    assert ended(item) == [0, 2]


def test_a_name_still_in_the_field_at_the_end_counts(item):
    entered(item, "Tonga")

    assert ended(item, "Palau") == [2, 3]
    assert ended(item, "Tonga") == [2]
    assert ended(item, "Atlantis") == [2]


def test_a_name_in_the_field_that_cannot_be_read_is_asked_about_before_the_end(
    client, item
):
    page = client.post(url(item, "answer_item"), {"name": "4 !"}).text

    assert NO_LETTERS in page
    assert 'value="4 !"' in page
    assert not Answer.objects.exists()


@pytest.mark.parametrize("given", [[0, 0], [4], [-1]])
def test_what_is_no_answer_is_refused_by_the_rules_of_play(item, given):
    with pytest.raises(NoSuchOption):
        play.answer(item, given, now=NOW)


@pytest.mark.parametrize(("found", "credit"), [(0, 0), (5, 0.5), (10, 1), (12, 1)])
def test_ten_earn_the_full_mark_where_there_are_more(found, credit):
    item = item_of(roll_question(MANY))

    assert ROLL.grade(item, list(range(found))).credit == credit


def test_all_are_needed_where_there_are_fewer_than_ten(item):
    assert ROLL.grade(item, [0, 1, 2]).credit == 0.75
    assert ROLL.grade(item, ROLL.right(item)).credit == 1


def test_feedback_lists_all_there_was_and_what_was_typed_beside_it(item):
    make_milestone(country=make_country(name="Borduria"), date="1950")
    entered(item, "Tonga", "Borduria")
    play.answer(item, ended(item), now=NOW)

    feedback = grading.feedback(item)

    assert [(row.text, row.mark, row.label) for row in feedback.rows] == [
        ("Borduria", "chosen", "not one of them"),
        ("Fiji", "other", "missed"),
        ("Samoa", "other", "missed"),
        ("Tonga", "right", "found"),
        ("Palau", "other", "missed"),
    ]
    assert all(row.truth and row.sources for row in feedback.rows)
    assert feedback.announcement == "Partly right: 1 of 4 found."
    assert feedback.said == "1 of 4: Tonga"


def test_a_name_sent_without_scripts_leads_back_and_is_said_to_be_right(client, item):
    page = client.post(url(item), {"name": "Fiji"}, follow=True)

    assert page.redirect_chain == [(url(item, "item"), 302)]
    assert "Fiji: right, 1 of 4." in page.content.decode()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fiji", "Fiji: right, 1 of 4."),
        ("Samoaa", "“Samoaa” is spelt Samoa: right, 1 of 4."),
        ("Atlantis", "We know nothing by the name “Atlantis”."),
        ("Germany", "“Germany” is not one of them."),
        ("", "Please write a name first."),
        ("1992", "Please write the name in letters."),
        ("x" * 151, "That is longer than any name here."),
    ],
)
def test_with_scripts_the_page_says_and_announces_what_became_of_a_name(
    client, item, text, words
):
    page = client.post(url(item), {"name": text}, headers={"HX-Request": "true"})

    assert page.content.decode().count(words) == 2  # seen, and announced


def test_the_page_never_shows_what_is_still_to_be_found(client, item):
    client.post(url(item), {"name": "Fiji"})

    page = client.get(url(item, "item")).content.decode()

    assert "Fiji" in page
    assert [name for name in ("Samoa", "Tonga", "Palau") if name in page] == []
    assert "accepts" not in page


def test_the_end_comes_on_demand_with_all_that_was_found(client, item):
    client.post(url(item), {"name": "Fiji"})

    page = client.post(
        url(item, "answer_item"), {"name": "Tonga"}, follow=True
    ).content.decode()

    assert Answer.objects.get().given == [0, 2]
    assert "Partly right" in page
    assert "Samoa" in page
    assert "Your first answer stands" not in page


def test_names_are_taken_by_post_from_their_own_learner_alone(client, item):
    assert client.get(url(item)).status_code == 405
    client.cookies.clear()

    assert client.post(url(item), {"name": "Fiji"}).status_code == 404
    assert not Entry.objects.exists()


def test_a_late_name_leads_to_the_answered_question(client, item):
    play.answer(item, [], now=NOW)

    page = client.post(url(item), {"name": "Fiji"})

    assert page.url == url(item, "item")
    assert not Entry.objects.exists()


def test_a_question_of_another_kind_has_no_place_for_names(client, learner):
    item = item_of(make_question(), learner=learner)

    assert client.post(url(item), {"name": "Fiji"}).status_code == 404
