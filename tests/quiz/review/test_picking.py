"""By which question a side is asked: the ladder, and never as it was asked last."""

from random import Random

import pytest

from quiz.choosing.candidates import Candidate
from quiz.choosing.composition import Choice
from quiz.review import picking
from quiz.review.picking import Picker
from tests.quiz.remembering import KOSOVO, asking, grasp_of, memory

WHO = ("kosovo", "who")


def picked(*candidates, grasp=None, key=KOSOVO, choice=None) -> Candidate | None:
    shelf = picking.shelved(candidates, with_long=True)
    taken = choice or Choice()
    return Picker(shelf, grasp or grasp_of(), Random(1), taken).pick(key)


CHOICE, DATE = asking(KOSOVO), asking(KOSOVO, format="date")


@pytest.mark.parametrize(
    ("last", "other"), [(CHOICE, DATE), (DATE, CHOICE)], ids=["chosen", "typed"]
)
@pytest.mark.parametrize("known", [{"streak": 0}, {"streak": 1}, {"streak": 3}])
def test_a_side_is_asked_in_another_form_than_last_time(last, other, known):
    grasp = grasp_of(memory(last_format=last.format, **known))

    assert picked(last, other, grasp=grasp) == other


def test_it_is_asked_as_last_time_where_there_is_no_other_form():
    assert picked(DATE, grasp=grasp_of(memory(last_format="date"))) == DATE


@pytest.mark.parametrize(
    ("known", "wanted"),
    [
        ({"streak": 0, "stability": 0.3}, CHOICE),
        ({"streak": 1, "stability": 3.0}, CHOICE),
        ({"streak": 1, "stability": 7.0}, DATE),
        ({"streak": 2, "stability": 5.0}, DATE),
    ],
)
def test_what_is_well_known_is_typed_and_the_rest_chosen(known, wanted):
    grasp = grasp_of(memory(last_format="match", **known))

    assert picked(CHOICE, DATE, grasp=grasp) == wanted


@pytest.mark.parametrize("skill", [-1.0, 0.0, 1.1, 3.0])
def test_something_new_is_chosen_before_it_is_typed_however_able_one_is(skill):
    typed = asking(WHO, format="name")
    chosen = asking(WHO)
    grasp = grasp_of(skills={"relations": skill})

    assert picked(typed, chosen, key=WHO, grasp=grasp) == chosen
    assert picked(typed, key=WHO, grasp=grasp) == typed


def test_something_new_is_asked_so_that_it_likely_goes_right_three_times_in_four():
    chosen, several = asking(WHO), asking(WHO, format="several")
    easy = grasp_of(skills={"relations": 1.1})  # known by three in four

    assert picked(several, chosen, key=WHO) == chosen
    assert picked(several, chosen, key=WHO, grasp=easy) == several


def test_an_exact_date_waits_until_its_year_is_well_known():
    key = ("kosovo", "when.day")
    day = asking(key, KOSOVO)

    assert picked(day, key=key, grasp=grasp_of(memory(streak=1))) is None
    assert picked(day, key=key, grasp=grasp_of(memory(streak=2))) == day
    assert picked(day, key=key, grasp=grasp_of(memory(key=key))) == day


def test_a_question_on_the_year_opens_no_date():
    day = asking(("kosovo", "when.day"), KOSOVO)

    assert picked(day, CHOICE, grasp=grasp_of(memory(last_format="choice"))) == CHOICE


def test_nothing_is_asked_that_the_day_has_asked_or_told():
    assert picked(CHOICE, grasp=grasp_of(met=["kosovo"])) is None
    both = asking(KOSOVO, ("serbia", "when.year"), format="several")
    assert picked(both, grasp=grasp_of(met=["serbia"])) is None


def test_nothing_is_picked_that_the_session_would_give_away_or_has_asked():
    session = Choice()
    session.add(asking(WHO))

    assert picked(CHOICE, choice=session) is None


def test_which_of_two_came_first_proves_too_little():
    pair = asking(("kosovo", "order"), ("serbia", "order"), format="pair")

    assert picked(pair, key=("kosovo", "order")) is None


def test_among_others_a_side_is_asked_only_once_it_was_reviewed():
    four = [(claim, "when.year") for claim in ("kosovo", "serbia", "italy", "chad")]
    match = asking(*four, format="match")

    assert picked(match) is None
    assert picked(match, grasp=grasp_of(memory(stability=None))) is None
    assert picked(match, grasp=grasp_of(memory())) == match
    assert picked(asking(*four[:3], format="match"), grasp=grasp_of(memory())) is None


def test_a_long_question_is_asked_only_where_nothing_else_asks_the_side():
    roll = asking(("kosovo", "what"), format="roll")
    short = asking(("kosovo", "what"), format="several")
    key = ("kosovo", "what")
    met = grasp_of(memory(key=key, last_format="several"))

    assert picked(roll, short, key=key, grasp=met) == short
    assert picked(roll, key=key, grasp=met) == roll
    assert picked(roll, key=key) is None  # never met
    assert picking.shelved([roll]) == {}
