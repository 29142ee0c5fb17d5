"""Which acronym belongs to which body, and back. Never as a choice among names.

Letters spell their names, so among several names the right one can be told by spelling
alone. What is asked here is asked by families that have it typed.
"""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from quiz.questions.base import Family, V
from quiz.questions.drafts import Candidate
from relations.claims import ACRONYM, STANDS_FOR, Claim, Predicate, Thing, Words
from relations.knowledge import Knowledge


class NameFamily(Family[V]):
    """Claims and stems, and nothing that might stand against the right answer."""

    aspect = "expand"
    too_few = "Its letters would give the answer away."
    predicate: Predicate[V]
    asked: Any  # with {name} for the body

    def claims(self, knowledge: Knowledge) -> Sequence[Claim[V]]:
        return knowledge.claims_of(self.predicate)

    def stem(self, knowledge: Knowledge, claim: Claim[V]) -> str:
        return str(self.asked).format(name=claim.subject.name)

    def candidates(
        self, knowledge: Knowledge, claim: Claim[V]
    ) -> Sequence[Candidate[V]]:
        return ()


class FullName(NameFamily[Words]):
    slug = "expand"
    label = "What an acronym stands for"
    predicate = STANDS_FOR
    asked = _("{name} is on the article’s list of memberships. What is its full name?")


class ShortName(NameFamily[Thing]):
    slug = "abbreviate"
    label = "The acronym of an organisation"
    predicate = ACRONYM
    asked = _("Under which short name does the article list the {name}?")
