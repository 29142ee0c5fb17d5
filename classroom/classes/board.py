"""How far the pupils of a class have come: by facts known, never by speed."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from classroom.models import SchoolClass
from quiz import memory
from quiz.models import Learner, Memory
from quiz.recall import standing


@dataclass(frozen=True)
class Row:
    """One pupil's line; `place` is empty for those who know nothing yet."""

    place: int | None
    pseudonym: str
    known: int
    is_own: bool


def rows(
    school_class: SchoolClass,
    own: Learner | None,
    on: dt.date,
    untold: Collection[UUID] = (),
) -> list[Row]:
    """Everybody in the class; those who know equally much share a place.

    What was answered in attempts that are not told yet moves nobody.
    """
    facts = standing.facts()
    held: dict[object, list[Memory]] = defaultdict(list)
    in_class = Memory.objects.filter(learner__enrolments__school_class=school_class)
    for known in memory.as_told(in_class.held(), untold):
        held[known.learner_id].append(known)
    counted = [
        (standing.count_known(facts, held[enrolment.learner_id], on), enrolment)
        for enrolment in school_class.enrolments.all()
    ]
    counted.sort(key=lambda pair: -pair[0])  # a stable sort: names stay in order
    counts = [known for known, _ in counted]
    return [
        Row(
            place=counts.index(known) + 1 if known else None,
            pseudonym=enrolment.pseudonym,
            known=known,
            is_own=own is not None and enrolment.learner_id == own.pk,
        )
        for known, enrolment in counted
    ]
