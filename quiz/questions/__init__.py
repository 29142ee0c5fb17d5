"""The question families, each in a file with its like."""

from typing import Any

from quiz.questions.amount import HowMuch
from quiz.questions.base import Family, Kind
from quiz.questions.drafts import Draft, Option, Refusal
from quiz.questions.listed import OnTheList
from quiz.questions.match import (
    MatchDates,
    MatchDeeds,
    MatchEvents,
    MatchPeople,
    MatchYears,
)
from quiz.questions.partner import WithWhom
from quiz.questions.roll import NameThemAll
from quiz.questions.sequence import PutInOrder, WhichFirst
from quiz.questions.several import SeveralListed, SeveralMemberships
from quiz.questions.timeline import OnTimeline
from quiz.questions.typed_amount import TypedAmount
from quiz.questions.typed_date import TypedDate, TypedYear
from quiz.questions.typed_name import (
    TypedAcronym,
    TypedActor,
    TypedFullName,
    TypedHolder,
    TypedPartner,
    TypedSignatory,
)
from quiz.questions.when import When, WhichYear
from quiz.questions.who import WhichPost, WhoDidIt, WhoHoldsIt

KINDS: dict[str, Kind[Any]] = {
    kind.slug: kind
    for kind in (
        When(),
        WhichYear(),
        WithWhom(),
        OnTheList(),
        WhoHoldsIt(),
        WhichPost(),
        WhoDidIt(),
        HowMuch(),
        TypedAmount(),
        MatchYears(),
        MatchDates(),
        MatchEvents(),
        MatchDeeds(),
        MatchPeople(),
        SeveralMemberships(),
        SeveralListed(),
        NameThemAll(),
        WhichFirst(),
        PutInOrder(),
        OnTimeline(),
        TypedDate(),
        TypedYear(),
        TypedPartner(),
        TypedAcronym(),
        TypedFullName(),
        TypedActor(),
        TypedHolder(),
        TypedSignatory(),
    )
}

__all__ = ["KINDS", "Draft", "Family", "Kind", "Option", "Refusal"]
