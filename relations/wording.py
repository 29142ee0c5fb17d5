"""How the atlas says when relations began, and what became of them by a year."""

from relations.models import Milestone
from relations.standing import State, Step, Story

NO_DATE = "no date given"

STEPS: dict[str, str] = {
    Milestone.Kind.ESTABLISHED: "{date}",
    Milestone.Kind.DE_FACTO: "{date}, de facto",
    Milestone.Kind.DE_JURE: "{date}, de jure",
    Milestone.Kind.REESTABLISHED: "re-established {date}",
    Milestone.Kind.SEVERED: "severed {date}",
}

STATES = {
    State.BEGAN: "began that year",
    State.STOOD: "stood",
    State.LISTED: "listed",
    State.NOT_YET: "not yet",
    State.CUT_THEN: "cut off that year",
    State.CUT: "cut off",
    State.GONE: "the state is no more",
    State.LAPSED: "not said: they had ended at some time, to be renewed later",
    State.ENDED: "not said: the state is no more, since when is not told",
    State.EARLIER: "not said: the first start is not told",
    State.UNDATED: "not said: listed without a date",
    State.UNTOLD: "not said",
    State.UNCLEAR: "not said: what is told does not settle it",
}
TODAY = {
    State.STOOD: "stand",
    State.LISTED: "stand: listed without a date",
}


def since(story: Story) -> str:
    """Each step with its date, as exactly as the article gives it."""
    return "; ".join(map(_step, story.steps)) or NO_DATE


def _step(step: Step) -> str:
    return STEPS[step.kind].format(date=step.date)


def standing(state: State, year: int | None) -> str:
    words = STATES | TODAY if year is None else STATES
    return words[state]
