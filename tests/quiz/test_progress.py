"""Progress in numbers: by topic, by week, by what was asked before."""

import datetime as dt

from quiz import progress
from quiz.progress import Accuracy, Tally, WeekRow
from quiz.recall import standing
from quiz.recall.past import Week
from quiz.recall.standing import State
from quiz.scoring import Given, Share
from tests.quiz.remembered import TODAY, YESTERDAY, fact, memory


def tallies() -> list[Tally]:
    facts = {c: fact(c) for c in "abc"} | {"d": fact("d", topic="people")}
    memories = [
        memory("a"),
        memory("b", due_on=YESTERDAY),
        memory("d", streak=1, held_since=None),
    ]
    return progress.by_topic(standing.standings(facts, memories, TODAY).values())


def test_each_topic_counts_its_facts_by_state():
    relations, people = tallies()

    assert (relations.label, people.label) == (
        "Relations and dates",
        "People and events",
    )
    assert relations.counts == {State.KNOWN: 1, State.FADING: 1, State.NEW: 1}
    assert (relations.known, relations.total, relations.is_begun) == (1, 3, True)
    assert people.counts == {State.LEARNING: 1}
    assert not progress.by_topic([])


def test_topics_add_up():
    assert progress.together(tallies()).counts == {
        State.KNOWN: 1,
        State.FADING: 1,
        State.LEARNING: 1,
        State.NEW: 1,
    }
    assert progress.together([]).total == 0


def test_a_bar_shows_what_the_words_beside_it_say():
    parts = tallies()[0].parts

    assert [(part.state, part.count) for part in parts] == [
        ("known", 1),
        ("fading", 1),
        ("learning", 0),
        ("new", 1),
    ]
    assert [part.start for part in parts] == [0, 33.33, 66.66, 66.66]
    assert [part.width for part in parts] == [33.33, 33.33, 0, 33.33]


def test_a_bar_of_nothing_is_empty():
    assert [
        part.width for part in Tally("None", progress.together([]).counts).parts
    ] == [0] * 4


def test_each_of_twelve_weeks_says_on_which_days_one_answered():
    played = {TODAY, TODAY - dt.timedelta(7 * 12), dt.date(2025, 5, 26)}  # a Monday

    rows = progress.week_by_week({}, [], played, TODAY)

    assert len(rows) == progress.WEEKS
    assert rows[-1].played == (True, False, False, False, False, False, True)
    assert [row.days for row in rows] == [0] * 11 + [2]


def test_the_picture_of_the_weeks_has_a_dot_for_each_day():
    rows = [
        WeekRow(Week(TODAY, TODAY), played=(True, False, False), known=0),
        WeekRow(Week(TODAY, TODAY), played=(True,), known=0),
    ]

    dots = progress.dots(rows)

    assert [(dot.x, dot.y) for dot in dots] == [(0, 0), (0, 24), (0, 48), (24, 0)]
    assert sum(dot.is_on for dot in dots) == sum(row.days for row in rows)


def test_first_and_later_answers_are_told_apart():
    answers = [
        Given("treaties", "a", "who", 0),
        Given("treaties", "a", "when", 1),
        Given("treaties", "a", "who", 1),
        Given("relations", "b", "who", 1),
    ]

    assert progress.accuracy(answers) == [
        Accuracy("Treaties", Share("Treaties", 1, 2), Share("Treaties", 1, 1)),
        Accuracy("Relations and dates", Share("Relations and dates", 1, 1), None),
    ]
