"""Ratings of learners and of what they are asked, on one logistic scale; values only.

Elo’s formula with a guessing floor and a settling step: Pelánek, Applications of the
Elo rating system in adaptive educational systems, Computers & Education 98 (2016).
"""

from math import exp

FIRST_STEP, SLOWING = 0.8, 0.05  # how far a rating moves, and how it settles
AIM = 0.75  # how many of what is asked next should be right


def expected(skill: float, difficulty: float, chance: float = 0.0) -> float:
    """How likely a right answer is, from 0 to 1; `chance` is that of a blind one."""
    known = 1 / (1 + exp(difficulty - skill))
    return chance + (1 - chance) * known


def step(count: int) -> float:
    """How far the next answer moves a rating that rests on so many."""
    return FIRST_STEP / (1 + SLOWING * count)
