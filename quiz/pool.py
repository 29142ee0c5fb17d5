"""Keeps the stored questions in step with what is known.

A question keeps its key for life. A changed text is a new version, a teacher's wording
stays, a question whose fact is gone is withdrawn, and one that comes back is used again.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from django.db import transaction

from quiz.choosing.decades import Decades
from quiz.choosing.lots import lot_of
from quiz.formats import FORMATS
from quiz.models import Item, Question
from quiz.quality import rules
from quiz.quality.base import ERROR, Finding
from quiz.questions import KINDS, Draft, Refusal
from quiz.questions.drafts import Candidate, Option, Prompt
from quiz.questions.hints import Hints
from relations.claims import Layer
from relations.knowledge import Knowledge
from relations.models import Country

GENERATED = (
    "family",
    "topic",
    "format",
    "claim",
    "claims",
    "aspect",
    "generated_stem",
    "generated_explanation",
    "prompts",
    "options",
    "solution",
    "is_ordered",
    "remark",
    "sources",
    "page",
    "page_title",
    "reveals",
)
BOOKKEEPING = ("sides", "decades")  # generated too, but nothing that anybody reads
Status = Question.Status
BATCH = 500  # questions held in memory and stored at once

T = TypeVar("T")


@dataclass
class Report:
    """What a sync did, and what it left unasked."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    withdrawn: int = 0
    revived: int = 0
    flawed: list[Finding] = field(default_factory=list)
    warnings: Counter[str] = field(default_factory=Counter)  # by rule
    refusals: list[Refusal] = field(default_factory=list)
    unasked: dict[str, list[str]] = field(default_factory=dict)

    @property
    def active(self) -> int:
        return self.created + self.changed + self.unchanged


def drafts(knowledge: Knowledge, *, seed: int) -> Iterator[Draft | Refusal | Finding]:
    """Every question the knowledge carries, every reason why one is missing, and
    every warning about one that may be asked all the same."""
    for kind in KINDS.values():
        for draft in kind.drafts(knowledge, seed):
            if isinstance(draft, Refusal):
                yield draft
                continue
            found = rules.findings(draft, knowledge)
            yield from found
            if not rules.errors(found):
                yield draft


def sync(knowledge: Knowledge, *, seed: int = 0) -> Report:
    """Bring the stored questions into step. A second run changes nothing."""
    return store(drafts(knowledge, seed=seed), knowledge)


def store(
    outcomes: Iterable[Draft | Refusal | Finding], knowledge: Knowledge
) -> Report:
    """Store drafts as they come, a batch at a time.

    Batches are committed one by one, as drafting takes longer than somebody who starts
    a quiz would wait for the database. A run cut short is finished by the next one.
    """
    report = Report()
    wanted: set[str] = set()
    asked: set[str] = set()
    keeper = Keeper(knowledge, report)
    for batch in _batches(_sorted_out(outcomes, report)):
        fresh = {draft.key: draft for draft in batch if draft.key not in wanted}
        keeper.keep(fresh)
        wanted |= fresh.keys()
        asked |= {draft.claim.key for draft in fresh.values()}
    report.withdrawn = _withdraw_all_but(wanted)
    report.unasked = unasked(knowledge, asked, report)
    return report


def _sorted_out(
    outcomes: Iterable[Draft | Refusal | Finding], report: Report
) -> Iterator[Draft]:
    """The drafts; what was refused or warned of is noted in the report."""
    for outcome in outcomes:
        if isinstance(outcome, Draft):
            yield outcome
        elif isinstance(outcome, Refusal):
            report.refusals.append(outcome)
        elif outcome.severity == ERROR:
            report.flawed.append(outcome)
        else:
            report.warnings[outcome.rule] += 1


def _batches(found: Iterator[T]) -> Iterator[list[T]]:
    while batch := list(islice(found, BATCH)):
        yield batch


class Keeper:
    """Brings the stored questions of a few drafts into step with them."""

    def __init__(self, knowledge: Knowledge, report: Report) -> None:
        self._knowledge = knowledge
        self._hints = Hints(knowledge)
        self._decades = Decades(knowledge)
        self._countries = dict(Country.objects.values_list("slug", "pk"))
        self._report = report

    @transaction.atomic
    def keep(self, drafts: dict[str, Draft]) -> None:
        found = Question.objects.filter(key__in=drafts)
        stored = {question.key: question for question in found}
        new, changed = [], []
        for key, draft in drafts.items():
            generated = generated_fields(draft, self._knowledge, self._hints)
            generated["decades"] = self._decades.of(generated["claims"])
            question = stored.get(key)
            if question is None:
                new.append(Question(key=key, lot=lot_of(key), **generated))
            elif _take_over(question, generated, self._report):
                changed.append(question)
        self._report.created += len(new)
        created = Question.objects.bulk_create(new)
        Question.objects.bulk_update(
            changed,
            [*GENERATED, *BOOKKEEPING, "version", "status"],
            batch_size=200,
        )
        self._link({q.key: q.pk for q in (*stored.values(), *created)}, drafts)

    def _link(self, pks: dict[str, int], drafts: dict[str, Draft]) -> None:
        """Keep the filter by country in step, touching only what differs."""
        through = Question.countries.through
        links = {
            (pks[key], self._countries[slug])
            for key, draft in drafts.items()
            for slug in draft.claim.countries
        }
        rows = {
            (question, country): pk
            for pk, question, country in through.objects.filter(
                question__in=pks.values()
            ).values_list("pk", "question_id", "country_id")
        }
        through.objects.filter(
            pk__in=[pk for link, pk in rows.items() if link not in links]
        ).delete()
        through.objects.bulk_create(
            through(question_id=question, country_id=country)
            for question, country in sorted(links - rows.keys())
        )


def generated_fields(draft: Draft, knowledge: Knowledge, hints: Hints) -> dict:
    """A draft as the columns of a question."""
    claim = draft.claim
    remarks = dict.fromkeys(asked.remark for asked in draft.asked if asked.remark)
    places = dict.fromkeys(place for asked in draft.asked for place in asked.places)
    fields = {
        "family": draft.family,
        "format": draft.format,
        "topic": claim.topic,
        "claim": claim.key,
        "claims": list(dict.fromkeys(asked.key for asked in draft.asked)),
        "aspect": draft.aspect,
        "generated_stem": draft.stem,
        "generated_explanation": draft.explanation or claim.statement,
        "prompts": [_prompt(prompt) for prompt in draft.prompts],
        "options": [_option(option, knowledge) for option in draft.options],
        "solution": draft.solution,
        "is_ordered": draft.is_ordered,
        "remark": draft.remark or " ".join(remarks),
        "sources": [{"locator": place.locator, "page": place.page} for place in places],
        "page": claim.page,
        "page_title": claim.page_title,
        "reveals": sorted(hints.of(draft)),
    }
    return fields | {"sides": _sides(fields)}


def _sides(fields: dict) -> list[list[str]]:
    """What an answer that is wholly right shows to be known."""
    parts = ("claim", "claims", "aspect", "prompts", "options", "solution")
    asked = Item(**{name: fields[name] for name in parts})
    format = FORMATS[fields["format"]]
    shown = format.evidence(asked, format.right(asked))
    return sorted([found.claim, found.side] for found in shown)


def _option(option: Option, knowledge: Knowledge) -> dict:
    candidate = option.candidate
    return {
        "text": candidate.text,
        "proof": str(option.proof.kind) if option.proof else "",
        "truth": candidate.truth,
        "claim": candidate.claim,
        "page": candidate.page,
        "sources": _sources(candidate, knowledge),
        **candidate.extra,
    }


def _prompt(prompt: Prompt) -> dict:
    return {"text": prompt.text, "claim": prompt.claim.key}


def _sources(candidate: Candidate, knowledge: Knowledge) -> list[dict[str, str]]:
    """Where it says what an option really is: places, and a reference marked as one."""
    told = knowledge.claim(candidate.claim, candidate.predicate)
    if told is None:
        return []
    places = [{"locator": place.locator, "page": place.page} for place in told.places]
    if told.layer is Layer.REFERENCE:
        places.append(
            {"locator": told.source, "page": told.page, "layer": str(told.layer)}
        )
    return places


def _take_over(question: Question, generated: dict, report: Report) -> bool:
    """Put the generated text into a stored question; says whether a save is needed."""
    was_withdrawn = question.status == Status.WITHDRAWN
    if was_withdrawn:
        question.status = Status.ACTIVE
        report.revived += 1
    differing = {
        name for name, value in generated.items() if getattr(question, name) != value
    }
    for name in differing:
        setattr(question, name, generated[name])
    if differing <= {*BOOKKEEPING}:
        report.unchanged += 1
        return was_withdrawn or bool(differing)
    question.version += 1
    report.changed += 1
    return True


def _withdraw_all_but(wanted: set[str]) -> int:
    """Take out of use what no draft stands for; says how many that were."""
    in_use = Question.objects.active().order_by().values_list("pk", "key")
    gone = (pk for pk, key in list(in_use) if key not in wanted)
    return sum(
        Question.objects.filter(pk__in=pks).update(status=Status.WITHDRAWN)
        for pks in _batches(gone)
    )


def unasked(
    knowledge: Knowledge, asked: set[str], report: Report
) -> dict[str, list[str]]:
    """Each fact that no question asks, with every reason given for it."""
    reasons: dict[str, set[str]] = defaultdict(set)
    for refusal in report.refusals:
        reasons[refusal.claim].add(refusal.reason)
    for finding in report.flawed:
        reasons[finding.claim].add(f"Refused by {finding.rule}: {finding.message}.")
    for claim in knowledge.claims:
        if claim.unasked_because:
            reasons[claim.key].add(claim.unasked_because)
    keys = dict.fromkeys(claim.key for claim in knowledge.claims)
    return {key: sorted(reasons[key]) for key in keys if key not in asked}
