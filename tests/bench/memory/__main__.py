"""Measures and prints the tables: `python -m tests.bench.memory --learners 10`."""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from time import process_time
from typing import Any

import django

from tests.bench import steps
from tests.bench.steps import ROOT, say

Figures = dict[str, Any]


def prepared(folder: Path) -> tuple[Path, Figures]:
    """The shipped questions in a file, and what answering them costs."""
    database, questions = folder / "base.sqlite3", folder / "questions.json"
    say("loading the facts, building the questions ...", end="\r")
    for step in ("load", "pool"):
        steps.run("measure", step, "1", database=database)
    steps.run("memory.cost", "catalogue", str(questions), database=database)
    found = {}
    for step in ("one_by_one", "at_once"):
        say(f"answering {step.replace('_', ' ')} ...", end="\r")
        found[step] = steps.run("memory.cost", step, database=database)
    return questions, found


def simulated(questions: Path, *, learners: int, seed: int) -> Figures:
    """All populations under all plans and rules; nothing of it needs a database."""
    from tests.bench.memory import catalogue, figures
    from tests.bench.memory.populations import POPULATIONS

    asked = catalogue.read(questions)
    found: Figures = {}
    everything: list[Any] = []
    for population in POPULATIONS:
        say(f"{population.name}: {learners} learners for half a year ...", end="\r")
        figured, told = _lived(population, asked, learners=learners, seed=seed)
        found[population.name] = figured | _told(told)
        everything += told
    return {
        "questions": len(asked.questions),
        "sides": len(asked.sides),
        "facts": len(asked.facts),
        "learners": learners,
        "populations": found,
        "with all": found | {"all": _told(everything)},
        "calibration": figures.calibrations(everything),
    }


def _lived(population: Any, asked: Any, **drawn: int) -> tuple[Figures, list[Any]]:
    """The half-years of one population, and every prediction made as Besa is."""
    from tests.bench.memory import figures, plans, rules
    from tests.bench.memory.simulate import run

    ours = run(population, asked, **drawn)
    by_rule = {
        rule.__name__: run(population, asked, **drawn, rule=rule)
        for rule in (rules.plain_good, rules.surer)
    }
    by_plan = {
        planner.__name__: run(
            population, asked, **drawn, planner=planner, seconds=ours.seconds
        )
        for planner in (plans.circle, plans.at_random)
    }
    counted = figures.reviews(ours.records)
    return {
        "answers": len(ours.records),
        "by learner": figures.by_learner(counted),
        "rules": figures.rules({"as_it_is": ours} | by_rule),
        "plans": figures.plans({"spaced": ours} | by_plan),
    }, figures.foreseen(counted)


def _told(told: list[Any]) -> Figures:
    from tests.bench.memory import figures

    counted = [record for record, _ in told]
    return {
        "recall": figures.recalls(counted),
        "dates chosen": figures.dates_chosen(counted),
        "predictions": figures.predictions(told),
    }


def report(found: Figures) -> str:
    from tests.bench.memory import tables

    study, everybody = found["study"], found["study"]["with all"]
    own = study["populations"]
    return "\n".join(
        [
            f"{study['facts']} facts, {study['sides']} sides, {study['questions']}"
            f" questions; {study['learners']} learners of each kind for 180 days\n",
            tables.recall(everybody),
            tables.spread(own),
            tables.predictions(everybody, "log loss", "Log loss; less is better"),
            tables.predictions(everybody, "auc", "AUC; more is better"),
            tables.predictions(everybody, "rmse", "RMSE(bins); less is better"),
            tables.calibration(study["calibration"]),
            tables.rules(own),
            tables.plans(own),
            tables.recovery(found["recovery"]),
            tables.cost(found["cost"]),
            f"{found['seconds']} s of processor time for the simulation",
        ]
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench-memory", description=__doc__)
    parser.add_argument("--learners", type=int, default=10)
    parser.add_argument("--seed", type=int, default=0)
    path = ROOT / "var" / "bench-memory.json"
    parser.add_argument("--json", type=Path, default=path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="besa-bench-") as folder:
        questions, cost = prepared(Path(folder))
        os.environ.update(steps.settings(Path(folder) / "none.sqlite3"))
        django.setup()
        from tests.bench.memory import recovery

        study = simulated(questions, learners=options.learners, seed=options.seed)
        say("ratings ...", end="\r")
        found = {"study": study, "recovery": recovery.table(), "cost": cost}
    found["seconds"] = round(process_time())
    say("")
    options.json.parent.mkdir(exist_ok=True)
    options.json.write_text(json.dumps(found, indent=2) + "\n", "utf-8")
    sys.stdout.write(f"{report(found)}\n")


if __name__ == "__main__":
    main()
