"""Measures and prints the table: `python -m tests.bench --sizes 1 10 100`."""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench import steps
from tests.bench.steps import ROOT, say

STEPS = ("load", "pool", "audit", "draw")
PARTS = ("load", "read", "draft", "store", "audit")  # of the way to an audited pool

Figures = dict[str, Any]
COLUMNS: dict[str, Callable[[Figures], str]] = {
    "size": lambda f: f"{f['copies']} x",
    "facts": lambda f: f"{f['facts']:,}",
    "claims": lambda f: f"{f['claims']:,}",
    "questions": lambda f: f"{f['questions']:,}",
    **{part: lambda f, part=part: f"{f[part]:.2f} s" for part in PARTS},
    "total": lambda f: f"{f['total']:.2f} s",
    "ratio": lambda f: f"{f['ratio']:.1f}" if "ratio" in f else "",
    "memory": lambda f: f"{f['memory_mb']} MB",
    "draw, median": lambda f: f"{f['draw']['median_ms']} ms",
    "draw, p95": lambda f: f"{f['draw']['p95_ms']} ms",
}


def measured(copies: int, database: Path) -> Figures:
    """All steps, one after another on one database, each in its own process."""
    found: Figures = {"copies": copies}
    for step in STEPS:
        say(f"{copies} x: {step} ...", end="\r")
        found |= steps.run("measure", step, str(copies), database=database)
    found["total"] = round(sum(found[part] for part in PARTS), 2)
    found["memory_mb"] = max(found[f"{step}_mb"] for step in ("load", "pool", "audit"))
    return found


def table(rows: list[Figures]) -> str:
    """What was measured, a line for each figure and a column for each size."""
    lines = []
    for name, told in COLUMNS.items():
        cells = [told(figures) for figures in rows]
        lines.append(f"{name:14}" + "".join(f"{cell:>12}" for cell in cells))
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 10, 100])
    parser.add_argument("--json", type=Path, default=ROOT / "var" / "bench.json")
    options = parser.parse_args()
    rows: list[Figures] = []
    for copies in options.sizes:
        with tempfile.TemporaryDirectory(prefix="besa-bench-") as folder:
            rows.append(measured(copies, Path(folder) / "base.sqlite3"))
        if rows[0]["copies"] == 1:
            rows[-1]["ratio"] = round(rows[-1]["total"] / rows[0]["total"], 1)
        say(f"{copies} x: {rows[-1]['total']} s")
    options.json.parent.mkdir(exist_ok=True)
    options.json.write_text(json.dumps(rows, indent=2) + "\n", "utf-8")
    sys.stdout.write(f"{table(rows)}\n")


if __name__ == "__main__":
    main()
