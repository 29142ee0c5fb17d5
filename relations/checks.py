"""What was found when the article was read last, kept for those who look after it."""

import datetime as dt
from collections.abc import Iterable

from relations.models import Check
from relations.support import Comparison

KEPT = 20  # the latest; older ones say nothing that is still so


def note(comparison: Comparison, lines: Iterable[str], *, now: dt.datetime) -> Check:
    lost = {(one.model, one.slug) for one in comparison.lost + comparison.misdated}
    made = Check.objects.create(
        checked_at=now,
        title=comparison.document.title,
        facts=len(comparison.facts),
        lost=len(lost),
        changed=len(comparison.changed),
        gaps=len(comparison.gaps),
        lines=[*lines],
    )
    stale = Check.objects.values_list("pk", flat=True)[KEPT:]
    Check.objects.filter(pk__in=[*stale]).delete()
    return made
