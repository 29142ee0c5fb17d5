"""The fact base: what the article says of a country's foreign relations, and where.

Where facts come from (sources), what they speak of (things) and are about together
(themes), the facts themselves (facts; acted where somebody did or said it), the lists
the article gives (lists), and what facts speak of besides (mentions).
"""

from relations.models.acted import Event, Report
from relations.models.checks import Check, RowName
from relations.models.facts import (
    Figure,
    Milestone,
    Office,
    OutsideDate,
    Signatory,
    Treaty,
    UnidentifiedRow,
)
from relations.models.lists import Membership, Roll, RollEntry
from relations.models.mentions import Mention
from relations.models.sources import LoadedRow, Passage, Section, Source
from relations.models.themes import Theme
from relations.models.things import Country, Organization, Person

__all__ = [
    "Check",
    "Country",
    "Event",
    "Figure",
    "LoadedRow",
    "Membership",
    "Mention",
    "Milestone",
    "Office",
    "Organization",
    "OutsideDate",
    "Passage",
    "Person",
    "Report",
    "Roll",
    "RollEntry",
    "RowName",
    "Section",
    "Signatory",
    "Source",
    "Theme",
    "Treaty",
    "UnidentifiedRow",
]
