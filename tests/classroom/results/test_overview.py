"""What one assignment's page is told."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from classroom.models import Accommodation, Sitting
from classroom.results import overview
from quiz.models import Answer, Paper
from tests.classroom.factories import enrol, make_assignment, sit
from tests.classroom.results.playing import LATER, make_paper, play, set_to_class
from tests.factories import NOW, make_learner, make_question

pytestmark = pytest.mark.django_db


def read(assignment, **how):
    return overview.of(assignment, LATER, **how)


def test_everybody_in_the_class_has_a_line_with_how_far_they_are():
    paper = make_paper()
    given = set_to_class(questions=paper)
    play(given, "Besa", "+-", paper)
    play(given, "Cyme", "++-", paper)
    enrol(given.school_class, "Ana")

    found = read(given)

    assert [(p.name, p.state, p.percent) for p in found.pupils] == [
        ("Ana", "waiting", None),
        ("Besa", "begun", None),
        ("Cyme", "done", 67),
    ]
    assert found.states == {"waiting": 1, "begun": 1, "done": 1}


def test_who_sat_it_without_being_in_the_class_comes_last():
    paper = make_paper()
    given = set_to_class(questions=paper)
    sitting = sit(given, questions=paper)
    Sitting.objects.filter(pk=sitting.pk).update(name="Anton")
    play(given, "Zef", "+++", paper)

    assert [(p.name, p.is_enrolled) for p in read(given).pupils] == [
        ("Zef", True),
        ("Anton", False),
    ]


def test_a_quiz_shared_by_its_link_lists_who_came():
    given = make_assignment()
    learner = make_learner()
    sit(given, learner, length=1, answers="+")

    [pupil] = read(given).pupils

    assert pupil.name == f"Guest {str(learner.pk)[:4]}"
    assert pupil.mark == 1


def test_marks_are_told_by_their_middle_and_the_half_around_it():
    paper = make_paper(4)
    given = set_to_class(questions=paper)
    for name, answers in zip(
        "abcde", ("----", "+---", "++--", "+++-", "++++"), strict=True
    ):
        play(given, f"Pupil {name}", answers, paper)

    spread = read(given).spread

    assert (spread.least, spread.lower, spread.median, spread.upper, spread.most) == (
        0,
        25,
        50,
        75,
        100,
    )


def test_the_hardest_question_comes_first_and_names_what_was_taken_for_right():
    easy, hard = paper = make_paper(2)
    given = set_to_class(questions=paper)
    for name in ("Ana", "Besa", "Cyme"):
        play(given, name, "+-", paper)

    found = read(given)
    [told] = found.hardest

    assert [column.key for column in found.columns] == [hard.pk, easy.pk]
    assert (told.item.question_id, told.percent, told.asked) == (hard.pk, 0, 3)
    taken = hard.options[3]
    assert (told.wrong.text, told.wrong.count) == (taken["text"], 3)
    assert told.wrong.truth == taken["truth"]
    assert told.right == hard.options[2]["text"]


def test_of_shuffled_options_the_same_wrong_one_is_counted_together():
    [question] = paper = [make_question()]
    given = set_to_class(questions=paper)
    for seed, name in enumerate(("Ana", "Besa", "Cyme", "Dea")):
        sitting = play(given, name, "", paper, seed=seed)
        item = sitting.attempt.items.get()
        place = [o["text"] for o in item.options].index(question.options[0]["text"])
        Answer.objects.create(item=item, given=place, credit=0, answered_at=NOW)

    [told] = read(given).hardest

    assert (told.wrong.text, told.wrong.count) == (question.options[0]["text"], 4)


def test_of_questions_that_choose_several_each_wrong_option_counts():
    several = make_question(format="several", solution=[0, 1])
    given = set_to_class(questions=[several])
    for name, given_places in (("Ana", [0, 2]), ("Besa", [2, 3])):
        item = play(given, name, "", [several]).attempt.items.get()
        texts = [option["text"] for option in item.options]
        places = [texts.index(several.options[n]["text"]) for n in given_places]
        Answer.objects.create(
            item=item, given=sorted(places), credit=0.5, answered_at=NOW
        )

    [told] = read(given).hardest

    assert (told.wrong.text, told.wrong.count) == (several.options[2]["text"], 2)


def test_cells_say_right_wrong_open_and_left_open():
    paper = make_paper()
    given = set_to_class(questions=paper, closes_at=LATER + dt.timedelta(hours=1))
    play(given, "Ana", "+-", paper)

    def words(now):
        found = overview.of(given, now)
        [line] = found.lines(found.pupils)
        cells = zip(found.columns, line.cells, strict=True)
        by_question = {column.key: cell.word for column, cell in cells}
        return [by_question[question.pk] for question in paper]

    assert words(LATER) == ["right", "wrong", "open"]
    assert words(LATER + dt.timedelta(hours=2)) == ["right", "wrong", "left open"]


def test_who_has_more_time_is_not_over_when_the_others_are():
    paper = make_paper()
    given = set_to_class(questions=paper, minutes=20)
    for name in ("Ana", "Besa"):
        play(given, name, "+", paper)
    ana = given.school_class.enrolments.get(pseudonym="Ana")
    Accommodation.objects.create(learner=ana.learner, extra=150)

    found = overview.of(given, NOW + dt.timedelta(minutes=25))

    assert [(p.name, p.state) for p in found.pupils] == [
        ("Ana", "begun"),
        ("Besa", "done"),
    ]


def test_another_choice_of_attempts_changes_the_mark_and_nothing_else():
    paper = make_paper()
    given = set_to_class(questions=paper)
    play(given, "Ana", "+--", paper)
    play(given, "Ana", "+++", paper, now=NOW + dt.timedelta(minutes=5))

    assert read(given).pupils[0].percent == 33
    assert read(given, counts="best").pupils[0].percent == 100
    assert read(given, counts="average").pupils[0].percent == 67


def test_certainty_stands_beside_the_mark():
    paper = make_paper(4)
    given = set_to_class(questions=paper, marks_certainty=True)
    sitting = play(given, "Ana", "++--", paper)
    sure_of = dict(zip(paper, (True, False, False, True), strict=True))
    for item in sitting.attempt.items.select_related("question"):
        item.answer.is_sure = sure_of[item.question]
        item.answer.save()

    found = read(given)

    assert found.certainty(found.pupils[0]) == 1 + 0.5 + 0 - 1
    assert found.pupils[0].percent == 50


def test_where_everybody_had_their_own_questions_columns_are_places():
    given = set_to_class()
    for number in range(31):
        play(given, f"Pupil {number:02}", "+-", make_paper(2))

    found = read(given)

    assert not found.is_shared
    assert [column.key for column in found.columns] == [1, 2]
    assert found.hardest == []  # nothing was asked of two


def test_one_paper_of_several_can_be_looked_at_alone():
    first, second = make_paper(2), make_paper(2)
    given = set_to_class(questions=first)
    for letter, name, paper in (("A", "Ana", first), ("B", "Besa", second)):
        sitting = play(given, name, "++", paper)
        sitting.attempt.paper = Paper.objects.create(
            question_set=given.question_set, letter=letter, seed=1, made_at=NOW
        )
        sitting.attempt.save()

    assert read(given).papers == ["A", "B"]
    assert [pupil.name for pupil in read(given, paper="B").pupils] == ["Besa"]


def test_thirty_pupils_are_read_in_as_many_queries_as_three():
    counts = []
    for size in (3, 30):
        paper = make_paper()
        given = set_to_class(questions=paper, minutes=10)
        for number in range(size):
            play(given, f"Pupil {number}", "+-+", paper)
        with CaptureQueriesContext(connection) as captured:
            found = read(given)
            assert found.hardest
            assert len(found.lines(found.pupils)) == size
            assert found.spread
        counts.append(len(captured))

    assert counts[0] == counts[1]
