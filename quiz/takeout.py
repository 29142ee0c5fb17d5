"""All that is kept of a learner's play, to take along: as CSV and as JSON.

It comes in pieces, so that the longest history takes no more memory than a short one.
"""

import csv
import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import QuerySet
from django.utils import timezone

from quiz.course import claims_in
from quiz.formats import FORMATS
from quiz.harmless import harmless
from quiz.models import Dispute, Item, Learner, Memory

MARK = "\ufeff"  # by which spreadsheets know UTF-8
AT_ONCE = 200  # rows read
SECRET = {"right": "", "credit": "", "sources": []}
SURE = {True: "yes", False: "no", None: ""}

COLUMNS = (
    "answered",
    "quiz",
    "question",
    "format",
    "topic",
    "claim",
    "aspect",
    "given",
    "right",
    "credit",
    "sure",
    "sources",
)
REMEMBERED = (
    "claim",
    "side",
    "stability",
    "difficulty",
    "reviewed_on",
    "due_on",
    "streak",
    "lapses",
    "held_since",
    "is_sure_and_wrong",
    "last_format",
)
OBJECTED = ("item__stem", "reason", "made_at", "outcome", "answer", "answered_at")


def as_csv(learner: Learner | None, untold: Collection[UUID] = ()) -> Iterator[str]:
    """One line for each answer, oldest first."""
    line = csv.writer(_Echo(), quoting=csv.QUOTE_ALL)  # some split at semicolons too
    yield MARK + line.writerow(COLUMNS)
    for row in answers(learner, untold):
        cells = row | {
            "answered": f"{row['answered']:%Y-%m-%d %H:%M:%S}",
            "sure": SURE[row["sure"]],
            "sources": " | ".join(row["sources"]),
        }
        yield line.writerow([harmless(cells[column]) for column in COLUMNS])


def as_json(learner: Learner | None, untold: Collection[UUID] = ()) -> Iterator[str]:
    """The answers, what is remembered, and the objections, as one object."""
    memories = Memory.objects.owned_by(learner).order_by("claim", "side")
    memories = memories.exclude(claim__in=claims_in(untold))
    objections = Dispute.objects.owned_by(learner).order_by("made_at", "pk")
    parts = {
        "answers": answers(learner, untold),
        "memories": memories.values(*REMEMBERED).iterator(AT_ONCE),
        "objections": objections.values(*OBJECTED).iterator(AT_ONCE),
    }
    for before, (name, rows) in zip("{,,", parts.items(), strict=True):
        yield f'{before}\n"{name}": ['
        yield from _list(rows)
        yield "]"
    yield "\n}\n"


def answers(
    learner: Learner | None, untold: Collection[UUID] = ()
) -> Iterator[dict[str, Any]]:
    """Of attempts not told yet what was given, and not what was right."""
    for item in _answered(learner).iterator(AT_ONCE):
        yield _row(item) | (SECRET if item.attempt_id in untold else {})


def _answered(learner: Learner | None) -> QuerySet[Item]:
    items = Item.objects.filter(attempt__learner=learner, answer__isnull=False)
    own = items if learner else items.none()
    return own.select_related("attempt", "answer").order_by("answer__answered_at", "pk")


def _row(item: Item) -> dict[str, Any]:
    format, answer = FORMATS[item.format], item.answer
    return {
        "answered": timezone.localtime(answer.answered_at),
        "quiz": item.attempt.title,
        "question": item.stem,
        "format": item.get_format_display(),
        "topic": item.get_topic_display(),
        "claim": item.claim,
        "aspect": item.aspect,
        "given": format.in_words(item, answer.given),
        "right": format.in_words(item, format.right(item)),
        "credit": answer.credit,
        "sure": answer.is_sure,
        "sources": [source["locator"] for source in item.sources],
    }


def _list(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    before = "\n"
    for row in rows:
        yield before + json.dumps(row, cls=DjangoJSONEncoder, ensure_ascii=False)
        before = ",\n"


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text
