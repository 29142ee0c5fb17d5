"""The question families, each in a file with its like."""

from quiz.questions.acronym import WhatItStandsFor, WhichAcronym
from quiz.questions.amount import HowMuch
from quiz.questions.base import Draft, Kind, Option, Refusal
from quiz.questions.listed import Memberships, OnTheList
from quiz.questions.partner import WithWhom
from quiz.questions.treaty import WhoSigned
from quiz.questions.when import When, WhichYear
from quiz.questions.who import WhichPost, WhoDidIt, WhoHoldsIt

KINDS: dict[str, Kind] = {
    kind.slug: kind
    for kind in (
        When(),
        WhichYear(),
        WithWhom(),
        WhoSigned(),
        OnTheList(),
        Memberships(),
        WhatItStandsFor(),
        WhichAcronym(),
        WhoHoldsIt(),
        WhichPost(),
        WhoDidIt(),
        HowMuch(),
    )
}

__all__ = ["KINDS", "Draft", "Kind", "Option", "Refusal"]
