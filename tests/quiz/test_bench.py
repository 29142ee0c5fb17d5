"""The made-up bases that costs are measured on: as hard as the shipped one, and sound."""

import re
from collections import Counter
from random import Random

import pytest

from quiz import pool
from quiz.quality.base import ERROR, Finding
from relations import fixtures, loading, reading
from relations.models import Country, Milestone, Person, Roll, UnidentifiedRow
from relations.models.base import Fact
from tests.bench import synthetic

COPIES = 3


@pytest.fixture(scope="module")
def shipped():
    return fixtures.read(fixtures.FOLDER)


def retold(shipped, **fields):
    return synthetic.rows(shipped, **{"copies": COPIES} | fields)


def names(rows, model=Country):
    return {row.values["name"] for row in rows if row.model is model}


def test_the_same_seed_makes_up_the_same_base(shipped):
    assert retold(shipped, seed=1) == retold(shipped, seed=1)
    assert names(retold(shipped, seed=1)) != names(retold(shipped, seed=2))


def test_a_base_is_as_many_times_as_large_but_for_the_home_country(shipped):
    assert len(retold(shipped)) == COPIES * (len(shipped) - 1) + 1


@pytest.mark.parametrize("model", [Country, Person])
def test_names_are_made_up_and_belong_to_one_retelling(shipped, model):
    told, made_up = names(shipped, model), names(retold(shipped), model)

    assert told & made_up <= {"Albania"}
    assert len(made_up - told) == COPIES * len(told - {"Albania"})


def traps(rows) -> Counter:
    """How often what makes a base hard is in it."""
    found: Counter = Counter()
    for row in rows:
        if row.model is UnidentifiedRow:
            found["unnamed"] += 1
        if row.model is Roll and row.values["is_complete"]:
            found["complete list"] += 1
        if issubclass(row.model, Fact):
            found[row.values["standing"]] += 1
            found["unasked"] += bool(row.values["unasked_because"])
            found["kin"] += bool(row.values.get("kin"))
            found[f"date {len(row.values.get('date') or '')}"] += 1
    return found


def test_nothing_that_makes_a_base_hard_is_lost(shipped):
    once = traps(shipped)

    assert min(once.values()) > 0
    assert traps(retold(shipped)) == Counter(
        {trap: COPIES * count for trap, count in once.items()}
    )


def test_years_that_states_share_stay_shared(shipped):
    def shared(rows) -> int:
        years = Counter(
            row.values["date"][:4] for row in rows if row.model is Milestone
        )
        return sum(count for count in years.values() if count > 1)

    assert shared(retold(shipped)) >= COPIES * shared(shipped)


@pytest.mark.parametrize(
    ("told", "shape"),
    [
        ("{when} did Freedonia enter?", r"\{when\} did [A-Z][a-z]{8} [a-z]{5}\?"),
        ("in an embassy of the EU", r"in an [aeiou][a-z]{6} of the [A-Z]{2,}"),
        ("According to the article", "According to the article"),
    ],
)
def test_a_sentence_keeps_its_form(told, shape):
    assert re.fullmatch(shape, retelling().text(told))


def test_a_word_becomes_the_same_word_wherever_it_stands():
    teller = retelling()

    name, sentence = teller.text("Freedonia"), teller.text("the law of Freedonia’s sea")

    assert f" {name}’s " in sentence


def test_no_two_retellings_come_upon_the_same_word():
    coined: set[str] = set()
    one, other = (synthetic.Retelling(n, Random(1), coined) for n in (1, 2))

    assert one.text("Freedonia") != other.text("Freedonia")


def test_years_go_back_together():
    told = retelling().text("In 1992 and 2022–23")
    first, second, third = map(int, re.findall(r"\d+", told))

    assert second - first == 30
    assert (third - second) % 100 == 1


def retelling() -> synthetic.Retelling:
    return synthetic.Retelling(1, Random(1), set())


@pytest.mark.django_db
def test_a_made_up_base_carries_as_many_sound_questions_for_its_size(
    shipped, published_knowledge
):
    loading.load(retold(shipped, copies=2))
    made_up = reading.knowledge()

    one, two = (outcomes(knowledge) for knowledge in (published_knowledge, made_up))

    assert len(made_up.claims) == 2 * len(published_knowledge.claims)
    assert 2 <= two["draft"] / one["draft"] < 2.5
    assert two[ERROR] < 0.01 * two["draft"]


def outcomes(knowledge) -> Counter:
    """What comes of a base: drafts, refusals, and findings of the lint."""
    return Counter(
        outcome.severity
        if isinstance(outcome, Finding)
        else type(outcome).__name__.lower()
        for outcome in pool.drafts(knowledge, seed=0)
    )
