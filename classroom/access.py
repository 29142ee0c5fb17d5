"""Who may see what at the desk: a teacher their own, an administrator everything.

What is somebody else's is answered like what does not exist.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_list_or_404, get_object_or_404
from django.views.decorators.cache import never_cache

from accounts.models import User
from classroom.models import Assignment, Enrolment, SchoolClass
from quiz.models import OWN, Question, QuestionSet

View = Callable[..., HttpResponse]


def is_teacher(user: Any) -> bool:
    return bool(user.is_staff and user.has_perm("quiz.add_questionset"))


def teachers_only(view: View) -> View:
    """Guests are asked to sign in, pupils are refused; nothing of it is kept."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not is_teacher(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return never_cache(checked)


def teacher(request: HttpRequest) -> User:
    """Who asks, behind `teachers_only`."""
    assert isinstance(request.user, User)
    return request.user


def own_class(request: HttpRequest, code: str) -> SchoolClass:
    taught = SchoolClass.objects.taught_by(request.user)
    return get_object_or_404(taught, code=code.upper())


def own_set(request: HttpRequest, code: str) -> QuestionSet:
    """A set the teacher may change."""
    made = QuestionSet.objects.made_by(request.user)
    return get_object_or_404(made, code=code.upper())


def visible_set(request: HttpRequest, code: str) -> QuestionSet:
    """A set the teacher may read and copy: their own, or shared with them."""
    visible = QuestionSet.objects.visible_to(request.user)
    return get_object_or_404(visible, code=code.upper())


def own_question(request: HttpRequest, uuid: UUID) -> Question:
    """A question the teacher has written."""
    written = Question.objects.written_by(request.user)
    return get_object_or_404(written, key=f"{OWN}/{uuid}")


def own_assignment(request: HttpRequest, code: str) -> Assignment:
    mine = Assignment.objects.set_by(request.user)
    related = mine.select_related("question_set", "school_class")
    return get_object_or_404(related, code=code.upper())


def own_given(request: HttpRequest, code: str, given: str) -> Assignment:
    """The same by the set it is of as well, as addresses of what was given out have it."""
    chosen = own_assignment(request, given)
    if chosen.question_set.code != code.upper():
        raise Http404(f"{given} is not of {code}")
    return chosen


def own_pupil(request: HttpRequest, learner: UUID) -> list[Enrolment]:
    """A pupil by the classes the teacher has them in, at least one."""
    taught = SchoolClass.objects.taught_by(request.user)
    mine = Enrolment.objects.filter(learner=learner, school_class__in=taught)
    related = mine.select_related("school_class", "learner")
    return get_list_or_404(related.order_by("-joined_at"))
