"""What a learner brings along, and how likely a question goes well by it."""

import datetime as dt

import pytest
from django.utils import timezone

from quiz import grasp
from quiz.formats import FORMATS
from quiz.grasp import BLIND
from quiz.models import Difficulty, Item, Skill
from tests.factories import NOW, make_attempt, make_learner, make_question
from tests.quiz.formats.in_time import order_question, pair_question, timeline_question
from tests.quiz.formats.many import match_question, several_question
from tests.quiz.remembering import KOSOVO, TODAY, asking, grasp_of, memory

WHO = ("kosovo", "who")


def test_what_was_reviewed_goes_as_well_as_it_is_recalled():
    known = grasp_of(memory(stability=5.0, reviewed=-5))  # by now 9 in 10

    assert known.success(asking(KOSOVO, format="date")) == pytest.approx(0.9)
    assert known.success(asking(KOSOVO)) == pytest.approx(0.9 + 0.1 * BLIND["choice"])


def test_what_was_never_reviewed_goes_by_skill_and_difficulty():
    able = grasp_of(skills={"relations": 1.0})
    typed = asking(WHO, format="name")

    assert grasp_of().success(typed) == pytest.approx(0.5)
    assert able.success(typed) == pytest.approx(0.731, abs=0.001)
    assert able.success(typed._replace(topic="people")) == pytest.approx(0.5)


@pytest.mark.django_db
def test_how_hard_a_question_is_comes_from_its_parts():
    Difficulty.objects.create(key="side:kosovo:who", value=0.5)
    Difficulty.objects.create(key="format:name", value=0.5)
    Difficulty.objects.create(key="family:other", value=9)
    typed = asking(WHO, format="name")

    facing = grasp_of().facing([typed])

    assert facing.success(typed) == pytest.approx(0.269, abs=0.001)


def test_a_question_on_several_sides_goes_as_they_do_on_average():
    several = asking(KOSOVO, WHO, format="date")

    half_known = grasp_of(memory(stability=5.0, reviewed=-5))

    assert half_known.success(several) == pytest.approx((0.9 + 0.5) / 2)


@pytest.mark.parametrize(
    ("known", "is_well_known"),
    [
        ({"streak": 1, "stability": 6.9}, False),
        ({"streak": 1, "stability": 7.0}, True),
        ({"streak": 2, "stability": 2.0}, True),
        ({"streak": 0, "stability": None}, False),
    ],
)
def test_well_known_is_what_is_stable_or_was_proved_on_two_days(known, is_well_known):
    assert grasp_of(memory(**known)).is_well_known(KOSOVO) is is_well_known
    assert not grasp_of().is_well_known(KOSOVO)


@pytest.mark.django_db
def test_nobody_brings_nothing_along():
    assert grasp.of(None, TODAY) == grasp_of()


@pytest.mark.django_db
def test_a_learner_brings_memories_skills_and_what_the_day_has_met():
    learner, day = make_learner(), timezone.localdate(NOW)
    told = make_question(claim="a", reveals=["b"], sides=[["a", "when.year"]])
    make_attempt(learner=learner, questions=[told], answers="+")
    make_attempt(length=1, answers="+")  # another's

    brought = grasp.of(learner, day)

    assert {claim for claim, _ in brought.memories} == {"a"}
    assert brought.skills == {"relations": Skill.objects.get(learner=learner).value}
    assert brought.met == {"a", "b"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("moment", "is_met"),
    [
        ("2025-06-01T21:59Z", True),  # a minute before midnight in Tirana
        ("2025-06-01T22:01Z", False),
        ("2025-05-31T21:59Z", False),
        ("2025-05-31T22:01Z", True),
    ],
)
def test_a_day_begins_and_ends_where_the_site_is(moment, is_met):
    learner = make_learner()
    now = dt.datetime.fromisoformat(moment)
    make_attempt(learner=learner, length=1, answers="+", now=now)

    assert bool(grasp.of(learner, dt.date(2025, 6, 1)).met) is is_met


@pytest.mark.django_db
@pytest.mark.parametrize(
    "question",
    [
        make_question,
        pair_question,
        order_question,
        timeline_question,
        several_question,
        match_question,
    ],
)
def test_the_chances_of_guessing_are_about_those_of_real_questions(question):
    asked = question()
    item = Item(
        **{
            name: getattr(asked, name)
            for name in ("claim", "claims", "aspect", "prompts", "options", "solution")
        }
    )
    format = FORMATS[asked.format]

    for evidence in format.evidence(item, format.right(item)):
        assert evidence.chance == pytest.approx(BLIND[asked.format], abs=0.1)
