"""Putting in order: how the list is shown, moved about, graded and told."""

import re
from itertools import permutations
from random import Random
from statistics import mean

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from quiz import grading, play
from quiz.exceptions import NoSuchOption
from quiz.formats import FORMATS
from quiz.models import Answer
from tests.factories import NOW
from tests.quiz.formats.in_time import STATES, item_of, order_question, texts

pytestmark = pytest.mark.django_db
ORDER = FORMATS["order"]
HTMX = {"HX-Request": "true"}


def sent(item, order, **button):
    return ORDER.form(item, {"order": [str(place) for place in order], **button})


def post(client, item, order, *, htmx=False, **button):
    return client.post(
        f"/attempts/{item.attempt_id}/1/answer/",
        {"order": order, **button},
        headers=HTMX if htmx else {},
    )


def shown_order(response) -> list[str]:
    """The lines as they stand in the page."""
    return re.findall(r'class="sequence__text">([^<]+)<', response.text)


def swapped(order: list[int], rank: int) -> list[int]:
    """Two neighbours the other way round."""
    return [*order[:rank], order[rank + 1], order[rank], *order[rank + 2 :]]


# Shown


@pytest.mark.parametrize("count", [3, 4, 5])
def test_the_start_is_never_the_right_order_nor_its_reverse(count):
    question = order_question(count)
    for seed in range(200):
        shown = ORDER.shown(question, Random(seed))
        start = list(range(len(shown.options)))

        assert shown.solution != start
        assert shown.solution != start[::-1]
        ordered = [shown.options[place]["text"] for place in shown.solution]
        assert ordered == [*STATES][: len(ordered)]


def test_every_other_start_is_as_likely():
    question = order_question(4)
    starts = {
        tuple(ORDER.shown(question, Random(seed)).solution) for seed in range(900)
    }

    assert len(starts) == 24 - 2


def test_the_same_dice_show_the_same_start():
    question = order_question()

    assert ORDER.shown(question, Random(3)) == ORDER.shown(question, Random(3))


# Graded


def test_the_right_order_earns_all_and_its_reverse_nothing():
    item = item_of(order_question())

    assert ORDER.grade(item, item.solution).credit == 1
    assert ORDER.grade(item, item.solution[::-1]).credit == 0


@pytest.mark.parametrize("rank", range(4))
def test_two_neighbours_the_wrong_way_round_leave_most_of_the_credit(rank):
    item = item_of(order_question())

    assert ORDER.grade(item, swapped(item.solution, rank)).credit == 0.6


def test_credit_falls_with_each_pair_the_wrong_way_round():
    item = item_of(order_question())
    order, earned = item.solution, []
    for rank in (0, 2, 1, 0):
        order = swapped(order, rank)
        earned.append(ORDER.grade(item, order).credit)

    assert earned == [0.6, 0.2, 0, 0]


@pytest.mark.parametrize("count", [4, 5])
def test_blind_answers_earn_what_is_called_chance_which_is_next_to_nothing(count):
    item = item_of(order_question(count))
    every = [ORDER.grade(item, [*order]).credit for order in permutations(range(count))]

    assert ORDER.chance(item) == pytest.approx(mean(every))
    assert ORDER.chance(item) < 0.1


def test_leaving_the_list_as_it_stands_earns_no_more_than_chance():
    question = order_question(key="order/always-the-same/order")  # and so its dice
    earned = []
    for seed in range(300):
        item = item_of(question, seed=seed)
        earned.append(ORDER.grade(item, list(range(5))).credit)

    assert mean(earned) <= ORDER.chance(item) + 0.015  # two standard errors


@pytest.mark.parametrize("order", [[0, 1, 2, 3], [0, 0, 1, 2, 3], [1, 2, 3, 4, 5], []])
def test_only_each_line_once_is_an_answer(order):
    item = item_of(order_question())

    assert not ORDER.takes(item, order)
    with pytest.raises(NoSuchOption):
        play.answer(item, order, now=NOW)
    form = sent(item, order)
    assert not form.is_valid()
    assert form.errors["order"] == ["Please put each of them in the list once."]


# Moved


def test_a_line_moves_up_or_down_by_one_and_no_answer_is_given():
    item = item_of(order_question())

    assert sent(item, [2, 0, 1, 3, 4], up="1").rearranged().places == [2, 1, 0, 3, 4]
    assert sent(item, [2, 0, 1, 3, 4], down="2").rearranged().places == [0, 2, 1, 3, 4]
    assert sent(item, [2, 0, 1, 3, 4]).rearranged() is None


def test_a_line_at_an_end_stays_there():
    item = item_of(order_question())

    assert sent(item, [2, 0, 1, 3, 4], up="2").rearranged().places == [2, 0, 1, 3, 4]
    assert sent(item, [2, 0, 1, 3, 4], down="4").rearranged().places == [2, 0, 1, 3, 4]


def test_a_move_of_a_list_that_is_none_is_no_move():
    item = item_of(order_question())

    assert sent(item, [2, 2, 1], up="1").rearranged() is None
    assert sent(item, [2, 0, 1, 3, 4], up="9").rearranged() is None


def test_a_move_is_announced_with_the_new_place():
    item = item_of(order_question())
    name = item.options[4]["text"]

    moved = sent(item, [0, 1, 2, 3, 4], up="4").rearranged()

    assert moved.announcement == f"{name}, now fourth of 5"


@pytest.mark.parametrize(
    ("button", "focused"),
    [
        ({"up": "2"}, (2, "up")),
        ({"up": "1"}, (1, "down")),  # at the top now: its arrow up is dead
        ({"down": "2"}, (2, "down")),
        ({"down": "3"}, (3, "up")),
    ],
)
def test_the_focus_stays_on_the_line_that_moved(button, focused):
    item = item_of(order_question())

    moved = sent(item, [0, 1, 2, 3, 4], **button).rearranged()

    lines = [(line["place"], line["focus"]) for line in moved.lines if line["focus"]]
    assert lines == [focused]


# The page


@pytest.mark.parametrize("htmx", [False, True])
def test_a_button_shows_the_list_as_moved_and_stores_nothing(client, learner, htmx):
    item = item_of(order_question(), learner=learner)
    names = texts(item, [0, 1, 2, 3, 4])

    first = post(client, item, [0, 1, 2, 3, 4], htmx=htmx, down="0")
    second = post(client, item, [1, 0, 2, 3, 4], htmx=htmx, down="0")

    assert shown_order(first) == [names[place] for place in (1, 0, 2, 3, 4)]
    assert shown_order(second) == [names[place] for place in (1, 2, 0, 3, 4)]
    order = re.findall(r'name="order" value="(\d)"', second.text)
    assert order == ["1", "2", "0", "3", "4"]
    assert second.text.count("autofocus") == 1
    assertContains(second, f'data-announcement="{names[0]}, now third of 5"', count=1)
    assert not Answer.objects.exists()


def test_before_any_move_the_question_has_the_focus(client, learner):
    item = item_of(order_question(), learner=learner)

    page = client.get(f"/attempts/{item.attempt_id}/1/")

    assert re.search(r"<h1[^>]* autofocus", page.text)
    assert page.text.count("autofocus") == 1
    assertNotContains(page, "data-announcement")


def test_the_arrows_name_the_line_they_move_and_are_dead_at_the_ends(client, learner):
    item = item_of(order_question(), learner=learner)
    names = texts(item, [0, 1, 2, 3, 4])

    page = client.get(f"/attempts/{item.attempt_id}/1/")

    for name in names:
        assertContains(page, f"Move {name} up")
        assertContains(page, f"Move {name} down")
    dead = re.findall(r"disabled><span[^>]*>([^<]+)<", page.text)
    assert dead == [f"Move {names[0]} up", f"Move {names[4]} down"]


def test_the_order_sent_is_the_answer(client, learner):
    item = item_of(order_question(), learner=learner)

    post(client, item, item.solution)

    answer = Answer.objects.get()
    assert answer.given == item.solution
    assert answer.credit == 1


def test_a_list_that_is_none_is_given_back_as_it_was(client, learner):
    item = item_of(order_question(), learner=learner)

    page = post(client, item, [0, 0, 1])

    assertContains(page, "Please put each of them in the list once.")
    assert shown_order(page) == texts(item, [0, 1, 2, 3, 4])
    assert not Answer.objects.exists()


def test_nothing_tells_a_date_before_the_answer(client, learner):
    item = item_of(order_question(), learner=learner)

    page = client.get(f"/attempts/{item.attempt_id}/1/")

    for option in item.options:
        for secret in (option["date"], option["truth"], option["claim"]):
            assertNotContains(page, secret)
    assertNotContains(page, item.explanation)


# Told


def test_each_is_told_at_its_place_with_date_and_source_and_where_it_was_put():
    item = item_of(order_question())
    given = swapped(item.solution, 1)
    play.answer(item, given, now=NOW)

    feedback = grading.feedback(item)

    assert [row.text for row in feedback.rows] == [
        f"{name}: {date}" for name, date in STATES.items()
    ]
    assert [row.label for row in feedback.rows] == [
        "you had it here",
        "you had it third",
        "you had it second",
        "you had it here",
        "you had it here",
    ]
    assert [row.mark for row in feedback.rows] == [
        *("right", "chosen", "chosen", "right", "right")
    ]
    for row, name in zip(feedback.rows, STATES, strict=True):
        assert row.truth == f"Relations with {name} began in {STATES[name]}."
        assert row.sources[0]["locator"] == f"Row of {name}"
    assert feedback.heading == "The right order"
    assert feedback.mark == "part"


def test_the_result_is_announced_with_the_right_order():
    item = item_of(order_question())
    play.answer(item, swapped(item.solution, 1), now=NOW)

    assert grading.feedback(item).announcement == (
        "Partly right: 3 of 5 in their place. The right order: "
        "Alba, Borduria, Syldavia, Ruritania, then Freedonia."
    )
