import datetime as dt
from uuid import uuid4

import pytest

from quiz import selection, starting
from quiz.exceptions import AlreadyPlayed, NotEnoughQuestions
from quiz.models import Difficulty, Topic
from quiz.sets import papers
from tests.factories import NOW, make_learner, make_question, make_question_set

pytestmark = pytest.mark.django_db


def make_set(*, questions=12, **fields):
    for _ in range(questions):
        make_question()
    return make_question_set(**{"length": 4, "papers": "same"} | fields)


def play_it(question_set, *, seed=5, learner=None):
    learner = learner or make_learner()
    return starting.start(
        learner,
        blueprint=selection.blueprint_of(question_set),
        title=question_set.title,
        question_set=question_set,
        paper=papers.choose(question_set, now=NOW, learner=learner),
        seed=seed,
        now=NOW,
        token=uuid4(),
    )


def asked(attempt):
    return [item.question_id for item in attempt.items.all()]


def on(paper):
    return [question.pk for question in papers.questions(paper)]


def test_a_drawn_set_has_no_paper():
    drawn = make_set(papers="drawn")

    assert papers.choose(drawn, now=NOW) is None
    assert len(asked(play_it(drawn))) == 4


def test_on_the_same_paper_everybody_is_asked_the_same():
    question_set = make_set()

    first, second = play_it(question_set, seed=1), play_it(question_set, seed=2)

    assert set(asked(first)) == set(asked(second))
    assert first.paper == second.paper
    assert first.paper.letter == "A"


def test_an_unshuffled_paper_is_asked_in_its_order_with_options_in_one_order():
    question_set = make_set(shuffles_questions=False, shuffles_options=False)

    attempts = [play_it(question_set, seed=seed) for seed in range(6)]

    assert {tuple(asked(attempt)) for attempt in attempts} == {
        tuple(on(attempts[0].paper))
    }
    assert all(
        [item.options for item in attempt.items.all()]
        == [item.options for item in attempts[0].items.all()]
        for attempt in attempts
    )


def test_a_shuffled_paper_is_asked_in_many_orders():
    question_set = make_set()

    orders = {tuple(asked(play_it(question_set, seed=seed))) for seed in range(6)}

    assert len(orders) > 1


def test_options_are_shuffled_by_the_attempt_where_the_set_says_so():
    question_set = make_set(shuffles_questions=False, shuffles_options=True)

    shown = {
        tuple(
            option["text"]
            for option in play_it(question_set, seed=seed).items.first().options
        )
        for seed in range(8)
    }

    assert len(shown) > 1


def test_parallel_papers_share_no_question_and_have_equal_parts():
    for topic, family in (("people", "who"), ("treaties", "when")):
        for _ in range(9):
            make_question(topic=topic, family=family)
    question_set = make_set(questions=0, papers="parallel", paper_count=3)

    made = papers.make(question_set, seed=1, now=NOW)

    assert [paper.letter for paper in made] == ["A", "B", "C"]
    placed = [papers.questions(paper) for paper in made]
    assert len({q.pk for paper in placed for q in paper}) == 12
    parts = [sorted((q.topic, q.family) for q in paper) for paper in placed]
    assert parts[0] == parts[1] == parts[2]


def test_parallel_papers_are_as_hard_as_each_other():
    for number in range(12):
        claim = f"fact-of-{number}"
        make_question(claim=claim, sides=[[claim, "who"]])
        Difficulty.objects.create(key=f"side:{claim}:who", value=(number // 2) - 3.0)
    question_set = make_set(questions=0, length=6, papers="parallel")

    made = papers.chosen_for(selection.blueprint_of(question_set), 2, seed=3)

    assert papers.expecting.spread(made) < 0.03


def test_a_pinned_question_is_on_every_paper():
    question_set = make_set(papers="parallel")
    pinned = make_question(topic=Topic.PEOPLE)
    question_set.pinned.add(pinned)

    made = papers.make(question_set, seed=1, now=NOW)

    assert all(pinned.pk in on(paper) for paper in made)


def test_where_questions_run_short_papers_share_some():
    question_set = make_set(questions=5, papers="parallel")

    first, second = papers.make(question_set, seed=1, now=NOW)

    assert len(on(first)) == len(on(second)) == 4
    assert len({*on(first), *on(second)}) == 5


def test_a_set_that_cannot_be_filled_has_no_paper():
    with pytest.raises(NotEnoughQuestions):
        papers.make(make_set(questions=3), seed=1, now=NOW)


def test_the_paper_least_used_is_given_next_and_never_the_same_one_twice():
    question_set = make_set(papers="parallel")
    learner = make_learner()

    letters = [play_it(question_set).paper.letter for _ in range(4)]
    own = [play_it(question_set, learner=learner).paper.letter for _ in range(2)]

    assert letters == ["A", "B", "A", "B"]
    assert sorted(own) == ["A", "B"]


def test_papers_are_made_anew_only_while_nobody_has_played_them():
    question_set = make_set(questions=40)
    [before] = papers.make(question_set, seed=1, now=NOW)
    [after] = papers.make(question_set, seed=2, now=NOW + dt.timedelta(hours=1))
    assert on(after) != on(before) or after.seed != before.seed

    play_it(question_set)
    with pytest.raises(AlreadyPlayed):
        papers.make(question_set, seed=3, now=NOW)
    assert [paper.pk for paper in question_set.made_papers.all()] == [after.pk]


def test_what_was_retired_since_is_no_longer_asked():
    question_set = make_set()
    [paper] = papers.make(question_set, seed=1, now=NOW)
    first, *others = papers.questions(paper)
    first.status, first.retired_because = "retired", "Wrong."
    first.save()

    assert set(asked(play_it(question_set))) == {other.pk for other in others}


def test_the_same_seed_makes_the_same_papers():
    question_set = make_set(questions=30, papers="parallel")

    once, again = (
        [on(paper) for paper in papers.make(question_set, seed=9, now=NOW)]
        for _ in range(2)
    )

    assert once == again
