"""A teacher's own questions, of every format: written, played, changed, taken back."""

import pytest

from quiz import grading, memory, play, selection
from quiz.formats import FORMATS
from quiz.models import Memory, Question, Review
from quiz.quality import rules
from quiz.selection import Blueprint
from quiz.writing import WRITERS, Line, keeping
from quiz.writing.advice import SAID, warnings
from quiz.writing.checking import faults
from tests.factories import NOW, make_attempt, make_question, make_teacher, right, wrong
from tests.quiz.writing.samples import SAMPLES, plain

pytestmark = pytest.mark.django_db
EVERY = pytest.mark.parametrize("format", SAMPLES)


def written(format: str = "choice", **fields) -> Question:
    return keeping.write(plain(format, **fields), author=make_teacher())


def played(question: Question, given=right):
    """The one item of an attempt, answered."""
    item = make_attempt(questions=[question]).items.get()
    if item.format == "roll":
        for option in item.options if given is right else ():
            play.enter(item, option["text"], now=NOW)
    play.answer(item, given(item), now=NOW)
    return item


def test_every_format_can_be_written():
    assert {*WRITERS} == {*FORMATS} == {*SAMPLES}


@EVERY
def test_what_is_written_is_played_and_graded(format):
    question = written(format)

    assert played(question).answer.credit == 1
    assert played(question, wrong).answer.credit == 0


@EVERY
def test_what_is_stored_reads_back_as_it_was_written(format):
    question = written(format)

    again = keeping.plain_of(question)
    assert keeping.fields(again) == keeping.fields(plain(format))
    assert not keeping.rewrite(question, again)


@EVERY
def test_a_sound_question_has_neither_faults_nor_warnings_that_are_false(format):
    assert [*faults(plain(format))] == []
    assert isinstance(warnings(plain(format)), list)


@EVERY
def test_nothing_is_remembered_of_it(format):
    played(written(format))

    assert not Review.objects.exists()
    assert not Memory.objects.exists()


def test_its_feedback_tells_what_the_wrong_one_really_is_and_nothing_else():
    item = played(written(), wrong)

    told = {row.text: row.truth for row in grading.feedback(item).rows}
    assert told == {"Korça": "", "Berat": "A town of windows.", "Vlora": "A port."}


def test_it_is_asked_where_it_is_pinned_and_nowhere_else():
    own, generated = written(), make_question()

    assert selection.draw_up_to(Blueprint(length=5), 1) == [generated]
    pinned = Blueprint(length=2, pinned=(own.pk,))
    assert {*selection.draw(pinned, 1)} == {own, generated}


def test_an_edit_before_anybody_played_keeps_the_version():
    question = written()

    assert keeping.rewrite(
        question, plain("choice", stem="In which town, then, was it?")
    )
    question.refresh_from_db()
    assert (question.version, question.stem) == (1, "In which town, then, was it?")


def test_an_edit_of_what_was_played_is_a_new_version_and_attempts_keep_theirs():
    question = written()
    item = played(question)

    keeping.rewrite(question, plain("choice", stem="Whose hat was it, after all?"))
    question.refresh_from_db()
    item.refresh_from_db()
    assert question.version == 2
    assert (item.version, item.stem) == (1, SAMPLES["choice"]["stem"])


def test_a_retired_one_is_asked_no_more_and_can_come_back():
    question = written()
    keeping.retire(question)
    pinned = Blueprint(length=1, pinned=(question.pk,))
    assert selection.draw_up_to(pinned, 1) == []

    keeping.bring_back(question)
    assert selection.draw_up_to(pinned, 1) == [question]


def test_a_copy_is_somebody_elses_own():
    question, colleague = written(), make_teacher()

    again = keeping.copy(question, author=colleague)
    assert again.author == colleague
    assert again.key != question.key
    assert again.claim != question.claim
    assert keeping.plain_of(again) == keeping.plain_of(question)


BERAT, KORCA = Line("Berat"), Line("Korça", is_right=True)
A, B, C, D = (Line(text, "1900") for text in "ABCD")


@pytest.mark.parametrize(
    ("format", "fields", "field"),
    [
        ("choice", {"lines": (BERAT, Line("Vlora"))}, "lines"),  # none right
        ("choice", {"lines": (KORCA, Line("Berat", is_right=True))}, "lines"),
        ("choice", {"lines": (KORCA,)}, "lines"),
        ("choice", {"lines": (KORCA, BERAT, Line(" berat".strip()))}, "lines"),
        ("choice", {"lines": (KORCA, Line("…"))}, "lines"),
        ("choice", {"lines": (KORCA, Line("x" * 151))}, "lines"),
        ("choice", {"lines": (KORCA, Line("a | b"))}, "lines"),
        ("choice", {"lines": (KORCA, Line("* a"))}, "lines"),
        ("choice", {"stem": "  "}, "stem"),
        ("choice", {"stem": "x" * 301}, "stem"),
        ("choice", {"source": ""}, "source"),
        ("choice", {"explanation": ""}, "explanation"),
        ("choice", {"link": "javascript:alert(1)"}, "link"),
        ("choice", {"topic": "hats"}, "topic"),
        ("several", {"lines": (KORCA, KORCA, KORCA)}, "lines"),
        ("several", {"lines": tuple(Line(x, is_right=True) for x in "abc")}, "lines"),
        ("several", {"lines": tuple(Line(x) for x in "abc")}, "lines"),
        ("several", {"lines": tuple(Line(x, is_right=x > "b") for x in "abcdefgh")}, "lines"),
        ("pair", {"lines": (Line("A", "1928"), Line("B", "1907"))}, "lines"),
        ("pair", {"lines": (A, B, C)}, "lines"),
        ("pair", {"lines": (Line("A", "1928"), Line("B"))}, "lines"),
        ("order", {"lines": (A, B)}, "lines"),
        ("order", {"lines": (A, B, C, D, Line("E", "1"), Line("F", "1"), Line("G", "1"))}, "lines"),
        ("timeline", {"answer": "1878"}, "answer"),
        ("timeline", {"answer": "long ago"}, "answer"),
        ("timeline", {"lines": (A, Line("B", "1899"))}, "lines"),
        ("timeline", {"lines": (A, Line("B", "soon"))}, "lines"),
        ("match", {"lines": (A, Line("B", "1900"))}, "lines"),
        ("match", {"lines": (Line("A", "x"), Line("B"))}, "lines"),
        ("match", {"lines": (Line("A", "x"), Line("", "y"))}, "lines"),
        ("date", {"answer": "31 February 1912"}, "answer"),
        ("date", {"answer": "0800"}, "answer"),
        ("name", {"answer": "12"}, "answer"),
        ("name", {"kind": "horse"}, "kind"),
        ("number", {"answer": "many"}, "answer"),
        ("number", {"answer": "0"}, "answer"),
        ("roll", {"lines": (Line("Plis"), Line("Beret", "plis"), Line("C a"))}, "lines"),
    ],
)  # fmt: skip
def test_what_could_not_be_played_is_refused(format, fields, field):
    assert field in dict(faults(plain(format, **fields)))
    with pytest.raises(keeping.Unplayable):
        written(format, **fields)
    assert not Question.objects.exists()


@pytest.mark.parametrize(
    ("format", "fields", "rule"),
    [
        ("choice", {"stem": "In which town was the hat not made?"}, "S02"),
        ("choice", {"stem": "Where was the hat of the minister usually made?"}, "S04"),
        ("choice", {"stem": "The hat was made in the town"}, "S06"),
        ("choice", {"lines": (KORCA, BERAT, Line("None of these"))}, "O06"),
        ("choice", {"stem": "Was the big hat from Korça made in which town?"}, "C01"),
        ("several", {"stem": "Which of these towns have a castle?"}, "R06"),
        ("name", {"stem": "What is the name of Vetëtima, the horse?"}, "K04"),
        ("date", {"stem": "When was the hymn first sung?"}, "K03"),
        ("match", {}, "R05"),
    ],
)
def test_the_rules_of_generated_questions_warn(format, fields, rule):
    assert SAID[rule] in warnings(plain(format, **fields))


def test_every_rule_that_is_put_in_words_is_one():
    assert {*SAID} <= {rule.slug for rule in rules.RULES}


def test_the_result_page_looks_for_no_next_meeting_of_it():
    item = played(written(), wrong)

    assert memory.first_meeting([item], item.attempt.learner) is None
