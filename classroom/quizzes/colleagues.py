"""Sets among colleagues: shared to read, and copied to change. The only writers."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction

from classroom.access import is_teacher
from quiz.models import QuestionSet
from quiz.writing import keeping

COPY = "Copy of "
TITLE_LENGTH = QuestionSet._meta.get_field("title").max_length


class NoColleague(Exception):
    """Nobody of that name teaches here."""


class OnesOwn(Exception):
    """It is theirs already."""


def share(question_set: QuestionSet, user_name: str) -> Any:
    """Let a colleague read and copy it; says with whom it is shared."""
    users = get_user_model().objects.filter(is_active=True)
    found = users.filter(username__iexact=user_name.strip()).first()
    if found is None or not is_teacher(found):
        raise NoColleague(user_name)
    if found.pk == question_set.owner_id:
        raise OnesOwn(user_name)
    question_set.shared_with.add(found)
    return found


def unshare(question_set: QuestionSet, user_name: str) -> None:
    """Copies they have made stay theirs."""
    found = question_set.shared_with.filter(username=user_name).first()
    if found:
        question_set.shared_with.remove(found)


@transaction.atomic
def copy(question_set: QuestionSet, *, owner: Any) -> QuestionSet:
    """A draft of the owner's own; what somebody else wrote for it is copied along."""
    kept = {name: getattr(question_set, name) for name in QuestionSet.RECIPE}
    title = COPY + question_set.title.removeprefix(COPY)
    made = QuestionSet.objects.create(owner=owner, title=title[:TITLE_LENGTH], **kept)
    made.countries.set(question_set.countries.all())
    made.excluded.set(question_set.excluded.filter(is_written=False))
    made.pinned.set(
        question
        if not question.is_written or question.author_id == owner.pk
        else keeping.copy(question, author=owner)
        for question in question_set.pinned.select_related("author")
    )
    return made
