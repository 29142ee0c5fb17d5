"""What views share: whose attempt it is, how a quiz starts, where to go on."""

import secrets
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from quiz import course, learners, starting
from quiz.course import Course
from quiz.exceptions import SomebodyElses
from quiz.models import Attempt
from relations.dossiers import shelves
from relations.dossiers.shelves import Dossier


class HtmxRequest(HttpRequest):
    """What the middleware makes of every request."""

    htmx: HtmxDetails


def own_attempt(request: HttpRequest, attempt_id: UUID) -> Attempt:
    """The attempt, if this learner may see it; 404 tells strangers nothing."""
    attempts = Attempt.objects.owned_by(learners.current(request))
    return get_object_or_404(attempts.for_page(), pk=attempt_id)


def own_run(request: HttpRequest, attempt_id: UUID) -> Course:
    """The same, as it stands under its terms."""
    return course.of(own_attempt(request, attempt_id), timezone.now())


def start(
    request: HttpRequest,
    token: UUID,
    by: Callable[..., Attempt] = starting.start,
    **quiz: Any,
) -> Attempt:
    """Start a quiz for whoever asks, or find the one this form has started."""
    learner = learners.current_or_new(request, token)
    try:
        return by(learner, token=token, seed=new_seed(), now=timezone.now(), **quiz)
    except SomebodyElses as error:
        raise Http404 from error


def found_dossier(shelf: str, slug: str) -> Dossier:
    dossier = shelves.find(shelf, slug)
    if dossier is None:
        raise Http404(f"There is no {slug} among the {shelf}.")
    return dossier


def new_seed() -> int:
    return secrets.randbits(63)


def go(request: HtmxRequest, url: str) -> HttpResponse:
    """A whole new page, which htmx would otherwise put where the question was."""
    return HttpResponseClientRedirect(url) if request.htmx else redirect(url)
