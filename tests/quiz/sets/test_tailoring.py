import pytest

from quiz.exceptions import AlreadyPlayed, NotEnoughQuestions
from quiz.sets import papers, sheets, tailoring
from tests.factories import NOW, make_attempt, make_question, make_question_set

pytestmark = pytest.mark.django_db


def make_set(*, questions=8, **fields):
    for _ in range(questions):
        make_question()
    return make_question_set(**{"length": 3} | fields)


def make_paper(question_set):
    return papers.make(question_set, seed=1, now=NOW)[0]


def on(paper):
    return [question.pk for question in papers.questions(paper)]


def test_a_swap_puts_another_question_in_the_same_place_of_a_paper():
    question_set = make_set(papers="same")
    paper = make_paper(question_set)
    before = on(paper)
    second = papers.questions(paper)[1]

    found = tailoring.swap(question_set, second, paper=paper)

    assert on(paper) == [before[0], found.pk, before[2]]
    assert found.pk not in before
    assert list(question_set.excluded.all()) == [second]


def test_a_swap_on_one_paper_takes_nothing_that_stands_on_another():
    question_set = make_set(papers="parallel")
    first, second = papers.make(question_set, seed=1, now=NOW)

    found = tailoring.swap(question_set, papers.questions(first)[0], paper=first)

    assert found.pk not in on(second)


def test_a_swap_is_undone_to_the_letter():
    question_set = make_set(papers="same")
    paper = make_paper(question_set)
    before, old = on(paper), papers.questions(paper)[0]
    new = tailoring.swap(question_set, old, paper=paper)

    tailoring.put_back(question_set, old, paper=paper, instead=new)

    assert on(paper) == before
    assert not question_set.excluded.exists()


def test_a_played_paper_is_not_touched():
    question_set = make_set(papers="same")
    paper = make_paper(question_set)
    make_attempt(question_set=question_set, paper=paper)
    before = on(paper)

    with pytest.raises(AlreadyPlayed):
        tailoring.swap(question_set, papers.questions(paper)[0], paper=paper)

    assert on(paper) == before


def test_in_a_drawn_set_a_swap_leaves_the_question_out():
    question_set = make_set()
    [before] = sheets.to_look_at(question_set)
    gone = before.questions[0]

    tailoring.swap(question_set, gone)

    [after] = sheets.to_look_at(question_set)
    assert gone not in after.questions
    assert len(after.questions) == 3


def test_the_last_that_fits_cannot_be_swapped():
    question_set = make_set(questions=3)
    [sheet] = sheets.to_look_at(question_set)

    with pytest.raises(NotEnoughQuestions):
        tailoring.swap(question_set, sheet.questions[0])

    assert not question_set.excluded.exists()


def test_swapping_a_pinned_question_unpins_it():
    question_set = make_set()
    pinned = make_question()
    tailoring.pin(question_set, pinned)

    tailoring.swap(question_set, pinned)

    assert not question_set.pinned.exists()


def test_no_more_are_pinned_than_asked():
    question_set = make_set(length=1)
    tailoring.pin(question_set, make_question())

    with pytest.raises(NotEnoughQuestions):
        tailoring.pin(question_set, make_question())
