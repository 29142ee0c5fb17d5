"""Bots find a cue that is there, and none where there is none."""

from random import Random
from uuid import UUID

import pytest

from quiz.models import Attempt, Item, Question
from quiz.quality import bots
from quiz.quality.cues import CUES, Bank, View
from relations.models import Country
from tests.factories import make_question

pytestmark = pytest.mark.django_db


def item(texts, solution=0, *, format="choice", stem="Which?", quiz=0, **fields):
    """An item of a question of its own, stored nowhere."""
    question = fields.pop("question", None) or Question(
        pk=Random(f"{texts}{stem}{quiz}{fields}").randrange(10**9)
    )
    options = [{"text": text, "truth": ""} for text in texts]
    defaults = {"claim": f"claim-{question.pk}", "explanation": ""}
    return Item(
        attempt=Attempt(pk=UUID(int=quiz)),
        question=question,
        format=format,
        stem=stem,
        options=options,
        solution=solution,
        **defaults | fields,
    )


def played(items):
    return {result.bot: result for result in bots.play(items, seed=1)}


def heights(cue, asked, *, bank=(), earlier=""):
    return list(CUES[cue](View(asked, Bank(list(bank)), earlier)))


def lengths(place):
    """Questions of four options of which the one at a place is the longest."""
    found = []
    for n in range(40):
        texts = [f"{letter}{n}" for letter in "kfqb"]
        texts[place] += "ooooo"
        found.append(item(texts, solution=n % 4 if place is None else place))
    return found


def test_who_takes_the_longest_wins_where_the_right_one_is_longest():
    result = played(lengths(place=2))["longest"]

    assert (result.score, result.chance, result.excess) == (1.0, 0.25, 75.0)
    assert result.heard == 1.0


def test_who_takes_the_shortest_loses_there():
    assert played(lengths(place=2))["shortest"].score == 0.0


def test_the_bot_that_learns_finds_the_cue_by_itself():
    items = [
        item(
            [
                f"{letter}{n}" + "o" * (5 * (k == n % 4))
                for k, letter in enumerate("kfqb")
            ],
            solution=n % 4,
        )
        for n in range(60)
    ]

    result = played(items)[bots.LEARNED]

    assert result.score == 1.0
    assert result.auc > 0.95


def test_the_bot_that_learns_finds_nothing_where_there_is_nothing():
    dice = Random(5)
    items = [
        item(
            [
                "".join(dice.choices("abcdefghij", k=dice.randint(3, 9)))
                for _ in range(4)
            ],
            solution=dice.randrange(4),
        )
        for _ in range(400)
    ]

    result = played(items)[bots.LEARNED]

    assert abs(result.excess) < 7
    assert result.auc == pytest.approx(0.5, abs=0.05)


def test_where_a_cue_says_nothing_the_bot_answers_blindly():
    result = played([item(["one", "two", "six"])])["longest"]

    assert result.heard == 0.0
    assert result.score == result.chance == pytest.approx(1 / 3)


def test_a_tie_earns_its_share():
    result = played([item(["Athens", "Vienna", "Rome"])])["longest"]

    assert result.score == 0.5


def test_a_question_counts_once_however_often_it_is_drawn():
    often = make_question()
    long, short = ["oooo", "b", "c"], ["a", "oooo", "c"]
    items = [item(long, question=often, quiz=n) for n in range(9)]
    items.append(item(short, question=make_question()))

    result = played(items)["longest"]

    assert (result.items, result.questions, result.score) == (10, 2, 0.5)
    assert result.excess == pytest.approx(100 * (1 / 2 - 1 / 3))
    assert result.as_drawn == pytest.approx(100 * (9 / 10 - 1 / 3))


def test_what_is_typed_is_guessed_by_nobody():
    assert bots.play([item(["Greece"], "Greece", format="name")], seed=1) == []


def test_of_several_so_many_are_taken_as_are_right():
    several = item(["oooo", "b", "ooo", "c"], [0, 2], format="several")

    assert played([several])["longest"].score == 1.0
    assert played([several])["shortest"].score == 0.0


def test_an_order_as_shown_is_tried_as_it_is():
    asked = item(list("dcba"), [0, 1, 2, 3], format="order")

    assert played([asked])["arranged as shown"].score == 1.0
    assert played([asked])["arranged by the alphabet"].score < 1.0


@pytest.mark.parametrize(
    ("cue", "texts", "stem", "taken"),
    [
        ("words of the stem", ["Peace accord", "Trade"], "Which accord was it?", 0),
        ("letters of the stem", ["World Bank", "Universal Postal Union"], "UPU?", 1),
        ("letters of the stem", ["ILO", "UPU"], "The Universal Postal Union?", 1),
        ("most convergent", ["East bank", "East union", "West union"], "", 1),
        ("odd one out", ["1991", "1992", "1922"], "", 2),
        ("middle", ["1912", "1950", "1992"], "", 1),
        ("edge", ["1912", "1950", "1970"], "", 0),
        ("most precise", ["1991", "7 May 1991", "1992"], "", 1),
        ("only one not round", ["10", "23", "50"], "", 1),
        ("alphabetically first", ["Peru", "Chad", "Fiji"], "", 1),
        ("alphabetically last", ["Chad", "Peru", "Fiji"], "", 1),
        ("grammar", ["Human rights", "A market economy"], "Named as a priority?", 1),
        ("place 2", ["a", "b", "c"], "", 1),
    ],
)
def test_each_cue_lifts_what_it_is_about(cue, texts, stem, taken):
    found = heights(cue, item(texts, stem=stem))

    assert found.index(max(found)) == taken
    assert found.count(max(found)) == 1


def test_what_stands_among_options_often_is_frequent():
    bank = [make_question(options=[{"text": "Greece"}, {"text": "Peru"}])]
    bank.append(make_question(options=[{"text": "Greece"}, {"text": "Fiji"}]))

    assert heights("most frequent", item(["Peru", "Greece"]), bank=bank) == [1, 2]
    assert heights("rarest", item(["Peru", "Greece"]), bank=bank) == [-1, -2]


def test_what_is_told_often_is_famous_but_not_by_its_own_questions():
    own = make_question(claim="own", generated_explanation="Peru did it. Peru.")
    other = make_question(claim="other", generated_stem="What did Greece do?")

    asked = item(["Peru", "Greece"], claim="own")

    assert heights("most famous", asked, bank=[own, other]) == [0, 1]


def test_what_was_told_before_in_the_quiz_is_seen():
    first = make_question(generated_stem="What did Greece do?")
    items = [
        item(["Peru", "Greece"], 1, quiz=1, question=first, stem="What did Greece do?"),
        item(["Chad", "Greece"], 1, quiz=1),
        item(["Fiji", "Greece"], 1, quiz=2),
    ]

    result = played(items)["seen earlier"]

    assert result.heard == pytest.approx(1 / 3)
    assert result.score == pytest.approx((1 + 0.5 + 0.5) / 3)


def test_states_of_the_home_region_are_near():
    for name, region in [
        ("Albania", "europe"),
        ("Italy", "europe"),
        ("Peru", "americas"),
    ]:
        Country.objects.create(slug=name.lower(), name=name, region=region)

    assert heights("home region", item(["Peru", "Italy"])) == [False, True]


def test_items_are_drawn_until_there_are_enough_to_guess():
    for _ in range(6):
        make_question(topic="people")
        make_question(topic="people", format="name", solution="x")

    items = bots.drawn(20, seed=3)

    guessed = [i for i in items if i.format in bots.GUESSED]
    assert len(guessed) >= 20
    assert [i.options for i in bots.drawn(20, seed=3)] == [i.options for i in items]


def test_nothing_is_drawn_from_an_empty_pool():
    assert bots.drawn(20, seed=3) == []


def test_places_that_are_always_the_same_are_found():
    shuffled = Question(pk=1, is_ordered=False)
    items = [item(list("abcd"), 2, question=shuffled, quiz=n) for n in range(40)]

    (found,) = bots.positions(items)

    assert (found.what, found.counts) == ("place of 4", (0, 0, 40, 0))
    assert found.p < 0.001


def test_a_rank_counts_once_for_each_question():
    items = [
        item(list("abc"), n % 3, question=Question(pk=n % 3 + 1, is_ordered=True))
        for n in range(9)
    ]

    (found,) = bots.positions(items)

    assert (found.what, found.counts, found.p) == ("rank of 3", (1, 1, 1), 1.0)


def test_nobody_gains_by_looks_on_the_shipped_questions(shipped_questions):
    """Three points are what is put up with; two thousand items are drawn."""
    items = bots.drawn(2000, seed=0)

    gains = {result.bot: result.excess for result in bots.play(items, seed=0)}
    places = {found.what: found.p for found in bots.positions(items)}

    assert {bot: gain for bot, gain in gains.items() if gain > 3} == {}
    assert {what: p for what, p in places.items() if p < 0.01} == {}
    assert len(gains) == len(CUES) + len(bots.ARRANGERS) + 1
