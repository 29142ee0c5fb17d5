"""When a stamp is earned, and when it fades."""

import datetime as dt
from uuid import uuid4

import pytest

from quiz import play, starting
from quiz.models import Memory, Question
from quiz.passport import book
from quiz.passport.book import Mark
from quiz.passport.places import Place
from quiz.passport.stamps import Wording
from quiz.recall import standing
from quiz.selection import Blueprint
from tests.factories import NOW, make_learner, right
from tests.quiz.formats.many import match_question
from tests.quiz.remembered import (
    DAY,
    TODAY,
    TOMORROW,
    YESTERDAY,
    fact,
    make_askable,
    memory,
)

BEGIN, FAITH = fact("begin", "when.year", "who"), fact("faith")


def place(*facts, slug="kosovo", name="Kosovo", group="europe") -> Place:
    kind = "treaty" if group == "treaties" else "country"
    wording = Wording(name, ("1999",), "1999", "relations")
    return Place(kind, slug, name, group, f"/{slug}/", facts, False, wording)


def entry(*memories, facts=(BEGIN, FAITH), on=TODAY) -> book.Entry:
    asked = {fact.claim: fact for fact in facts}
    return book.entry(place(*facts), standing.standings(asked, memories, on), on)


WHOLE = (memory("begin", "when.year"), memory("begin"), memory("faith"))


def test_a_stamp_is_earned_when_every_side_of_every_fact_is_known():
    assert entry(*WHOLE).mark == Mark.EARNED
    assert entry(*WHOLE[:2]).mark == Mark.BEGUN
    assert entry(*WHOLE[1:]).mark == Mark.BEGUN
    assert (
        entry(*WHOLE[:2], memory("faith", streak=1, held_since=None)).mark == Mark.BEGUN
    )
    assert entry(memory("another")).mark == Mark.EMPTY


def test_a_place_begun_says_how_far():
    begun = entry(*WHOLE[:2])

    assert (begun.known, begun.percent) == (1, 50)
    assert (begun.since, begun.faded_on) == (None, None)


def test_a_stamp_bears_the_day_the_last_fact_was_proved():
    long_ago = TODAY - 30 * DAY
    earned = entry(memory("begin", "when.year", held_since=long_ago), *WHOLE[1:])

    assert earned.since == YESTERDAY
    notes = [line.text for line in earned.stamp.lines if line.style == "note"]
    assert notes == ["✓ 31 MAY 2025"]


def test_a_stamp_fades_on_the_day_after_a_side_was_due_and_not_before():
    due = [
        memory("begin", "when.year", due_on=TODAY + 5 * DAY),
        memory("begin"),
        memory("faith", due_on=TODAY + 9 * DAY),
    ]

    assert entry(*due, on=TOMORROW).mark == Mark.EARNED
    faded = entry(*due, on=TODAY + 3 * DAY)
    assert (faded.mark, faded.faded_on) == (Mark.FADING, TODAY + 2 * DAY)
    assert faded.since == YESTERDAY
    assert faded.known == 1


def test_a_stamp_forgotten_is_begun_again():
    forgotten = memory("faith", streak=0, held_since=None, lapses=1)

    assert entry(*WHOLE[:2], forgotten).mark == Mark.BEGUN


def whole(**fields) -> book.Passport:
    """Three states, a body: earned, fading, begun, empty."""
    facts = {c: fact(c) for c in ("a", "b", "c", "d")}
    memories = [
        memory("a"),
        memory("b", due_on=YESTERDAY),
        memory("c", streak=1, held_since=None),
    ]
    places = [
        place(
            facts[c], slug=c, name=c.upper(), group="bodies" if c == "d" else "europe"
        )
        for c in "dcba"
    ]
    return book.passport(places, standing.standings(facts, memories, TODAY), TODAY)


def test_a_passport_counts_what_is_earned_and_names_what_fades():
    own = whole()

    assert (own.earned, own.total, own.is_begun) == (1, 4, True)
    assert own.fading_in_words == "B is fading."
    assert [group.title for group in own.groups] == ["Europe", "Organisations"]
    europe, bodies = own.groups
    assert (europe.earned, europe.total) == (1, 3)
    assert [e.place.slug for e in europe.stamped] == ["a", "b"]
    assert [e.place.slug for e in europe.begun] == ["c"]
    assert [e.place.slug for e in bodies.empty] == ["d"]


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (2, "P0 and P1 are fading."),
        (3, "P0, P1 and P2 are fading."),
        (5, "P0, P1 and 3 more are fading."),
    ],
)
def test_what_fades_is_named_up_to_three(count, said):
    facts = {f"p{n}": fact(f"p{n}") for n in range(count)}
    places = [place(f, slug=f.claim, name=f.claim.upper()) for f in facts.values()]
    memories = [memory(claim, due_on=YESTERDAY) for claim in facts]

    own = book.passport(places, standing.standings(facts, memories, TODAY), TODAY)

    assert own.fading_in_words == said


def test_a_newcomer_is_invited_where_little_is_to_be_learnt():
    much, little = place(BEGIN, FAITH, slug="much"), place(FAITH, slug="little")
    standings = standing.standings({"begin": BEGIN, "faith": FAITH}, [], TODAY)

    own = book.passport([much, little], standings, TODAY)

    assert not own.is_begun
    assert [entry.place.slug for entry in own.invited] == ["little"]


@pytest.mark.django_db
def test_luck_in_groups_never_earns_a_stamp():
    learner = make_learner()
    question = match_question()
    claims = set(question.claims)
    for claim in claims:
        make_askable(claim)
    for ago in range(6):
        now = NOW + ago * 3 * DAY
        attempt = starting.start(
            learner,
            blueprint=Blueprint(length=1, pinned=(question.pk,)),
            title="A quiz",
            seed=1,
            now=now - dt.timedelta(minutes=1),
            token=uuid4(),
        )
        item = attempt.items.get()
        play.answer(item, right(item), now=now)

    facts = standing.facts()
    standings = standing.standings(facts, Memory.objects.all(), TODAY)
    own = book.passport([place(*facts.values())], standings, TODAY)

    assert set(facts) == claims
    assert Question.objects.count() == 1 + len(claims)
    assert own.earned == 0
