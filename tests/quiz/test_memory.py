"""What answers leave behind: reviews, memories, ratings, and all of it for guests."""

import datetime as dt
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from quiz import memory, play, starting
from quiz.models import Difficulty, Memory, Review, Skill
from quiz.recall import pace
from quiz.selection import Blueprint
from tests.factories import (
    NOW,
    make_learner,
    make_question,
    right,
    wrong,
)
from tests.quiz.formats.in_time import order_question, pair_question, timeline_question
from tests.quiz.formats.many import match_question, roll_question, several_question

pytestmark = pytest.mark.django_db

TODAY = NOW.date()
THOUGHT = dt.timedelta(seconds=30)  # before each answer
EVENING = dt.datetime(2025, 6, 1, 21, 50, tzinfo=dt.UTC)  # 23:50 in Tirana
MINUTE, HOUR = dt.timedelta(minutes=1), dt.timedelta(hours=1)


def day(number: int) -> dt.datetime:
    """The first of June 2025, or so many days later."""
    return NOW + dt.timedelta(days=number)


def asked(question, learner, *, now=NOW):
    """The one item of a quiz that started half a minute ago."""
    attempt = starting.start(
        learner,
        blueprint=Blueprint(length=1, pinned=(question.pk,)),
        title="A quiz",
        seed=1,
        now=now - THOUGHT,
        token=uuid4(),
    )
    return attempt.items.get()


def answer(question, learner, given, *, now=NOW, **more):
    """Answer the question in a quiz of its own; `given` makes an answer of an item."""
    item = asked(question, learner, now=now)
    return play.answer(item, given(item), now=now, **more)


def year_question(years=("1991", "1992", "1993", "1994"), **fields):
    options = [
        {"text": year, "proof": "", "truth": "", "claim": "", "page": ""}
        for year in years
    ]
    return make_question(options=options, is_ordered=True, **fields)


def date_question(claim: str, solution: str, **fields):
    """Typed; the solution is ISO text."""
    option = {"text": solution, "proof": "", "truth": "", "claim": "", "page": ""}
    return make_question(
        claim=claim, format="date", options=[option], solution=solution, **fields
    )


def held(learner) -> dict[str, tuple]:
    return {
        f"{m.claim} {m.side}": (m.streak, m.lapses, (m.due_on - TODAY).days)
        for m in learner.memories.all()
    }


def effects(learner) -> list[tuple[str, int | None]]:
    return list(learner.reviews.values_list("effect", "rating"))


def test_an_answer_makes_a_memory_of_its_claim_and_side():
    learner = make_learner()

    answer(year_question(claim="kosovo"), learner, right)

    kept = Memory.objects.get()
    assert (kept.learner, kept.claim, kept.side) == (learner, "kosovo", "when.year")
    assert (kept.reviewed_on, kept.last_format) == (TODAY, "choice")
    assert held(learner) == {"kosovo when.year": (1, 0, 2)}


def test_a_date_is_a_year_and_the_rest_of_it():
    learner = make_learner()

    answer(date_question("kosovo", "2008-02-18"), learner, right)

    assert held(learner) == {
        "kosovo when.year": (1, 0, 2),
        "kosovo when.day": (1, 0, 2),
    }


def test_a_date_among_other_years_shows_no_more_than_the_year():
    """Whoever knows the year has the date, so it proves nothing of the day."""
    learner = make_learner()

    answer(make_question(claim="kosovo"), learner, right)

    assert held(learner) == {"kosovo when.year": (1, 0, 2)}


def test_a_typed_date_of_the_right_year_shows_that_the_year_is_known():
    learner = make_learner()
    question = date_question("croatia", "1992-08-25")

    answer(question, learner, lambda item: {"year": 1992, "month": 8, "day": 24})

    assert held(learner) == {
        "croatia when.year": (1, 0, 2),
        "croatia when.day": (0, 0, 1),
    }


def test_a_wrong_date_of_the_right_year_shows_that_the_year_is_known():
    learner = make_learner()
    options = [
        {"text": text, "proof": "", "truth": "", "claim": "", "page": ""}
        for text in ("3 March 1992", "25 August 1992", "1 August 2006")
    ]
    question = make_question(claim="croatia", options=options, solution=1)

    answer(
        question,
        learner,
        lambda item: [o["text"] for o in item.options].index("3 March 1992"),
    )

    assert effects(learner) == [("rated", 2), ("rated", 1)]


def test_however_it_is_asked_there_is_one_memory_of_it():
    learner = make_learner()
    choice = year_question(claim="kosovo")
    typed = date_question("kosovo", "1993")

    answer(choice, learner, right)
    answer(typed, learner, right, now=day(2))

    assert held(learner) == {"kosovo when.year": (2, 0, 13)}
    assert Memory.objects.get().held_since == day(2).date()


def test_two_learners_share_nothing():
    one, other = make_learner(), make_learner()
    question = year_question(claim="kosovo")

    answer(question, one, right)
    answer(question, other, wrong)

    assert held(one) == {"kosovo when.year": (1, 0, 2)}
    assert held(other) == {"kosovo when.year": (0, 0, 1)}


def test_only_the_first_answer_of_a_day_counts():
    learner, question = make_learner(), year_question(claim="kosovo")

    answer(question, learner, wrong)
    before = held(learner)
    answer(question, learner, right, now=NOW + dt.timedelta(hours=1))

    assert held(learner) == before
    assert effects(learner) == [("rated", 1), ("same-day", None)]


def test_a_day_ends_at_midnight_where_the_site_is():
    learner, question = make_learner(), year_question(claim="kosovo")

    answer(question, learner, right, now=EVENING)
    answer(question, learner, right, now=EVENING + 20 * MINUTE)

    assert [effect for effect, _ in effects(learner)] == ["rated", "rated"]


@pytest.mark.parametrize(
    ("later", "streak"), [(20 * MINUTE, 1), (8 * HOUR - MINUTE, 1), (8 * HOUR, 2)]
)
def test_a_second_day_is_proved_only_hours_after_the_first(later, streak):
    learner, question = make_learner(), year_question(claim="kosovo")

    answer(question, learner, right, now=EVENING)
    answer(question, learner, right, now=EVENING + later)

    assert Memory.objects.get().streak == streak
    assert memory.replay(learner) == 1
    assert Memory.objects.get().streak == streak


def test_what_was_told_before_midnight_is_not_proved_after_it():
    learner, question = make_learner(), year_question(claim="kosovo")

    answer(question, learner, wrong, now=EVENING)
    answer(question, learner, right, now=EVENING + 20 * MINUTE)
    assert Memory.objects.get().streak == 0

    answer(question, learner, right, now=EVENING + 30 * HOUR)
    assert Memory.objects.get().streak == 1


def test_an_answer_too_quick_to_have_been_read_is_only_logged():
    learner = make_learner()
    item = asked(year_question(), learner)
    started_at = NOW - THOUGHT

    play.answer(item, right(item), now=started_at + dt.timedelta(seconds=0.9))

    assert held(learner) == {}
    assert effects(learner) == [("rapid", None)]
    assert Review.objects.get().seconds == pytest.approx(0.9)


def test_the_second_question_is_timed_from_the_first_answer():
    learner = make_learner()
    questions = [year_question(), year_question()]
    attempt = starting.start(
        learner,
        blueprint=Blueprint(length=2, pinned=tuple(q.pk for q in questions)),
        title="A quiz",
        seed=1,
        now=NOW,
        token=uuid4(),
    )
    first, second = attempt.items.all()

    play.answer(first, right(first), now=NOW + dt.timedelta(seconds=40))
    play.answer(second, right(second), now=NOW + dt.timedelta(seconds=52))

    assert list(learner.reviews.values_list("seconds", flat=True)) == [40, 12]


@pytest.mark.parametrize("format", pace.TYPICAL)
def test_every_format_has_a_pace(format):
    assert 1 <= pace.shortest(format) < pace.TYPICAL[format]


def test_a_lapse_begins_the_count_anew():
    learner, question = make_learner(), year_question(claim="kosovo")
    for number in (0, 2):
        answer(question, learner, right, now=day(number))

    answer(question, learner, wrong, now=day(13))

    kept = Memory.objects.get()
    assert (kept.streak, kept.lapses, kept.held_since) == (0, 1, None)
    assert kept.due_on == day(15).date()


def test_a_guess_among_few_is_a_hard_pass_and_a_sure_one_a_good_one():
    unsure, sure = make_learner(), make_learner()
    question = year_question(["1991", "1992", "1993"])

    answer(question, unsure, right)
    answer(question, sure, right, is_sure=True)

    assert effects(unsure) == [("rated", 2)]
    assert effects(sure) == [("rated", 3)]


def test_what_may_well_be_a_guess_proves_nothing():
    learner, question = make_learner(), year_question(["1991", "1992", "1993"])

    for number in range(3):
        answer(question, learner, right, now=day(number))

    assert effects(learner) == [("rated", 2), ("rated", 3), ("rated", 3)]
    assert Memory.objects.get().streak == 2


def test_what_was_asked_or_told_that_day_is_no_recall():
    """Neither of the same side, nor of another, nor of what an option told."""
    learner = make_learner()
    asked_for_state = make_question(
        claim="kosovo", aspect="who", reveals=["kosovo", "montenegro"]
    )
    answer(asked_for_state, learner, wrong)

    for claim in ("kosovo", "montenegro", "croatia"):
        later = NOW + dt.timedelta(minutes=5)
        answer(year_question(claim=claim), learner, right, now=later)

    later = learner.reviews.filter(side="when.year")
    assert list(later.values_list("claim", "effect")) == [
        ("kosovo", "same-day"),
        ("montenegro", "same-day"),
        ("croatia", "rated"),
    ]


def test_an_answer_given_blindly_to_see_the_right_one_gains_nothing_that_day():
    learner, question = make_learner(), year_question()
    item = asked(question, learner)
    play.answer(item, wrong(item), now=NOW - THOUGHT + dt.timedelta(seconds=0.5))

    answer(question, learner, right, now=NOW + dt.timedelta(minutes=1))

    assert effects(learner) == [("rapid", None), ("same-day", None)]
    assert held(learner) == {}


def test_sure_and_wrong_is_remembered_until_it_is_right():
    learner, question = make_learner(), year_question()

    answer(question, learner, wrong, is_sure=True)
    assert Memory.objects.get().is_sure_and_wrong

    answer(question, learner, right, now=day(1))
    assert not Memory.objects.get().is_sure_and_wrong


def test_a_tick_left_out_is_forgotten_and_the_others_known():
    learner = make_learner()

    answer(several_question(right=3, wrong=3), learner, lambda item: [0, 1])

    assert effects(learner) == [("rated", 3), ("rated", 3), ("rated", 1)]


def test_ticks_beside_a_wrong_one_show_nothing():
    learner = make_learner()

    answer(several_question(right=3, wrong=3), learner, lambda item: [0, 1, 5])

    assert effects(learner) == [("rated", 1)]  # the one left out


def test_a_list_shows_what_was_named_and_nothing_of_the_rest():
    learner = make_learner()

    answer(roll_question(), learner, lambda item: [0, 2])

    assert set(held(learner)) == {"claim-of-fiji what", "claim-of-tonga what"}
    assert effects(learner) == [("rated", 3)] * 2


def test_names_read_out_show_nothing():
    learner = make_learner()
    item = asked(roll_question(), learner)
    for name in ("Fiji", "Chile", "Samoa", "Peru"):
        play.enter(item, name, now=NOW)

    play.answer(item, [0, 1], now=NOW)

    assert effects(learner) == []


def test_sure_and_wrong_among_others_comes_first_as_well():
    learner = make_learner()

    answer(match_question(4), learner, wrong, is_sure=True)

    assert set(learner.memories.values_list("is_sure_and_wrong", flat=True)) == {True}


def test_right_among_others_shows_nothing_new():
    learner = make_learner()

    answer(match_question(4), learner, right)

    assert held(learner) == {}
    assert effects(learner) == [("among", None)] * 4


def test_right_among_many_counts_where_it_was_due():
    learner = make_learner()
    answer(year_question(claim="s-0"), learner, right)

    answer(match_question(4), learner, right, now=day(2))

    assert held(learner) == {"s-0 when.year": (2, 0, 13)}


def test_right_among_few_counts_for_nothing_even_where_it_was_due():
    learner = make_learner()
    answer(year_question(claim="s-0"), learner, right)

    answer(match_question(3), learner, right, now=day(2))

    assert held(learner) == {"s-0 when.year": (1, 0, 2)}


def test_wrong_among_others_is_met_again_tomorrow():
    learner = make_learner()
    for number in (0, 2):
        answer(year_question(claim="s-0"), learner, right, now=day(number))

    answer(
        match_question(4), learner, lambda item: [*item.solution[1:], None], now=day(3)
    )

    known = Memory.objects.get(claim="s-0")
    assert (known.streak, known.due_on) == (2, day(4).date())
    new = Memory.objects.get(claim="s-1")
    assert (new.stability, new.due_on) == (None, day(4).date())


def test_what_rests_on_no_claim_is_answered_and_not_remembered():
    learner = make_learner()
    prompts = [{"text": f"State {n}", "claim": ""} for n in range(4)]

    answer(match_question(4, prompts=prompts), learner, right)

    assert effects(learner) == []


def test_of_an_order_only_what_stands_wrongly_to_some_other_is_wrong():
    learner = make_learner()

    def last_two_swapped(item):
        *first, fourth, fifth = item.solution
        return [*first, fifth, fourth]

    answer(order_question(5), learner, last_two_swapped)

    assert set(held(learner)) == {
        "ruritania-established order",
        "freedonia-established order",
    }


def test_of_a_pair_both_are_met_again_if_it_was_wrong():
    learner = make_learner()
    question = pair_question(claims=["alba-established", "borduria-established"])

    answer(question, learner, wrong)

    assert effects(learner) == [("pulled", None)] * 2


def test_a_place_on_the_timeline_is_right_or_not():
    learner = make_learner()
    question = timeline_question()

    answer(
        question,
        learner,
        lambda item: item.solution + (1 if item.solution == 0 else -1),
    )

    assert effects(learner) == [("rated", 1)]  # though it earned a part


def test_a_question_comes_back_when_the_first_of_its_sides_does():
    learner = make_learner()
    question = date_question("croatia", "1992-08-25")

    given = answer(question, learner, lambda item: {"year": 1992})

    assert memory.next_meeting(given.item, learner) == day(1).date()
    assert memory.next_meeting(given.item, make_learner()) is None


def test_what_was_due_and_wrong_among_others_comes_back_tomorrow_and_not_today():
    learner = make_learner()
    answer(year_question(claim="s-0"), learner, right)  # due in two days

    given = answer(match_question(4, claim="s-0"), learner, wrong, now=day(5))

    assert memory.next_meeting(given.item, learner) == day(6).date()
    assert not Memory.objects.get(claim="s-0").is_known(day(5).date())


def test_recall_is_predicted_before_each_review():
    learner, question = make_learner(), year_question()
    answer(question, learner, right)
    answer(question, learner, right, now=day(2))

    first, second = learner.reviews.values_list("recall", flat=True)

    assert first is None
    assert second == pytest.approx(0.9, abs=0.03)


# Ratings


def test_a_right_answer_raises_the_learner_and_lowers_every_part_of_the_question():
    learner = make_learner()

    answer(year_question(claim="kosovo"), learner, right)

    assert Skill.objects.get(learner=learner).value == pytest.approx(0.8 * 0.375)
    rated = dict(Difficulty.objects.values_list("key", "value"))
    assert rated == {
        key: pytest.approx(-0.8 * 0.375)
        for key in ("side:kosovo:when.year", "format:choice", "family:when")
    }


def test_what_was_not_thought_about_moves_no_rating():
    learner, question = make_learner(), year_question()
    item = asked(question, learner)
    play.answer(item, wrong(item), now=NOW - THOUGHT + dt.timedelta(seconds=0.5))
    assert not Difficulty.objects.exists()

    answer(question, learner, right, now=day(1))

    assert Skill.objects.get().value > 0


def test_only_the_first_answer_on_a_side_is_rated():
    learner, question = make_learner(), year_question()
    answer(question, learner, right)
    before = Skill.objects.get().value

    answer(question, learner, wrong, now=day(2))

    assert Skill.objects.get().value == before
    assert set(Difficulty.objects.values_list("count", flat=True)) == {1}


# Guests


def test_a_guests_history_joins_the_accounts_as_if_one_had_played_it():
    guest, own, alone = make_learner(), make_learner(), make_learner()
    question, another = year_question(), year_question()
    for who, number in ((guest, 0), (own, 2), (guest, 13)):
        answer(question, who, right, now=day(number))
        answer(question, alone, right, now=day(number))
    answer(another, guest, right)
    answer(another, alone, right)

    memory.merge(guest, own)

    assert held(own) == held(alone)
    assert guest.memories.count() == guest.reviews.count() == 0
    assert own.reviews.count() == 4


def test_of_one_day_played_twice_the_first_answer_counts():
    guest, own = make_learner(), make_learner()
    question = year_question(claim="kosovo")
    answer(question, guest, wrong)
    answer(question, own, right, now=NOW + dt.timedelta(hours=1))

    memory.merge(guest, own)

    assert held(own) == {"kosovo when.year": (0, 0, 1)}


def test_skills_are_weighed_by_what_they_rest_on():
    guest, own = make_learner(), make_learner()
    Skill.objects.create(learner=guest, topic="treaties", value=1.0, count=3)
    Skill.objects.create(learner=own, topic="treaties", value=-1.0, count=1)
    Skill.objects.create(learner=guest, topic="people", value=0.5, count=2)

    memory.merge(guest, own)

    assert set(own.skills.values_list("topic", "value", "count")) == {
        ("treaties", 0.5, 4),
        ("people", 0.5, 2),
    }


def test_replaying_works_out_the_same_memories():
    learner = make_learner()
    questions = [year_question(claim="kosovo"), match_question(4, claim="s-0")]
    for number, given in ((0, right), (1, wrong), (2, right), (14, right)):
        for question in questions:
            answer(question, learner, given, now=day(number))
    before = list(learner.memories.order_by("claim").values_list(*memory.MOVING))
    learner.memories.update(due_on=day(99), lapses=7)

    call_command("replay_memory", verbosity=0)

    after = learner.memories.order_by("claim").values_list(*memory.MOVING)
    assert list(after) == before


# Truth is in the database


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"stability": 2.0}, "memory_reviewed_whole_or_not_at_all"),
        (
            {"stability": 0.0, "difficulty": 5.0, "reviewed_on": TODAY},
            "memory_reviewed_whole_or_not_at_all",
        ),
        ({"streak": 2}, "memory_held_after_two_days"),
        ({"streak": 1, "held_since": TODAY}, "memory_held_after_two_days"),
    ],
)
def test_a_memory_that_makes_no_sense_is_refused(fields, name):
    with pytest.raises(IntegrityError, match=name):
        Memory.objects.create(
            learner=make_learner(), claim="a", side="who", due_on=TODAY, **fields
        )


def test_a_side_is_remembered_once():
    fields = {"learner": make_learner(), "claim": "a", "side": "who", "due_on": TODAY}
    Memory.objects.create(**fields)

    with pytest.raises(IntegrityError), transaction.atomic():
        Memory.objects.create(**fields)


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"effect": "rated"}, "review_rated_if_it_has_a_rating"),
        ({"effect": "among", "rating": 3}, "review_rated_if_it_has_a_rating"),
        ({"effect": "among", "chance": 1.0}, "review_chance_from_0_to_1"),
    ],
)
def test_a_review_that_makes_no_sense_is_refused(fields, name):
    common = {
        "learner": make_learner(),
        "claim": "a",
        "side": "who",
        "topic": "people",
        "format": "choice",
        "reviewed_at": NOW,
        "reviewed_on": TODAY,
        "is_right": True,
        "chance": 0.25,
    }
    with pytest.raises(IntegrityError, match=name):
        Review.objects.create(**common | fields)
