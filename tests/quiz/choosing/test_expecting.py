import pytest

from quiz.choosing import expecting
from quiz.choosing.candidates import Candidate
from quiz.models import Difficulty

pytestmark = pytest.mark.django_db


def candidate(pk=1, *, format="choice", claim="kosovo"):
    return Candidate(pk, claim, "people", "who", format=format, sides=((claim, "who"),))


def level_of(one):
    return expecting.level(expecting.successes([one])[one.pk])


@pytest.mark.parametrize(
    ("format", "level"),
    [
        ("choice", "easy"),
        ("pair", "easy"),
        ("order", "middle"),
        ("timeline", "middle"),
        ("match", "middle"),
        ("several", "middle"),
        ("name", "hard"),
        ("date", "hard"),
        ("number", "hard"),
        ("roll", "hard"),
    ],
)
def test_until_somebody_has_answered_the_way_of_answering_tells(format, level):
    assert level_of(candidate(format=format)) == level


def test_what_many_got_wrong_is_harder_than_what_many_got_right():
    Difficulty.objects.create(key="side:far:who", value=3.0)
    Difficulty.objects.create(key="side:near:who", value=-3.0)

    assert level_of(candidate(claim="far")) == "hard"
    assert level_of(candidate(claim="near", format="name")) == "easy"


def test_a_question_with_no_fact_behind_it_is_as_hard_as_its_way_of_answering():
    own = Candidate(1, "", "people", "", format="choice")

    assert expecting.successes([own]) == expecting.successes([candidate()])


def test_papers_are_as_far_apart_as_what_a_group_gets_on_them():
    easy, hard = candidate(1), candidate(2, format="name")

    assert expecting.spread([[easy], [hard]]) == pytest.approx(0.145)
    assert expecting.spread([[easy, hard], [hard, easy]]) == 0
    assert expecting.spread([]) == 0
