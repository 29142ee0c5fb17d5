"""What was wrong is put right once, for everybody who was asked it."""

import dataclasses
import datetime as dt

import pytest

from quiz import disputes, play, pool
from quiz.corrections import applying, planning
from quiz.corrections.truths import Now
from quiz.models import Answer, Correction, Dispute, Memory, Question, Regrade
from relations.dates import PartialDate
from relations.knowledge import Knowledge
from tests.factories import (
    NOW,
    make_attempt,
    make_learner,
    make_question,
    make_teacher,
)
from tests.quiz.test_questions import FIVE, began

pytestmark = pytest.mark.django_db

LATER = NOW + dt.timedelta(hours=1)
CLAIM = "borduria-established"
MANY = [*FIVE, began("Grand", "1934-05-06"), began("Elbonia", "1971-11-23")]


def facts(**changes) -> Knowledge:
    """The made-up facts, with another date of those named."""
    return Knowledge(
        dataclasses.replace(
            claim,
            value=PartialDate.parse(changes[claim.subject.slug]),
            statement=f"They began {changes[claim.subject.slug]}.",
        )
        if claim.subject.slug in changes
        else claim
        for claim in MANY
    )


def now_of(**changes) -> Now:
    knowledge = facts(**changes)
    return Now(knowledge, list(pool.drafts(knowledge, seed=0)))


@pytest.fixture
def teacher():
    return make_teacher()


@pytest.fixture
def stored():
    pool.sync(facts())


def asked(family: str, *, answers: str = "", **attempt):
    """An attempt at the one question of the family on the claim."""
    question = Question.objects.filter(family=family, claim=CLAIM).first()
    return make_attempt(questions=[question], answers=answers, **attempt)


def put_right(teacher, plan, kinds=None, *, takes_points=False, **fields):
    fields = {"reason": "The date was wrong.", "now": LATER} | fields
    return applying.apply(
        plan,
        plan.proposed if kinds is None else kinds,
        takes_points=takes_points,
        by=teacher,
        **fields,
    )


def case_of(plan, attempt):
    key = attempt.items.get().question.key
    return {case.question.key: case for case in plan.cases}[key]


def credit(attempt) -> float:
    return Answer.objects.get(item__attempt=attempt).credit


def answer_with(attempt, text: str):
    item = attempt.items.get()
    place = [option["text"] for option in item.options].index(text)
    return play.answer(item, place, now=NOW)


def test_nothing_is_to_be_corrected_while_the_facts_stay(stored):
    asked("when", answers="-")

    assert planning.after_fact(CLAIM, now_of()).cases == []


def test_a_plan_tells_the_old_answer_and_the_new_and_writes_nothing(stored):
    attempt = asked("when", answers="-")
    before = [*Question.objects.values()], [*Answer.objects.values()]

    plan = planning.after_fact(CLAIM, now_of(borduria="1958-06-01"))

    case = case_of(plan, attempt)
    assert (case.right_before, case.right_now) == ("23 November 1949", "1 June 1958")
    assert before == ([*Question.objects.values()], [*Answer.objects.values()])


def test_who_chose_what_is_right_after_all_gets_the_point(stored, teacher):
    attempt = asked("when")
    other = next(
        option["text"]
        for option in attempt.items.get().options
        if option["claim"] not in {"", CLAIM}
    )
    answer_with(attempt, other)
    date = {str(claim.value): claim.value.iso for claim in MANY}[other]
    plan = planning.after_fact(CLAIM, now_of(borduria=date))

    put_right(teacher, plan, {case_of(plan, attempt).question.key: "regraded"})

    assert credit(attempt) == 1
    regrade = Regrade.objects.get()
    assert (regrade.before, regrade.after) == (0, 1)
    assert regrade.correction.right_text == other


def test_the_new_version_is_stored_by_the_same_step(stored, teacher):
    attempt = asked("when", answers="+")
    question = attempt.items.get().question

    put_right(teacher, planning.after_fact(CLAIM, now_of(borduria="1958-06-01")))

    question.refresh_from_db()
    assert question.version == 2
    assert question.options[question.solution]["text"] == "1 June 1958"
    assert Correction.objects.get(question=question).version == 1


def test_nobody_loses_points_unless_the_teacher_says_so(stored, teacher):
    kept, taken = (asked("typed-date", answers="+") for _ in range(2))
    plan = planning.after_fact(CLAIM, now_of(borduria="1958-06-01"))
    put_right(teacher, plan, takes_points=False)
    assert (credit(kept), credit(taken)) == (1, 1)

    applying.undo(Correction.objects.get(), by=teacher, now=LATER)
    plan = planning.after_fact(CLAIM, now_of(borduria="1958-06-01"))
    put_right(teacher, plan, takes_points=True)
    assert (credit(kept), credit(taken)) == (0, 0)


def test_a_typed_date_is_judged_by_the_new_one_with_its_parts(stored, teacher):
    attempt = asked("typed-date")
    play.answer(attempt.items.get(), {"year": 1958, "month": 6}, now=NOW)
    assert credit(attempt) == 0

    put_right(teacher, planning.after_fact(CLAIM, now_of(borduria="1958-06-01")))

    assert credit(attempt) == 0.6


def test_what_is_right_but_was_not_on_offer_counts_for_everybody(stored, teacher):
    attempt = asked("when", answers="-")
    plan = planning.after_fact(CLAIM, now_of(borduria="1958-06-01"))
    case = case_of(plan, attempt)

    assert (case.proposal, case.can_regrade) == ("voided", False)
    put_right(teacher, plan)
    assert credit(attempt) == 1


def test_a_wording_that_said_what_was_wrong_is_voided(stored, teacher):
    """It asked with whom relations began on a day on which they began with nobody."""
    attempt = asked("partner", answers="-")
    plan = planning.after_fact(CLAIM, now_of(borduria="1958-06-01"))

    assert case_of(plan, attempt).proposal == "voided"


def test_what_came_first_is_judged_by_the_dates(stored, teacher):
    attempt = asked("first")
    item = attempt.items.get()
    other = next(claim for claim in item.claims if claim != CLAIM)
    is_before = item.options[item.solution]["claim"] == CLAIM
    play.answer(item, 1 - item.solution, now=NOW)

    now = now_of(borduria="2015-02-03" if is_before else "1901-02-03")
    put_right(teacher, planning.after_fact(CLAIM, now))

    assert credit(attempt) == 1
    assert other in Correction.objects.get().truth["dates"]


def test_whose_word_it_is_makes_no_other_question_of_it(stored, teacher):
    """A reference gives another date now, and the wording says so."""
    attempt = asked("typed-date", answers="-")
    claims = [
        dataclasses.replace(c, remark="Outside the article, another date is given.")
        if c.key == CLAIM
        else c
        for c in facts(borduria="1958-06-01").claims
    ]
    knowledge = Knowledge(claims)
    now = Now(knowledge, list(pool.drafts(knowledge, seed=0)))
    case = case_of(planning.after_fact(CLAIM, now), attempt)

    assert case.is_reworded
    assert case.proposal == "regraded"


@pytest.mark.parametrize("family", ["order", "timeline", "match-year"])
def test_a_question_of_many_is_judged_as_the_facts_are_now(stored, teacher, family):
    found = Question.objects.filter(family=family)
    question = next(one for one in found if CLAIM in one.claims)
    attempt = make_attempt(questions=[question], answers="+")
    plan = planning.after_fact(CLAIM, now_of(borduria="2015-02-03"))

    assert question.key in plan.proposed
    put_right(teacher, plan, takes_points=True)

    after = credit(attempt)
    kinds = {c.question.key: c.kind for c in Correction.objects.all()}
    assert (after < 1) == (kinds[question.key] == "regraded")


def test_an_item_answered_after_the_correction_is_judged_by_it(stored, teacher):
    attempt = asked("typed-date")
    put_right(teacher, planning.after_fact(CLAIM, now_of(borduria="1958-06-01")))

    given = {"year": 1958, "month": 6, "day": 1}
    answer = play.answer(attempt.items.get(), given, now=LATER)

    assert answer.credit == 1
    assert credit(attempt) == 1
    assert (Regrade.objects.get().before, Regrade.objects.get().after) == (0, 1)


def test_an_item_asked_after_the_correction_is_not(stored, teacher):
    question = make_question()
    make_attempt(questions=[question], answers="-")
    put_right(teacher, planning.after_flaw(question))

    later = make_attempt(
        questions=[question], answers="-", now=LATER + dt.timedelta(days=1)
    )

    assert credit(later) == 0


def test_a_voided_question_counts_as_right_for_everybody_and_is_retired(teacher):
    question = make_question()
    attempts = [make_attempt(questions=[question], answers=a) for a in "+-"]

    put_right(teacher, planning.after_flaw(question), retire=True, reason="Two fit.")

    assert [credit(attempt) for attempt in attempts] == [1, 1]
    question.refresh_from_db()
    assert (question.status, question.retired_because) == ("retired", "Two fit.")


def test_undoing_gives_back_what_was_and_keeps_the_record(teacher):
    question = make_question()
    attempt = make_attempt(questions=[question], answers="-")
    put_right(teacher, planning.after_flaw(question), retire=True)

    correction = Correction.objects.get()
    applying.undo(correction, by=teacher, now=LATER)

    assert credit(attempt) == 0
    correction.refresh_from_db()
    assert correction.undone_by == teacher
    assert (Regrade.objects.get().before, Regrade.objects.get().after) == (0, 1)
    question.refresh_from_db()
    assert question.status == "active"


def test_undoing_an_earlier_correction_leaves_what_a_later_one_gave(stored, teacher):
    attempt = asked("typed-date")
    play.answer(attempt.items.get(), {"year": 1971}, now=NOW)
    for date in ("1971-06-01", "1958-06-01"):
        plan = planning.after_fact(CLAIM, now_of(borduria=date))
        put_right(teacher, plan, takes_points=True)
    second, first = Correction.objects.order_by("-pk"), None
    first, second = sorted(second, key=lambda one: one.version)
    assert credit(attempt) == 0

    applying.undo(first, by=teacher, now=LATER)
    assert credit(attempt) == 0

    applying.undo(second, by=teacher, now=LATER)
    assert credit(attempt) == 0  # as at first: neither stands

    again = planning.after_fact(CLAIM, now_of(borduria="1971-06-01"))
    put_right(teacher, again, takes_points=True)
    assert credit(attempt) == 0.3


def test_a_second_look_finds_nothing_left_to_correct(stored, teacher):
    asked("when", answers="-")
    asked("typed-date")
    now = now_of(borduria="1958-06-01")
    put_right(teacher, planning.after_fact(CLAIM, now))

    assert planning.after_fact(CLAIM, now).cases == []


def test_questions_built_anew_before_the_look_are_corrected_all_the_same(
    stored, teacher
):
    attempt = asked("typed-date", answers="-")
    now = now_of(borduria="1958-06-01")
    pool.store(now.outcomes, now.knowledge)

    plan = planning.after_fact(CLAIM, now)

    assert case_of(plan, attempt).proposal == "regraded"
    put_right(teacher, plan)
    assert Correction.objects.get().version == 1


def test_what_the_teacher_leaves_alone_is_left_alone(stored, teacher):
    attempt = asked("typed-date", answers="+")
    plan = planning.after_fact(CLAIM, now_of(borduria="1958-06-01"))

    put_right(teacher, plan, {}, takes_points=True)

    assert credit(attempt) == 1
    assert not Correction.objects.exists()


def test_those_asked_meet_the_fact_again_that_day_and_others_do_not(stored, teacher):
    learner, bystander = make_learner(), make_learner()
    asked("typed-date", answers="+", learner=learner)
    for one in (learner, bystander):
        Memory.objects.filter(learner=one).delete()
        for claim in (CLAIM, "syldavia-established"):
            Memory.objects.create(
                learner=one, claim=claim, side="when.year", due_on=dt.date(2026, 1, 1)
            )

    put_right(teacher, planning.after_fact(CLAIM, now_of(borduria="1958-06-01")))

    due = Memory.objects.filter(due_on=LATER.date())
    assert [(m.learner, m.claim) for m in due] == [(learner, CLAIM)]


def test_a_dispute_that_led_to_it_is_upheld_with_the_reason(teacher):
    question = make_question()
    attempt = make_attempt(questions=[question], answers="-")
    dispute = disputes.file(attempt.items.get(), "Two of them fit.", now=NOW)

    put_right(
        teacher,
        planning.after_flaw(question),
        reason="You are right.",
        dispute=dispute,
    )

    dispute.refresh_from_db()
    assert dispute.outcome == Dispute.Outcome.UPHELD
    assert dispute.answer == "You are right."
    assert dispute.corrections.get().made_by == teacher


def test_looking_reads_the_same_however_many_answered(
    stored, django_assert_max_num_queries
):
    for _ in range(12):
        asked("typed-date", answers="-")
        asked("when", answers="+")
    now = now_of(borduria="1958-06-01")

    with django_assert_max_num_queries(8):
        plan = planning.after_fact(CLAIM, now)
        assert sum(1 for _ in plan.changes(plan.proposed)) == 24
