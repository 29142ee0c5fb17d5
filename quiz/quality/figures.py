"""An audit as plain data, in a fixed order: for a file, for a page, for another day."""

from dataclasses import asdict
from typing import Any

from quiz.quality.audit import Audit
from quiz.quality.bots import Result
from quiz.quality.mutants import Report
from quiz.quality.trials import Trials

DIGITS = 4
Figures = dict[str, Any]


def figures(found: Audit) -> Figures:
    told = asdict(found)
    told["is_sound"] = found.is_sound
    told["coverage"] |= {
        "share_by_one": found.coverage.share_by_one,
        "share_by_two": found.coverage.share_by_two,
    }
    told["trials"] = figures_of_trials(found.trials) if found.trials else None
    return _rounded(told)


def figures_of_trials(tried: Trials) -> Figures:
    told = asdict(tried)
    told["bots"] = [_bot(result) for result in tried.bots]
    if tried.mutants:
        told["mutants"] |= _mutants(tried.mutants)
    return _rounded(told)


def _bot(result: Result) -> Figures:
    return asdict(result) | {
        "excess": result.excess,
        "excess_where_heard": result.excess_where_heard,
    }


def _mutants(report: Report) -> Figures:
    return {
        "planted": report.mutants,
        "caught": report.caught,
        "recall": report.recall,
        "false_alarms": report.false_alarms,
    }


def _rounded(value: Any) -> Any:
    """Lists for tuples and a few digits, as JSON would have it."""
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(part) for part in value]
    return round(value, DIGITS) if isinstance(value, float) else value
