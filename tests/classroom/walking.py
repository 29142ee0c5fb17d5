"""Six people at every address: who they are, what there is, and how they are sent.

`WORLD` names what stands in addresses; `statuses` sends all six the same request.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from types import SimpleNamespace

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from classroom.models import Accommodation
from quiz.models import Correction, QuestionSet
from quiz.writing import keeping
from relations.models import Treaty, UnidentifiedRow
from tests.classroom.factories import enrol, make_assignment, make_class, sit
from tests.factories import (
    NOW,
    make_dispute,
    make_learner,
    make_question,
    make_question_set,
    make_teacher,
    make_user,
)
from tests.quiz.writing.samples import plain
from tests.relations.test_admin import make_rows

ROLES = ("guest", "pupil", "other", "colleague", "teacher", "administrator")


@dataclass
class World:
    """What one teacher has, and one pupil of theirs has played."""

    people: dict[str, Client] = field(default_factory=dict)
    things: SimpleNamespace = field(default_factory=SimpleNamespace)


def everyone(things: SimpleNamespace) -> dict[str, Client]:
    users = {
        "pupil": things.pupil.user,
        "other": make_learner(user=make_user(username="other")).user,
        "colleague": make_teacher(username="colleague"),
        "teacher": things.owner,
        "administrator": make_user(username="chief", is_staff=True, is_superuser=True),
    }
    clients = {role: Client() for role in ROLES}
    for role, user in users.items():
        clients[role].force_login(user)
    return clients


def make_world() -> World:
    make_rows(1)
    it = SimpleNamespace(owner=make_teacher(username="owner"))
    it.treaty = Treaty.objects.get()
    it.school_class = make_class(it.owner)
    it.pupil = enrol(
        it.school_class, "Arta", make_learner(user=make_user(username="arta"))
    )
    it.enrolment = it.pupil.enrolments.get()
    it.questions = [make_question() for _ in range(3)]
    it.own_question = keeping.write(plain("choice"), author=it.owner)
    it.question_set = make_question_set(owner=it.owner)
    it.draft = make_question_set(owner=it.owner, status=QuestionSet.Status.DRAFT)
    it.assignment = make_assignment(
        owner=it.owner, question_set=it.question_set, school_class=it.school_class
    )
    it.sitting = sit(it.assignment, it.pupil, length=2, answers="+-")
    it.attempt = it.sitting.attempt
    it.dispute = make_dispute(learner=it.pupil, question_set=it.question_set)
    it.correction = Correction.objects.create(
        question=it.own_question, version=1, kind="voided", reason="So.", made_at=NOW
    )
    it.accommodation = Accommodation.objects.create(learner=it.pupil, extra=150)
    Client().get(reverse("quiz:fairness_figures"))  # which take long, but once
    return World(everyone(it), it)


def addresses() -> Iterator[tuple[str, frozenset[str]]]:
    """Every named address there is, with what stands in it."""
    yield from _within(get_resolver().url_patterns, "", frozenset())


def _within(
    patterns: list, space: str, given: frozenset[str]
) -> Iterator[tuple[str, frozenset[str]]]:
    for one in patterns:
        inside = given | one.pattern.regex.groupindex.keys()
        if isinstance(one, URLResolver):
            name = f"{space}{one.namespace}:" if one.namespace else space
            yield from _within(one.url_patterns, name, inside)
        elif one.name:
            yield f"{space}{one.name}", inside


def statuses(world: World, method: str, url: str, data: dict | None = None) -> str:
    """What each of the six is answered; "in" is being asked to sign in first.

    What a request writes is taken back before the next.
    """
    return " ".join(_status(world.people[role], method, url, data) for role in ROLES)


def _status(client: Client, method: str, url: str, data: dict | None) -> str:
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        response = getattr(client, method)(url, data)
        transaction.set_rollback(True)
    client.cookies = cookies
    if response.status_code == 302 and "login" in response.url:
        return "in"
    return str(response.status_code)


def row_of(row: Model) -> dict[str, object]:
    """How the admin's way from any row to its page names it."""
    kind = ContentType.objects.get_for_model(row)
    return {"content_type_id": kind.pk, "object_id": row.pk}


def blank_row() -> UnidentifiedRow:
    """One that the source leaves without a name."""
    return UnidentifiedRow.objects.get()


def sample(world: World, model: type[Model]) -> Model:
    """A row of the model: the teacher's own, where rows are anybody's."""
    own = {type(one): one for one in vars(world.things).values()}
    return own.get(model) or model._default_manager.first()


def who_changes(world: World, url: str, sent: dict, row: Model) -> set[str]:
    """Whose form does something to the row, or brings it out."""
    rows = type(row)._default_manager.filter(pk=row.pk)
    before, found = rows.values().first(), set()
    for role in ROLES:
        client = world.people[role]
        with transaction.atomic():
            response = client.post(url, sent)
            is_brought = (
                response["Content-Type"].startswith("text/csv")
                and str(row.pk) in response.text
            )
            if is_brought or rows.values().first() != before:
                found.add(role)
            transaction.set_rollback(True)
    return found
