"""The figures as plain tables."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

Figures = dict[str, Any]
Row = Sequence[str]

PREDICTORS = (
    "FSRS",
    "FSRS and chance",
    "running mean",
    "moving average",
    "Elo",
    "the truth",
)
RECOVERED = ("40 answers an item", "133 answers", "two halves of 133")


def table(title: str, columns: Row, rows: Iterable[Row]) -> str:
    """Words to the left, figures to the right, as wide as they have to be."""
    lines = [list(columns), *_once(rows)]
    wide = [max(len(line[n]) for line in lines) for n in range(len(columns))]
    told = [
        "  ".join(
            cell.rjust(width) if n and _is_figure(columns[n]) else cell.ljust(width)
            for n, (cell, width) in enumerate(zip(line, wide, strict=True))
        ).rstrip()
        for line in lines
    ]
    return "\n".join([title, *told, ""])


def _once(rows: Iterable[Row]) -> Iterator[Row]:
    """The first cells only where they change."""
    before: list[str] = []
    for row in rows:
        same = 0
        while before and same < 2 and row[same] == before[same]:
            same += 1
        yield [""] * same + list(row[same:])
        before = list(row)


def _is_figure(column: str) -> bool:
    return column not in {"kind", "when", "rule", "plan", "asked", "together"}


def recall(found: Figures) -> str:
    rows = [
        [name, when, kind, f"{f['reviews']:,}", *_recall(f)]
        for name, figures in found.items()
        for when, kinds in figures["recall"].items()
        for kind, f in kinds.items()
    ]
    rows += [
        [name, "whenever", "exact dates chosen", f"{f['reviews']:,}", *_recall(f)]
        for name, figures in found.items()
        for f in [figures["dates chosen"]]
    ]
    columns = ["learners", "when", "kind", "reviews", "foreseen", "true", "answered"]
    return table("Recall, of which 90 % is aimed at on the day", columns, rows)


def _recall(figures: Figures) -> list[str]:
    return [percent(figures.get(name)) for name in ("foreseen", "true", "answered")]


def spread(found: Figures) -> str:
    rows = [
        [name, f"{len(own)}", *(percent(own[place]) for place in _quarters(len(own)))]
        for name, figures in found.items()
        for own in [figures["by learner"]]
    ]
    columns = [
        "learners",
        "of them",
        "lowest",
        "a quarter",
        "median",
        "three",
        "highest",
    ]
    title = "The same by learner: true recall on time, after two days or more"
    return table(title, columns, rows)


def _quarters(count: int) -> list[int]:
    return [round((count - 1) * quarter / 4) for quarter in range(5)]


def predictions(found: Figures, metric: str, title: str) -> str:
    rows = [
        [name, kind, f"{f['reviews']:,}", *(_score(f[p][metric]) for p in PREDICTORS)]
        for name, figures in found.items()
        for kind, f in figures["predictions"].items()
    ]
    return table(title, ["learners", "kind", "reviews", *PREDICTORS], rows)


def calibration(bins: Figures) -> str:
    rows = [
        [kind, f"{number}", f"{count:,}", percent(predicted), percent(observed)]
        for kind, cut in bins.items()
        for number, (predicted, observed, count) in enumerate(cut, start=1)
    ]
    columns = ["kind of question", "tenth", "reviews", "foreseen", "answered"]
    return table(
        "Calibration, all learners, in tenths by what FSRS foresaw", columns, rows
    )


def rules(found: Figures) -> str:
    rows = [
        [
            name,
            rule.replace("_", " "),
            f"{f['reviews']:,}",
            f"{f['hours']:.1f}",
            percent(f["on time"].get("true")),
            percent(f["settled"].get("true")),
            percent(f["half blind"].get("true")),
            *(f"{f['known'][day]:.0f}" for day in (90, 180, 270)),
        ]
        for name, figures in found.items()
        for rule, f in figures["rules"].items()
    ]
    columns = ["learners", "rule", "reviews", "hours", "true, on time", "after 2 days"]
    columns += ["of these ticked", "known, day 90", "180", "270"]
    return table("What a right answer that may be a guess counts as", columns, rows)


def plans(found: Figures) -> str:
    rows = [
        [
            name,
            plan.replace("_", " "),
            *(f"{f['known'][day]:.0f}" for day in (0, 90, 180, 270)),
            *(f"{f['hours'][day]:.1f}" for day in (90, 180)),
            *(f"{f['an hour'][day]:.1f}" for day in (90, 180)),
        ]
        for name, figures in found.items()
        for plan, f in figures["plans"].items()
    ]
    columns = ["learners", "plan", "known, day 0", "90", "180", "270"]
    columns += ["hours by 90", "by 180", "gained an hour by 90", "by 180"]
    return table("What spacing buys, in facts and hours a learner", columns, rows)


def recovery(rows: Sequence[Figures]) -> str:
    told = [
        [row["asked"], f"{row['spread']:.1f}", *(f"{row[n]:.3f}" for n in RECOVERED)]
        for row in rows
    ]
    columns = ["asked", "spread of ability", *RECOVERED]
    return table("Correlation of Elo’s difficulties with the true ones", columns, told)


def cost(found: Figures) -> str:
    one, many = found["one_by_one"], found["at_once"]
    fewest, most = one["queries"]
    more = f"{many['a_second']} answers a second, {len(many['errors'])} errors"
    rows = [
        ["one by one", *_times(one), ""],
        *([name, *_times(f), ""] for name, f in one["by_format"].items()),
        [f"{many['threads']} at once", *_times(many), more],
    ]
    title = (
        f"An answer with all it leaves behind, on SQLite: {fewest} to {most} statements,"
        f" {one['worked_ms']} ms of processor time"
    )
    return table(title, ["how", "answers", "median", "p95", "together"], rows)


def _times(figures: Figures) -> list[str]:
    times = (f"{figures[name]} ms" for name in ("median_ms", "p95_ms"))
    return [f"{figures['answers']}", *times]


def percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f} %"


def _score(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"
