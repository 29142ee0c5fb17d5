"""An audit as tables of plain text, for a terminal."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from quiz.quality.audit import NOTHING, Audit

MOST_LISTED = 20
NUMBER = re.compile(r"[-+]?\d+(\.\d+)?")
Row = Sequence[Any]
Lines = Iterator[str]


def tables(found: Audit) -> Lines:
    """The whole report, line by line; parts that were left out are not mentioned."""
    for title, part in PARTS.items():
        lines = list(part(found))
        if lines:
            yield from [title, *(f"  {line}" for line in lines), ""]


def unasked(found: Audit) -> Lines:
    """Each fact that no question asks, those that could be first, and why."""
    for fact in sorted(found.coverage.unasked, key=lambda fact: not fact.is_askable):
        standing = "askable" if fact.is_askable else "kept back"
        yield f"{fact.fact} ({standing}): {' '.join(fact.reasons)}"


def table(head: Row, rows: Sequence[Row]) -> Lines:
    """Columns as wide as they need to be, numbers to the right."""
    if not rows:
        return
    lines = [[_cell(value) for value in row] for row in (head, *rows)]
    to_the_right = [NUMBER.fullmatch(text) is not None for text in lines[1]]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = zip(line, widths, to_the_right, strict=True)
        yield "  ".join(
            text.rjust(width) if right else text.ljust(width)
            for text, width, right in cells
        ).rstrip()


def _cell(value: Any) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _rules(found: Audit) -> Lines:
    rows = [(r.rule, r.about, r.severity, r.checked, r.found) for r in found.all_rules]
    return table(("rule", "about", "level", "checked", "found"), rows)


def _findings(found: Audit) -> Lines:
    """Every error, and the first of the warnings."""
    lines = [f"{f.rule} {f.question}: {f.message}" for f in found.all_findings]
    return _first(lines, max(len(found.errors), MOST_LISTED))


def _refused(found: Audit) -> Lines:
    return table(("rule", "drafts"), list(found.refused.items()))


def _contradictions(found: Audit) -> Lines:
    witnessed = sum(found.witnessed.values())
    yield f"{witnessed} questions read, {len(found.contradictions)} contradictions"
    for one in found.contradictions:
        yield f"{one.question}: {one.message}"


def _out_of_step(found: Audit) -> Lines:
    lines = [f"{key}: {fault}" for key, fault in found.out_of_step.items()]
    return _first(lines, MOST_LISTED)


def _first(lines: Sequence[str], most: int) -> Lines:
    yield from lines[:most]
    if len(lines) > most:
        yield f"and {len(lines) - most} more"


def _pool(found: Audit) -> Lines:
    pool = found.pool
    yield f"{pool.questions} questions, {pool.distinct} of them distinct"
    for keys in pool.alike:
        yield f"alike: {', '.join(keys)}"
    yield f"{pool.reworded} in a teacher’s words, {pool.stale} of these out of date"
    counts = {
        "topic": pool.by_topic,
        "format": pool.by_format,
        "family": pool.by_family,
        "proof": pool.by_proof,
    }
    for kind, by_kind in counts.items():
        yield f"by {kind}: {_listed(by_kind)}"


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items())


def _coverage(found: Audit) -> Lines:
    asked = found.coverage
    yield f"{asked.facts} facts, {asked.askable} of them askable"
    yield f"asked in one way or more: {asked.by_one} ({asked.share_by_one:.1%})"
    yield f"asked in two ways or more: {asked.by_two} ({asked.share_by_two:.1%})"
    missed = sum(fact.is_askable for fact in asked.unasked)
    yield f"never asked: {len(asked.unasked)}, {missed} of them askable"


def _bots(found: Audit) -> Lines:
    rows = [
        (
            bot.bot,
            bot.items,
            bot.questions,
            bot.score,
            bot.chance,
            f"{bot.excess:+.1f}",
            f"{bot.as_drawn:+.1f}",
            bot.heard,
            f"{bot.excess_where_heard:+.1f}",
        )
        for bot in (found.trials or NOTHING).bots
    ]
    head = "bot, items, questions, earned, blindly, above, as drawn, has a cue, there"
    return table(head.split(", "), rows)


def _mutants(found: Audit) -> Lines:
    report = (found.trials or NOTHING).mutants
    if report is None:
        return
    rows = [(row.rule, row.mutants, row.caught) for row in report.rules]
    yield from table(("rule", "planted", "caught"), rows)
    yield f"caught: {report.caught} of {report.mutants} ({report.recall:.1%})"
    yield (
        f"sound questions flagged: {report.flagged} of {report.clean} "
        f"({report.false_alarms:.1%})"
    )
    for row in report.rules:
        yield from (f"{row.rule} missed {flaw}" for flaw in row.missed)


def _positions(found: Audit) -> Lines:
    rows = [
        (e.what, _spread(e.counts), e.chi_square, e.p)
        for e in (found.trials or NOTHING).positions
    ]
    return table(("right answers by", "counts", "χ²", "p"), rows)


def _spread(counts: Sequence[int]) -> str:
    return " ".join(map(str, counts))


PARTS: dict[str, Callable[[Audit], Lines]] = {
    "Rules on each question": _rules,
    "What the rules found": _findings,
    "Drafts the rules kept out of the pool": _refused,
    "Read by an independent witness": _contradictions,
    "Out of step with the facts": _out_of_step,
    "Pool": _pool,
    "Facts asked": _coverage,
    "Earned by bots that know nothing": _bots,
    "Where the right answer stands": _positions,
    "Flaws planted in sound questions": _mutants,
}
