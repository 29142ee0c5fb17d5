"""Valid rows for tests. Every default can be overridden; none is surprising."""

import datetime as dt
from itertools import count
from typing import Any, TypeVar
from uuid import uuid4

from django.contrib.auth.models import Group

from accounts.demo import TEACHERS
from accounts.models import User
from quiz import disputes, play, starting
from quiz.formats import FORMATS
from quiz.models import Attempt, Dispute, Learner, Question, QuestionSet, Topic
from quiz.selection import Blueprint
from relations.models import (
    Country,
    Mention,
    Milestone,
    Organization,
    Passage,
    Person,
    Report,
    Section,
    Source,
    Theme,
    Treaty,
)
from relations.models.base import Fact

BODIES = {"acronym", "organization"}
NOW = dt.datetime(2025, 6, 1, 12, tzinfo=dt.UTC)

_serial = count(1)

FactT = TypeVar("FactT", bound=Fact)


# Accounts


def make_user(**fields) -> User:
    return User.objects.create(**{"username": f"user-{next(_serial)}"} | fields)


def make_teacher(**fields) -> User:
    """One of the group that may use the teacher's desk."""
    teacher = make_user(**{"is_staff": True} | fields)
    teacher.groups.add(Group.objects.get(name=TEACHERS))
    return teacher


# Quiz


def make_question(**fields) -> Question:
    """A question whose four options are kept in the order given; the third is right."""
    n = next(_serial)
    defaults = {
        "key": f"when/fact-{n}/when",
        "family": "when",
        "topic": Topic.RELATIONS,
        "claim": f"fact-{n}",
        "aspect": "when",
        "generated_stem": f"When did relations with State {n} begin?",
        "generated_explanation": f"The list dates relations with State {n} to 1993.",
        "options": [make_option(n, year) for year in (1991, 1992, 1993, 1994)],
        "solution": 2,
        "sources": [{"locator": f"Table, row {n}", "page": f"/facts/sections/s-{n}/"}],
        "page": f"/facts/countries/state-{n}/",
        "page_title": f"State {n}",
    }
    fields = defaults | fields
    return Question.objects.create(**{"claims": [fields["claim"]]} | fields)


def make_option(n: int, year: int) -> dict[str, str]:
    is_right = year == 1993
    return {
        "text": f"{n} March {year}",
        "proof": "" if is_right else "functional slot",
        "truth": "" if is_right else f"In {year} it was State {n}'s neighbour.",
        "page": "",
    }


def make_learner(**fields) -> Learner:
    return Learner.objects.create(**fields)


def make_attempt(
    *,
    length: int = 2,
    learner: Learner | None = None,
    questions: list[Question] | None = None,
    answers: str = "",
    now: dt.datetime = NOW,
    **fields,
) -> Attempt:
    """An attempt on fresh questions; answers "+-" gives one right, then one wrong."""
    questions = questions or [make_question() for _ in range(length)]
    pks = tuple(question.pk for question in questions)
    attempt = starting.start(
        learner or make_learner(),
        blueprint=Blueprint(length=len(questions), pinned=pks),
        now=now,
        **{"title": "A quiz", "seed": 1, "token": uuid4()} | fields,
    )
    for item, sign in zip(attempt.items.all(), answers, strict=False):
        play.answer(item, right(item) if sign == "+" else wrong(item), now=now)
    return attempt


def make_dispute(
    *, reason: str = "The book says 1994.", now: dt.datetime = NOW, **attempt
) -> Dispute:
    """An open objection to the one question of a fresh attempt, answered wrongly."""
    attempt = {"length": 1, "answers": "-", "now": now} | attempt
    return disputes.file(make_attempt(**attempt).items.first(), reason, now=now)


def make_question_set(**fields) -> QuestionSet:
    defaults = {
        "title": "Neighbours",
        "length": 2,
        "status": QuestionSet.Status.PUBLISHED,
    }
    return QuestionSet.objects.create(**defaults | fields)


def right(item):
    return FORMATS[item.format].right(item)


def wrong(item):
    """An answer to any format that earns nothing."""
    solution, count = item.solution, len(item.options)
    match item.format:
        case "choice" | "pair":
            return (solution + 1) % count
        case "timeline":
            return 0 if solution > 1 else count - 1
        case "several":
            return [place for place in range(count) if place not in solution][:2]
        case "order":
            return solution[::-1]
        case "match":
            return [*solution[1:], solution[0]]
        case "date":
            return {"year": 1066}
        case "number":
            return "987654"
        case "name":
            return _another_name(item.options[0])
        case "roll":
            return []
    raise ValueError(item.format)


def _another_name(option: dict) -> str:
    """A real name that is none of the option's."""
    names = ["NATO", "WHO"] if option["kind"] in BODIES else ["Chile", "China"]
    taken = {text.casefold() for text in option["accepts"]}
    return next(name for name in names if name.casefold() not in taken)


# Relations


def make_source(**fields) -> Source:
    n = next(_serial)
    defaults = {
        "slug": f"source-{n}",
        "title": f"Source {n}",
        "kind": Source.Kind.DOCUMENT,
    }
    return Source.objects.create(**defaults | fields)


def make_section(**fields) -> Section:
    n = next(_serial)
    defaults = {"slug": f"section-{n}", "position": n, "title": f"Section {n}"}
    defaults["path"] = defaults["title"]
    if "source" not in fields:
        defaults["source"] = make_source()
    return Section.objects.create(**defaults | fields)


def make_passage(**fields) -> Passage:
    n = next(_serial)
    defaults = {"slug": f"passage-{n}", "kind": Passage.Kind.PARAGRAPH, "number": n}
    if "section" not in fields:
        defaults["section"] = make_section()
    return Passage.objects.create(**defaults | fields)


def make_country(**fields) -> Country:
    n = next(_serial)
    defaults = {
        "slug": f"country-{n}",
        "name": f"Country {n:05}",  # of five digits: four would be read as a year
        "region": Country.Region.EUROPE,
    }
    return Country.objects.create(**defaults | fields)


def make_organization(**fields) -> Organization:
    n = next(_serial)
    defaults = {"slug": f"body-{n}", "acronym": f"BODY{n}"}
    return Organization.objects.create(**defaults | fields)


def make_person(**fields) -> Person:
    n = next(_serial)
    defaults = {"slug": f"person-{n}", "name": f"Ada {n:05}", "surname": f"{n:05}"}
    return Person.objects.create(**defaults | fields)


def make_theme(*facts: Fact, **fields) -> Theme:
    n = next(_serial)
    defaults = {
        "slug": f"theme-{n}",
        "title": f"Theme {n}",
        "lead": "What these facts have in common.",
        "position": n,
    }
    theme = Theme.objects.create(**defaults | fields)
    for fact in facts:
        fact.themes.add(theme)
    return theme


def make_fact(model: type[FactT], *passages: Passage, **fields) -> FactT:
    """A fact of any kind, standing at the passages given or at one of its own."""
    fact = model.objects.create(**{"slug": f"fact-{next(_serial)}"} | fields)
    fact.passages.set(passages or [make_passage()])
    return fact


def make_milestone(*passages: Passage, **fields) -> Milestone:
    defaults = {"kind": Milestone.Kind.ESTABLISHED, "date": "1992"}
    if "organization" not in fields and "country" not in fields:
        defaults["country"] = make_country()
    return make_fact(Milestone, *passages, **defaults | fields)


def make_treaty(*passages: Passage, **fields) -> Treaty:
    n = next(_serial)
    defaults = {
        "name": f"Treaty {n:05}",
        "in_sentence": f"Treaty {n:05}",
        "blind_name": "a treaty",
        "date": "1996",
        "explanation": f"Treaty {n:05} was signed in 1996.",
    }
    return make_fact(Treaty, *passages, **defaults | fields)


def make_mention(fact: Fact, **thing: Any) -> Mention:
    """One thing, by what it is: a fact says something of another and speaks of it too."""
    (one,) = thing.values()
    return Mention.objects.create(
        slug=f"{fact.slug}-{one.slug}", fact=fact.slug, **thing
    )


def make_report(*passages: Passage, **fields) -> Report:
    defaults = {"deed": "keeps close relations with Albania"}
    if "organization" not in fields and "person" not in fields:
        defaults["country"] = fields.get("country") or make_country()
    return make_fact(Report, *passages, **defaults | fields)
