"""The fact base: what the article says of a country's foreign relations, and where.

Four shelves: where facts come from (sources), what they speak of (things), the facts
themselves (facts), and the lists the article gives (lists).
"""

from relations.models.facts import (
    Event,
    Figure,
    Milestone,
    Office,
    OutsideDate,
    Report,
    Signatory,
    Treaty,
    UnidentifiedRow,
)
from relations.models.lists import Membership, Roll, RollEntry
from relations.models.sources import LoadedRow, Passage, Section, Source
from relations.models.things import Country, Organization, Person

__all__ = [
    "Country",
    "Event",
    "Figure",
    "LoadedRow",
    "Membership",
    "Milestone",
    "Office",
    "Organization",
    "OutsideDate",
    "Passage",
    "Person",
    "Report",
    "Roll",
    "RollEntry",
    "Section",
    "Signatory",
    "Source",
    "Treaty",
    "UnidentifiedRow",
]
