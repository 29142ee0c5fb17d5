"""How the atlas says when relations began, and what became of them by a year."""

from relations.atlas.standing import State, Step, Story
from relations.models import Milestone

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
    State.LAPSED: (
        "not said: the article tells of a new start in {renewed} but of no end before it"
    ),
    State.ENDED: (
        "not said: a former state, and the article does not say when it ended"
    ),
    State.EARLIER: "not said: the first start is not told",
    State.UNDATED: "not said: listed without a date",
    State.UNTOLD: "not said",
    State.UNCLEAR: "not said: what is told does not settle it",
}
TODAY = {
    State.STOOD: "stand",
    State.LISTED: "stand: listed without a date",
}
NAMED = {  # in the opening, and in no table
    State.LISTED: "stand: named in the opening, without a date",
    State.UNDATED: "not said: named in the opening, without a date",
}
ORDER_YEARS = (2008, 2009)
ORDERED = (
    "none when parliament gave its order in 2008 and 2009; whether they were opened, "
    "the article does not say"
)


def since(story: Story) -> str:
    """Each step with its date, as exactly as the article gives it."""
    return "; ".join(map(_step, story.steps)) or NO_DATE


def _step(step: Step) -> str:
    return STEPS[step.kind].format(date=step.date)


def standing(story: Story, state: State, year: int | None) -> str:
    """What became of relations by a year, of which the state is known."""
    if state is State.UNTOLD and story.is_ordered and year in ORDER_YEARS:
        return ORDERED
    words = STATES | TODAY if year is None else STATES
    if story.is_only_listed:
        words = words | NAMED
    if state is State.LAPSED and year:
        return words[state].format(renewed=story.renewed_after(year))
    return words[state]
