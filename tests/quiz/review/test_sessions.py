"""What a session promises, whatever somebody remembers: sized, fair, and most pressing first."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from quiz.choosing.composition import Choice
from quiz.recall import pace
from quiz.review import picking, sessions
from quiz.review.grasp import Grasp
from quiz.review.sessions import Session, Why
from tests.quiz.remembering import asking, grasp_of, memory

CLAIMS = [f"fact-{n}" for n in range(14)]
SIDES = ["who", "when.year", "when.day", "what", "order"]
FORMATS = ["choice", "date", "name", "several", "match", "order", "pair", "roll"]
KEYS = st.tuples(st.sampled_from(CLAIMS), st.sampled_from(SIDES))


@st.composite
def shelves(draw):
    """Few facts that tell much about each other, asked one by one and together."""
    rows = draw(
        st.lists(
            st.tuples(
                st.lists(KEYS, min_size=1, max_size=4, unique=True),
                st.sampled_from(FORMATS),
                st.sets(st.sampled_from(CLAIMS), max_size=3),
                st.sampled_from(["treaties", "people"]),
            ),
            max_size=40,
        )
    )
    return [
        asking(*keys, format=format, reveals=reveals, topic=topic)
        for keys, format, reveals, topic in rows
    ]


@st.composite
def grasps(draw) -> Grasp:
    memories = [
        memory(
            key=key,
            stability=draw(st.sampled_from([None, 0.3, 2.3, 11.0])),
            streak=draw(st.integers(0, 3)),
            due=draw(st.integers(-30, 5)),
            is_sure_and_wrong=draw(st.booleans()),
            last_format=draw(st.sampled_from(FORMATS)),
        )
        for key in draw(st.lists(KEYS, max_size=20, unique=True))
    ]
    return grasp_of(*memories, met=draw(st.sets(st.sampled_from(CLAIMS), max_size=3)))


def session(candidates, grasp, *, minutes=5, seed=1, **more) -> Session:
    shelf = picking.shelved(candidates, with_long=minutes >= 10)
    return sessions.session(shelf, grasp, minutes=minutes, seed=seed, **more)


def why(found: Session) -> list[Why]:
    return [found.why[candidate.pk] for candidate in found.asked]


MINUTES = st.sampled_from([1, 5, 10])


@given(shelves(), grasps(), MINUTES)
def test_no_two_sides_of_a_fact_and_none_of_one_the_day_has_met(
    candidates, grasp, minutes
):
    asked = session(candidates, grasp, minutes=minutes).asked

    claims = Counter(claim for candidate in asked for claim in candidate.asks)
    assert set(claims.values()) <= {1}
    assert claims.keys().isdisjoint(grasp.met)


@given(shelves(), grasps(), MINUTES)
def test_nothing_is_told_before_it_is_asked(candidates, grasp, minutes):
    told: set[str] = set()

    for candidate in session(candidates, grasp, minutes=minutes).asked:
        assert candidate.asks.isdisjoint(told)
        told |= candidate.reveals - candidate.asks


@given(shelves(), grasps())
def test_the_minutes_are_exceeded_by_less_than_one_question(candidates, grasp):
    asked = session(candidates, grasp, minutes=1).asked

    seconds = [pace.TYPICAL[candidate.format] for candidate in asked]
    assert not asked or sum(seconds) - max(seconds) < 60


@given(shelves(), grasps(), st.integers(0, 2**32))
def test_the_same_seed_gives_the_same_session(candidates, grasp, seed):
    assert session(candidates, grasp, seed=seed) == session(
        candidates, grasp, seed=seed
    )


@given(shelves(), grasps(), MINUTES)
def test_no_side_is_asked_as_last_time_where_another_form_would_do(
    candidates, grasp, minutes
):
    """Whether it was asked for this side or came along with another is not seen here,
    so only questions on one side are looked at."""
    shelf = picking.shelved(candidates, with_long=minutes >= 10)
    asked = session(candidates, grasp, minutes=minutes).asked

    for candidate in asked:
        own = grasp.memories.get(candidate.sides[0])
        if len(candidate.sides) > 1 or not own or candidate.format != own.last_format:
            continue
        others = Choice()
        for other in asked:
            if other is not candidate:
                others.add(other)
        assert not [
            other
            for other in shelf[candidate.sides[0]]
            if other.format != own.last_format
            and picking.shows(other, own)
            and other.asks.isdisjoint(grasp.met)
            and grasp.is_open(other)
            and others.fits(other)
        ]


@given(shelves(), grasps(), MINUTES)
def test_no_exact_date_is_opened_before_its_year_is_well_known(
    candidates, grasp, minutes
):
    for candidate in session(candidates, grasp, minutes=minutes).asked:
        assert grasp.is_open(candidate)


def facts(names, **fields):
    return [asking((name, "who"), **fields) for name in names]


def test_what_was_sure_and_wrong_comes_first_and_then_what_is_most_forgotten():
    keys = [(name, "who") for name in "abcd"]
    grasp = grasp_of(
        memory(key=keys[0], reviewed=-3),
        memory(key=keys[1], reviewed=-30),
        memory(key=keys[2], reviewed=-4, is_sure_and_wrong=True, due=3),
        memory(key=keys[3], stability=None),
    )

    asked = session(facts("abcd"), grasp).asked

    assert [candidate.claim for candidate in asked] == ["c", "d", "b", "a"]


def test_what_is_not_due_is_not_asked():
    assert not session(facts("a"), grasp_of(memory(key=("a", "who"), due=1))).asked


def test_what_went_wrong_last_comes_after_what_is_due_and_before_what_is_new():
    grasp = grasp_of(
        memory(key=("a", "who"), reviewed=-1, due=4, streak=0),
        memory(key=("b", "who"), reviewed=-2),
        memory(key=("c", "who"), reviewed=-2, due=4, streak=0),  # not the last day
    )

    found = session(facts("abcd"), grasp)

    assert [candidate.claim for candidate in found.asked] == ["b", "a", "d"]
    assert why(found) == [Why.DUE, Why.MISSED, Why.NEW]


def test_enough_of_each_is_mixed_sixty_twenty_twenty():
    due, missed, new = ([f"{kind}-{n}" for n in range(40)] for kind in "dmn")
    grasp = grasp_of(
        *(memory(key=(name, "who")) for name in due),
        *(memory(key=(n, "who"), reviewed=-1, due=4, streak=0) for n in missed),
    )

    found = session(facts([*due, *missed, *new]), grasp, minutes=10)

    assert Counter(why(found)) == {Why.DUE: 24, Why.MISSED: 8, Why.NEW: 8}


def test_time_that_one_part_leaves_goes_to_the_others():
    due, new = ([f"{kind}-{n}" for n in range(60)] for kind in "dn")
    grasp = grasp_of(*(memory(key=(name, "who")) for name in due[:3]))

    found = session(facts([*due[:3], *new]), grasp, minutes=5)

    assert Counter(why(found)) == {Why.DUE: 3, Why.NEW: 17}


def test_new_facts_come_from_each_topic_in_turn():
    topics = ("treaties", "people", "relations", "memberships")
    new = [
        c
        for topic in topics
        for c in facts([f"{topic}-{n}" for n in range(20)], topic=topic)
    ]

    asked = session(new, grasp_of(), minutes=5).asked

    assert Counter(c.topic for c in asked) == dict.fromkeys(topics, 5)


def test_a_new_side_gives_way_to_a_due_one_of_the_same_fact():
    candidates = [asking(("a", "who")), asking(("a", "when.year"))]
    grasp = grasp_of(memory(key=("a", "who")))

    assert session(candidates, grasp).asked == candidates[:1]
    assert not session(candidates, grasp, of=[Why.NEW]).asked


def test_what_came_first_is_nothing_new():
    timeline = asking(("a", "order"), format="timeline")

    assert not session([timeline], grasp_of()).asked
    due = grasp_of(memory(key=("a", "order")))
    assert session([timeline], due).asked == [timeline]


def test_a_session_takes_what_is_typical_rounded_up():
    assert session(facts("abcde"), grasp_of()).minutes == 2
    assert session([], grasp_of()).minutes == 0
