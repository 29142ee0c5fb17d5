"""Rounds: the same answers serve several questions, each of them right just once."""

from collections import Counter, defaultdict

import pytest

from quiz.questions.rounds import WINDOW, rounds
from relations.knowledge import Knowledge
from tests.quiz.drafting import drafted, refused
from tests.quiz.test_questions import began

pytestmark = pytest.mark.django_db  # the shipped facts are read through one


def differ(one, other) -> bool:
    return one != other


def sizes(groups) -> list[int]:
    return sorted(map(len, groups))


@pytest.mark.parametrize("count", [3, 4, 6, 7, 9, WINDOW, 2 * WINDOW + 3])
def test_all_find_a_round_where_all_fit(count):
    whole, few = rounds(range(count), differ)

    assert few == []
    assert sorted(thing for group in whole for thing in group) == list(range(count))
    assert set(sizes(whole)) <= {3, 4}


def test_two_that_do_not_fit_never_share_a_round():
    values = [n // 3 for n in range(24)]  # eight values, three times each

    whole, few = rounds(values, differ)

    assert few == []
    assert all(len(set(group)) == len(group) for group in whole)


def test_what_is_much_too_frequent_is_left_over():
    whole, few = rounds(["a"] * 9 + ["b", "c", "d", "e"], differ)

    assert sizes(whole) == [3, 3]
    assert sum(map(len, few)) == 7
    assert {thing for group in few for thing in group} == {"a"}


def test_neighbours_come_together():
    whole, _ = rounds(range(16), differ)

    assert whole == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11], [12, 13, 14, 15]]


def test_each_answer_of_a_round_is_right_once_and_wrong_elsewhere():
    years = ["1912", "1921", "1922", "1946", "1949", "1955", "1958", "1970"]
    knowledge = Knowledge([began(f"State{year}", year) for year in years])

    drafts = drafted(knowledge, "when")

    shown = Counter(option.text for draft in drafts for option in draft.options)
    assert shown == dict.fromkeys(years, 4)
    assert [draft.right.text for draft in drafts] == years


def test_many_facts_of_few_years_all_find_a_round():
    """More of one year in a row than are looked at together."""
    count = 5 * WINDOW
    knowledge = Knowledge(
        [began(f"State{n}", str(1990 + 5 * n // count)) for n in range(count)]
    )

    assert len(drafted(knowledge, "when")) == count


@pytest.mark.parametrize("slug", ["when", "year", "partner", "who", "office", "post"])
def test_no_answer_of_the_shipped_facts_is_right_oftener_than_its_turn(
    published_knowledge, slug
):
    rights = defaultdict(list)
    for draft in drafted(published_knowledge, slug):
        answers = frozenset(option.text for option in draft.options)
        rights[answers].append(draft.right.text)

    for answers, right in rights.items():
        turns = Counter(right)
        assert set(turns) == answers
        assert len(set(turns.values())) == 1


def test_who_is_told_of_too_often_is_not_always_asked(published_knowledge):
    reasons = refused(published_knowledge, "who")
    answers = Counter(d.right.text for d in drafted(published_knowledge, "who"))

    assert "Too few others can take turns with it at being right." in reasons.values()
    assert max(answers["Turkey"], answers["Greece"]) <= 5


def test_states_without_a_third_list_are_filled_up_with_their_like(
    published_knowledge,
):
    """Of two lists of states, one of partners and one of others, four make a round."""
    drafts = [
        draft
        for draft in drafted(published_knowledge, "listed")
        if draft.claim.key == "order-2008-belize"
    ]

    (draft,) = drafts
    told = Counter(
        "does not mention" in option.candidate.truth for option in draft.wrong
    )
    assert told == {True: 1, False: 2}


def test_a_date_between_two_that_are_claimed_is_no_wrong_answer(published_knowledge):
    """The article dates relations with Brazil to 1974, a reference to 1961."""
    (draft,) = [
        d
        for d in drafted(published_knowledge, "when")
        if d.claim.key == "brazil-established"
    ]

    years = {option.candidate.value.year for option in draft.wrong}
    assert not any(1961 <= year <= 1974 for year in years)
