"""What to make of the figures: a sentence of advice beside each that stands out."""

from dataclasses import dataclass, replace
from typing import Literal

from classroom.analysis.items import ItemFigures
from classroom.analysis.options import WORKS_FROM, OptionFigures
from classroom.analysis.whole import Trust

ENOUGH = 20  # attempts; with fewer, figures are hints
HARD, EASY = 25, 95  # per cent of all that could be earned
WEAK_DISCRIMINATION = 20
DUBIOUS_EFFICIENCY = 15
GOOD_CONSISTENCY = 70
FAINT = 0.1  # a correlation that says nothing

Weight = Literal["look", "note"]  # to be looked at, or good to know


@dataclass(frozen=True)
class Flag:
    """Something that stands out, in few words, and what to do about it."""

    weight: Weight
    short: str
    advice: str


AGAINST_THE_GRAIN = Flag(
    "look",
    "Went against the rest",
    "Those who did well otherwise got this wrong more often: look whether the key is right.",
)
WEAK = Flag(
    "note",
    "Hardly told pupils apart",
    "Those who did well otherwise did little better here. "
    "Look whether the wording or one of the options misleads.",
)
LESS_THAN_IT_COULD = Flag(
    "note",
    "Told pupils apart less than it could",
    "For a question as hard as this one, the better pupils did little better. "
    "Look whether the wording misleads.",
)
BELOW_CHANCE = Flag(
    "look",
    "Below blind guessing",
    "Fewer were right than would be by guessing: "
    "look whether the key is right, or teach this again.",
)
TOO_HARD = Flag(
    "note", "Very hard", "Few knew it. It may be worth going over in the next lesson."
)
TOO_EASY = Flag(
    "note",
    "Nearly everybody knew it",
    "A good one to begin with, but it says little about who knows more.",
)


def on_item(figures: ItemFigures, guess: float | None) -> list[Flag]:
    """The flags of a question; `guess` is what blind guessing earns, in per cent.

    Of few attempts nothing is more than a note: chance alone brings such figures about.
    """
    found = [_on_facility(figures.facility.value, guess), _on_discrimination(figures)]
    flags = [flag for flag in found if flag]
    if figures.attempts < ENOUGH:
        return [replace(flag, weight="note") for flag in flags]
    return flags


def _on_facility(facility: float | None, guess: float | None) -> Flag | None:
    if facility is None:
        return None
    if guess is not None and facility < guess:
        return BELOW_CHANCE
    if facility < HARD:
        return TOO_HARD
    return TOO_EASY if facility > EASY else None


def _on_discrimination(figures: ItemFigures) -> Flag | None:
    index, efficiency = figures.discrimination.value, figures.efficiency.value
    if index is None:
        return _on_pool(figures.with_itself.value)
    if index < 0:
        return AGAINST_THE_GRAIN
    if efficiency is not None and efficiency < DUBIOUS_EFFICIENCY:
        return LESS_THAN_IT_COULD
    return WEAK if index < WEAK_DISCRIMINATION else None


def _on_pool(with_itself: float | None) -> Flag | None:
    """Against a whole that it is part of, only what is negative stands out."""
    is_against = with_itself is not None and with_itself < 0
    return AGAINST_THE_GRAIN if is_against else None


def on_option(figures: OptionFigures) -> str:
    """What to do about an option; nothing about one that does its work."""
    value = figures.correlation.value
    if figures.is_right:
        draws_the_weak = value is not None and value < -FAINT
        return AGAINST_THE_GRAIN.advice if draws_the_weak else ""
    if not figures.chosen:
        return "Nobody took it for right. Another wrong option would do more."
    if value is not None and value > FAINT:
        return "It drew those who did well otherwise: look whether it is right too."
    is_idle = figures.chosen < WORKS_FROM * figures.asked
    return "It drew hardly anybody." if is_idle else ""


def on_trust(trust: Trust) -> str:
    """How far to believe the order of the scores."""
    consistency = trust.consistency.value
    if consistency is None:
        return ""
    if consistency >= GOOD_CONSISTENCY:
        return (
            "The questions pull the same way: "
            "most of what sets scores apart is what pupils know."
        )
    return (
        "Much of what sets scores apart is chance. A longer quiz, or better questions, "
        "would say more. Don’t read much into small differences."
    )
