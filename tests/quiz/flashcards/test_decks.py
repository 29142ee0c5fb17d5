"""Flashcards: which cards a selection gives, and what stands on their two sides."""

import pytest

from quiz.flashcards import decks
from quiz.flashcards.cards import IN_DOUBT, WHICH_LIST, Card
from quiz.flashcards.decks import Selection
from quiz.models import Question
from relations.models import Roll, RollEntry
from relations.sentences import Sentence
from tests.factories import make_country, make_fact, make_question

pytestmark = pytest.mark.django_db

EVERYTHING = Selection("Everything")


def deck(selection: Selection = EVERYTHING, seed: str = "") -> list[Card]:
    return decks.written(decks.faces(selection, seed))


def typed(claim: str, answer: str, **fields) -> Question:
    """A question whose answer is a name."""
    option = {"text": answer, "proof": "", "truth": "", "page": "", "kind": "country"}
    defaults = {
        "format": "name",
        "family": "typed-name",
        "aspect": "who",
        "options": [option],
        "solution": answer,
        "generated_stem": f"Who is meant by {claim}?",
    }
    return make_question(claim=claim, **defaults | fields)


def roll_of(*texts: str, **fields) -> Roll:
    defaults = {"title": "The aims", "sentence": "It aims at {entry}."}
    roll = make_fact(Roll, **defaults | {"is_complete": True} | fields)
    for position, text in enumerate(texts, start=1):
        make_fact(RollEntry, roll=roll, slug=text, position=position, text=text)
    return roll


def test_a_card_asks_on_the_front_and_tells_all_on_the_back():
    question = make_question(remark="Outside the article, 1992 is given.")

    [card] = deck()

    assert card == Card(
        front=question.stem,
        answer=question.options[2]["text"],
        explanation=question.explanation,
        remark=question.remark,
        sources=question.sources,
        page=question.page,
        page_title=question.page_title,
    )
    assert card.remark_label == "Not from the article"


def test_a_fact_has_one_card_for_each_of_its_sides():
    typed("accord", "Turkey")
    typed("accord", "Turkey")
    typed("accord", "1992", aspect="when")

    assert [card.answer for card in deck()] == ["1992", "Turkey"]


def test_what_is_typed_asks_better_than_what_is_chosen_and_the_fullest_answer_best():
    make_question(claim="accord", aspect="who")
    typed("accord", "BIE")
    typed("accord", "Bureau International des Expositions")

    [card] = deck()

    assert card.answer == "Bureau International des Expositions"


@pytest.mark.parametrize("format", ["several", "match", "order", "pair", "timeline"])
def test_what_lives_by_its_options_gives_no_card(format):
    make_question(format=format)

    assert deck() == []


def test_a_question_that_points_to_its_options_gives_no_card():
    make_question(generated_stem="Which of these states signed?")
    make_question(edited_stem="With which of these did it sign?")

    assert deck() == []


def test_a_teachers_wording_can_make_a_question_stand_alone():
    make_question(
        generated_stem="Which of these signed?", edited_stem="Which state signed?"
    )

    assert [card.front for card in deck()] == ["Which state signed?"]


def test_retired_questions_give_no_card():
    make_question(status="retired", retired_because="Unclear.")

    assert deck() == []


def test_a_whole_list_is_one_card():
    roll = roll_of("peace", "trade", "order")

    [card] = deck()

    assert (card.front, card.task, card.entries) == (
        "The aims",
        "Name all 3.",
        ("peace", "trade", "order"),
    )
    assert card.sources[0]["locator"] == roll.passages.get().locator


def test_one_entry_of_a_list_asks_for_the_list():
    roll_of("peace", "trade")

    [card] = deck(Selection("Peace", claims=frozenset({"peace"})))

    assert (card.front, card.task, card.answer) == ("Peace", WHICH_LIST, "The aims")
    assert card.explanation == "It aims at peace."


def test_an_entry_the_article_contradicts_is_marked_and_gives_no_card_alone():
    roll_of("peace", "trade")
    RollEntry.objects.filter(text="peace").update(standing="disputed")

    assert deck()[0].entries == (f"peace ({IN_DOUBT})", "trade")
    assert deck(Selection("Peace", claims=frozenset({"peace"}))) == []


@pytest.mark.parametrize(
    "fields",
    [{"is_complete": False}, {"unasked_because": "Unsure."}, {"standing": "retracted"}],
)
def test_a_list_that_may_not_be_asked_gives_no_card(fields):
    roll_of("peace", "trade", **fields)

    assert deck() == []
    assert deck(Selection("Peace", claims=frozenset({"peace"}))) == []


def test_a_selection_takes_its_claims_or_its_topic_alone():
    typed("accord", "Turkey", topic="treaties")
    typed("visit", "Pakistan", topic="people")
    roll_of("peace", "trade", topic="treaties")

    by_claim = deck(Selection("Accord", claims=frozenset({"accord"})))
    by_topic = deck(Selection("Treaties", topic="treaties"))

    assert [card.answer for card in by_claim] == ["Turkey"]
    assert [card.answer for card in by_topic] == ["Turkey", "2 on the list"]
    assert deck(Selection("Nothing", claims=frozenset())) == []


def test_of_a_list_among_facts_all_entries_are_meant():
    roll_of("Peace", "Trade", slug="aims")
    facts = [
        Sentence("roll", "aims", "The aims."),
        Sentence("event", "vote", "A vote."),
    ]

    assert decks.claims_of(facts) == {"aims", "Peace", "Trade", "vote"}


def answers(**fields) -> list[str]:
    return [card.answer for card in deck(**fields)]


@pytest.mark.parametrize("seed", ["", "7"])
def test_the_same_answer_does_not_stand_twice_running(seed):
    for n, answer in enumerate(("Turkey", "Turkey", "Turkey", "Greece", "Italy")):
        typed(f"fact-{n}", answer)

    given = answers(seed=seed)

    assert given == answers(seed=seed)
    assert [place for place, one in enumerate(given) if one == "Turkey"] == [0, 2, 4]


def test_what_is_chosen_counts_by_its_words():
    for claim in ("a", "b"):
        options = [{"text": "1993"}, {"text": "1991"}]
        make_question(claim=claim, options=options, solution=0)
    make_question(claim="c", options=options, solution=1)

    assert answers() == ["1993", "1991", "1993"]


def test_entries_of_one_list_do_not_stand_side_by_side():
    roll_of("peace", "trade", "growth", title="The aims")
    roll_of("law", "order", title="The rest")
    claims = frozenset({"peace", "trade", "law"})

    given = answers(selection=Selection("Some", claims=claims))

    assert given == ["The aims", "The rest", "The aims"]


def test_a_seed_shuffles_the_same_way_each_time():
    for n in range(12):
        typed(f"fact-{n:02}", f"State {n}")

    plain, once, again, other = (deck(seed=seed) for seed in ("", "7", "7", "8"))

    assert once == again
    assert once != plain
    assert once != other
    assert sorted(map(str, once)) == sorted(map(str, plain))


@pytest.mark.parametrize("size", [2, 10])
def test_cards_are_written_at_the_same_cost_however_many(
    size, django_assert_num_queries
):
    for n in range(size):
        typed(f"fact-{n}", "Turkey")
        roll = roll_of(f"peace-{n}", f"trade-{n}", title=f"The aims {n}")
        make_fact(RollEntry, roll=roll, position=9, country=make_country())
        roll_of(f"order-{n}", f"law-{n}", title=f"The rest {n}")
    claims = {f"fact-{n}" for n in range(size)} | {f"law-{n}" for n in range(size)}
    claims |= set(
        RollEntry.objects.filter(roll__title__startswith="The aims").values_list(
            "slug", flat=True
        )
    )

    # Questions and lists to choose from; questions; lists, their places and entries;
    # single entries and their places.
    with django_assert_num_queries(8):
        assert len(deck(Selection("Some", claims=frozenset(claims)))) == 3 * size
