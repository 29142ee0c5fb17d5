"""Whether Elo ratings find how hard things truly are, whoever answered them."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from statistics import correlation, fmean
from typing import Any

from quiz.formats import Evidence
from quiz.models import Skill
from quiz.recall import elo, ratings
from tests.bench.memory.study import Ledger

ITEMS = 60
EACH = 30  # items a learner answers, drawn anew
FEW, MANY = 40, 133  # answers an item, as in the anchors of the research
SPREADS = (0.5, 1.0, 1.5)  # of ability among the learners
RUNS = 4
TYPED = {"name": (0.7, 0.0)}
MIXED = TYPED | {"several": (-0.2, 1 / 2), "choice": (-0.5, 1 / 4)}
FAMILIES = {"when": 0.3, "who": 0.0, "what": -0.3}

Formats = dict[str, tuple[float, float]]  # how hard, and the chance of a blind answer


@dataclass(frozen=True)
class Item:
    parts: ratings.Parts
    difficulty: float
    chance: float


def table() -> list[dict[str, Any]]:
    """Correlations for learners of each spread of ability."""
    return [
        {
            "asked": asked,
            "spread": spread,
            "40 answers an item": _mean(with_truth, FEW, spread, formats),
            "133 answers": _mean(with_truth, MANY, spread, formats),
            "two halves of 133": _mean(of_halves, MANY, spread, formats),
        }
        for asked, formats in (("typed", TYPED), ("typed and chosen", MIXED))
        for spread in SPREADS
    ]


def _mean(
    figure: Callable[[int, list[Item], float, Random], float],
    answers: int,
    spread: float,
    formats: Formats,
) -> float:
    found = []
    for seed in range(RUNS):
        dice = Random(f"{seed}/{spread}")
        items = [made_up(number, formats, dice) for number in range(ITEMS)]
        found.append(figure(answers, items, spread, dice))
    return fmean(found)


def with_truth(answers: int, items: list[Item], spread: float, dice: Random) -> float:
    rated = _rated(answers, items, spread, dice)
    return correlation(rated, [item.difficulty for item in items])


def of_halves(answers: int, items: list[Item], spread: float, dice: Random) -> float:
    """What one half of the learners finds with what the other does."""
    one, other = (_rated(answers // 2, items, spread, dice) for _ in range(2))
    return correlation(one, other)


def _rated(answers: int, items: list[Item], spread: float, dice: Random) -> list[float]:
    """What ratings say of each item after so many answers to each."""
    ledger = Ledger()
    for _ in range(answers * ITEMS // EACH):
        _answer(dice.sample(items, EACH), dice.gauss(0, spread), ledger, dice)
    return [sum(ledger.rated[part].value for part in item.parts) for item in items]


def made_up(number: int, formats: Formats, dice: Random) -> Item:
    format, family = dice.choice([*formats]), dice.choice([*FAMILIES])
    by_format, chance = formats[format]
    difficulty = dice.gauss() + by_format + FAMILIES[family]
    return Item(ratings.parts(family, format, f"{number}", "who"), difficulty, chance)


def _answer(items: list[Item], ability: float, ledger: Ledger, dice: Random) -> None:
    skill = Skill()
    for item in items:
        likely = elo.expected(ability, item.difficulty, item.chance)
        shown = Evidence("", "", dice.random() < likely, item.chance)
        gained, shifts = ratings.lesson(skill, [(shown, item.parts)], ledger.rated)
        skill.value += gained
        skill.count += 1
        ledger.shift(shifts)
