"""A figure, or the reason why there is none."""

from dataclasses import dataclass

TOO_FEW = "It takes at least {} attempts."
SAME_HERE = "Everybody earned the same here, so there is nothing to compare."
SAME_ELSEWHERE = "Everybody earned the same on the other questions."
SAME_TOTAL = "Everybody earned the same in all, so there is nothing to compare."
ONE_QUESTION = "It takes at least two questions."


@dataclass(frozen=True)
class Figure:
    """A number as it is shown; without one, the sentence that says why."""

    value: float | None
    why: str = ""


def none(why: str) -> Figure:
    return Figure(None, why)


def too_few(least: int) -> Figure:
    return none(TOO_FEW.format({2: "two", 3: "three", 4: "four"}[least]))
