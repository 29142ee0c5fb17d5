import datetime as dt

import pytest

from quiz import selection
from quiz.exceptions import NotEnoughQuestions
from quiz.models import Difficulty, Question, Topic
from quiz.selection import Blueprint
from relations.models import Country
from tests.factories import make_question, make_question_set

pytestmark = pytest.mark.django_db


def drawable(**blueprint) -> set[Question]:
    return set(selection.available(Blueprint(length=1, **blueprint)))


def test_an_empty_blueprint_allows_every_question_in_use():
    asked = {make_question(), make_question(topic=Topic.PEOPLE)}
    make_question(status="retired", retired_because="Unclear.")
    make_question(status="withdrawn")

    assert drawable() == asked


@pytest.mark.parametrize(
    "restriction",
    [
        {"topics": (Topic.TREATIES,)},
        {"families": ("signed",)},
        {"claims": ("accord",)},
        {"formats": ("name",)},
        {"decades": (1990, 1920)},
        {"difficulty": "hard"},
    ],
    ids=lambda restriction: next(iter(restriction)),
)
def test_each_part_of_a_blueprint_narrows_the_choice(restriction):
    wanted = make_question(
        topic=Topic.TREATIES,
        family="signed",
        claim="accord",
        format="name",
        decades="1990",
        sides=[["accord", "who"]],
    )
    make_question(decades="1990 2000", sides=[["fact", "when"]])

    assert drawable(**restriction) == {wanted}


def test_countries_narrow_the_choice_and_double_nothing():
    greece, turkey = (
        Country.objects.create(slug=slug, name=slug.title(), region="europe")
        for slug in ("greece", "turkey")
    )
    about_both, about_none = make_question(), make_question()
    about_both.countries.set([greece, turkey])

    found = list(
        selection.available(Blueprint(length=1, countries=("greece", "turkey")))
    )

    assert found == [about_both]
    assert about_none not in found


def test_excluded_questions_are_left_out_and_pinned_ones_let_in():
    kept, excluded = make_question(), make_question()
    pinned = make_question(topic=Topic.PEOPLE)

    found = drawable(
        topics=(Topic.RELATIONS,), excluded=(excluded.pk,), pinned=(pinned.pk,)
    )

    assert found == {kept, pinned}


def test_a_retired_question_is_not_drawn_even_where_it_is_pinned():
    retired = make_question(status="retired", retired_because="Unclear.")

    assert drawable(pinned=(retired.pk,)) == set()


def test_a_set_is_drawn_as_its_teacher_put_it_together():
    pinned, excluded = make_question(), make_question()
    greece = Country.objects.create(slug="greece", name="Greece", region="europe")
    question_set = make_question_set(
        length=3,
        topics=["people"],
        families=["held"],
        formats=["name"],
        decades=[1990],
        difficulty="easy",
        shares={"people": 2},
    )
    question_set.countries.add(greece)
    question_set.pinned.add(pinned)
    question_set.excluded.add(excluded)

    assert selection.blueprint_of(question_set) == Blueprint(
        length=3,
        topics=("people",),
        families=("held",),
        formats=("name",),
        decades=(1990,),
        difficulty="easy",
        shares=(("people", 2),),
        countries=("greece",),
        pinned=(pinned.pk,),
        excluded=(excluded.pk,),
    )


def test_a_seed_draws_the_same_questions_in_the_same_order():
    for _ in range(8):
        make_question()

    first = selection.draw(Blueprint(length=5), seed=7)

    assert selection.draw(Blueprint(length=5), seed=7) == first
    assert selection.draw(Blueprint(length=5), seed=8) != first


def test_a_question_comes_before_the_one_that_gives_it_away():
    asked = make_question()
    telling = make_question(reveals=[asked.claim])

    for seed in range(10):
        assert selection.draw(Blueprint(length=2), seed) == [asked, telling]


def test_a_question_that_reveals_its_own_fact_may_be_asked():
    own = make_question(claim="accord", reveals=["accord"])

    assert selection.draw(Blueprint(length=1), seed=1) == [own]


def test_a_leaning_is_asked_of_what_may_be_drawn_with_its_sides():
    asked = make_question(sides=[["kosovo", "who"]])
    make_question(status="withdrawn")
    seen = []

    selection.draw(Blueprint(length=1), 1, lambda found: seen.extend(found) or {})

    assert [(c.pk, c.sides) for c in seen] == [(asked.pk, (("kosovo", "who"),))]


def test_what_a_leaning_leaves_out_is_drawn_only_where_the_rest_does_not_suffice():
    liked = {make_question() for _ in range(3)}
    for _ in range(20):
        make_question(topic=Topic.PEOPLE)  # whose turn it would be, too

    def leaning(candidates):
        return {question.pk: 1.0 for question in liked}

    for seed in range(5):
        assert set(selection.draw(Blueprint(length=3), seed, leaning)) == liked
        assert liked < set(selection.draw(Blueprint(length=5), seed, leaning))


def test_without_a_leaning_a_draw_does_not_read_what_only_a_leaning_needs(
    django_assert_num_queries,
):
    make_question(sides=[["kosovo", "who"]])

    with django_assert_num_queries(3) as captured:
        selection.draw(Blueprint(length=1), 1)

    assert '"sides"' not in captured[1]["sql"]


def test_too_small_a_pool_is_refused_with_the_number_there_is():
    make_question(claim="accord")
    make_question(claim="accord")

    with pytest.raises(NotEnoughQuestions) as refusal:
        selection.draw(Blueprint(length=2), seed=1)

    assert (refusal.value.wanted, refusal.value.available) == (2, 1)


@pytest.mark.parametrize(
    ("available", "sentence"),
    [
        (0, "This asks for 5 questions, but there are none at present."),
        (1, "This asks for 5 questions, but there is only 1 at present."),
        (4, "This asks for 5 questions, but there are only 4 at present."),
    ],
)
def test_a_refusal_reads_as_a_sentence(available, sentence):
    assert str(NotEnoughQuestions(5, available)) == sentence


def test_capacity_counts_what_fits_into_one_quiz():
    one = make_question()
    make_question(claim=one.claim)
    make_question()

    assert selection.capacity(Blueprint(length=1)) == 2


@pytest.mark.parametrize("length", [2, 10])
def test_drawing_reads_the_same_however_long_the_quiz(
    length, django_assert_num_queries
):
    for _ in range(10):
        make_question()

    with django_assert_num_queries(3):  # how many, what there is, what was chosen
        selection.draw(Blueprint(length=length), seed=1)


def test_everybody_meets_the_same_question_on_one_day_and_others_on_others():
    for _ in range(20):
        make_question()
    days = [dt.date(2025, 6, day) for day in range(1, 11)]

    first = [selection.question_of_the_day(day) for day in days]

    assert [selection.question_of_the_day(day) for day in days] == first
    assert len(set(first)) > 1


def test_no_question_of_the_day_while_there_are_none():
    assert selection.question_of_the_day(dt.date(2025, 6, 1)) is None


def test_within_some_claims_no_question_asks_another():
    alone = make_question(claim="accord")
    both = make_question(claim="accord", claims=["accord", "treaty"])
    make_question(claim="accord", claims=["accord", "protocol"])
    make_question(claim="protocol", claims=["protocol", "accord"])

    assert drawable(within=("accord", "treaty")) == {alone, both}


@pytest.mark.parametrize(("claims", "most"), [(0, 0), (3, 3), (25, 20)])
def test_a_test_on_claims_holds_one_question_on_each_and_twenty_at_most(claims, most):
    questions = [make_question() for _ in range(claims)]
    make_question(claim=questions[0].claim if questions else "another")

    assert (
        selection.most_within(tuple(question.claim for question in questions)) == most
    )


@pytest.mark.parametrize("size", [2, 10])
def test_what_a_test_can_hold_is_read_at_once(size, django_assert_num_queries):
    claims = tuple(make_question().claim for _ in range(size))

    with django_assert_num_queries(2):
        selection.most_within(claims)


def drawn_topics(**blueprint) -> list[str]:
    drawn = selection.draw(Blueprint(**blueprint), seed=3)
    return sorted(question.topic for question in drawn)


def test_a_topic_with_a_share_is_asked_so_often_and_the_others_share_the_rest():
    for topic in ("treaties", "people", "relations"):
        for _ in range(6):
            make_question(topic=topic)

    assert drawn_topics(length=8, shares=(("treaties", 1), ("people", 5))) == (
        ["people"] * 5 + ["relations"] * 2 + ["treaties"]
    )
    assert drawn_topics(length=6, shares=(("treaties", 0), ("people", 0))) == (
        ["relations"] * 6
    )


def test_pinned_questions_count_towards_the_share_of_their_topic():
    pins = [make_question(topic="people") for _ in range(2)]
    for topic in ("people", "relations"):
        for _ in range(6):
            make_question(topic=topic)

    pinned = tuple(question.pk for question in pins)
    drawn = drawn_topics(length=5, shares=(("people", 3),), pinned=pinned)

    assert drawn == ["people"] * 3 + ["relations"] * 2


def test_a_share_that_cannot_be_had_is_not_made_up_for_by_another_topic():
    make_question(topic="people")
    for _ in range(6):
        make_question(topic="relations")

    with pytest.raises(NotEnoughQuestions):
        selection.draw(Blueprint(length=4, shares=(("people", 2),)), seed=1)


def test_capacity_counts_no_more_of_a_topic_than_its_share():
    for topic in ("people", "relations"):
        for _ in range(3):
            make_question(topic=topic)

    assert selection.capacity(Blueprint(length=1, shares=(("people", 1),))) == 4
    shares = (("people", 1), ("relations", 1))
    assert selection.capacity(Blueprint(length=1, shares=shares)) == 6


def test_what_many_get_wrong_is_hard_however_it_is_asked():
    easy, hard = (
        make_question(claim=claim, sides=[[claim, "when"]]) for claim in ("kin", "far")
    )
    Difficulty.objects.create(key="side:far:when", value=3.0)

    assert drawable(difficulty="easy") == {easy}
    assert drawable(difficulty="hard") == {hard}
