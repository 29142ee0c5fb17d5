"""What to ask again today, and what for a day to come."""

import datetime as dt
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from quiz import course, learners, starting
from quiz.exceptions import NotEnoughQuestions, SomebodyElses
from quiz.forms import DayForm, PrepareForm, ReviewForm
from quiz.models import Attempt
from quiz.recall import meetings
from quiz.review import readiness, reviewing
from quiz.views.requests import new_seed

NOTHING_LEFT = "There is nothing to review at present."
USUALLY_AHEAD = dt.timedelta(days=14)  # an exam, before a day is chosen


@require_safe
@never_cache
def review(request: HttpRequest) -> HttpResponse:
    return _review_page(request)


@require_POST
@never_cache
def start_review(request: HttpRequest) -> HttpResponse:
    form = ReviewForm(request.POST)
    if not form.is_valid():
        return _review_page(request, form)

    token = form.cleaned_data["token"]
    try:
        attempt = starting.review(
            learners.current_or_new(request, token),
            minutes=form.cleaned_data["minutes"],
            seed=new_seed(),
            now=timezone.now(),
            token=token,
        )
    except SomebodyElses as error:
        raise Http404 from error
    except NotEnoughQuestions:
        messages.info(request, NOTHING_LEFT)
        return redirect("quiz:review")
    return redirect(attempt)


@require_safe
@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    if "date" not in request.GET:
        form = DayForm(initial={"date": today + USUALLY_AHEAD}, today=today)
        return _ready_page(request, form)
    return _ready_page(request, DayForm(request.GET, today=today))


@require_POST
@never_cache
def start_ready(request: HttpRequest) -> HttpResponse:
    form = PrepareForm(request.POST, today=timezone.localdate())
    if not form.is_valid():
        return _ready_page(request, form)

    token = form.cleaned_data["token"]
    try:
        attempt = starting.prepare(
            learners.current_or_new(request, token),
            day=form.cleaned_data["date"],
            now=timezone.now(),
            token=token,
        )
    except SomebodyElses as error:
        raise Http404 from error
    except NotEnoughQuestions:
        messages.info(request, NOTHING_LEFT)
        return redirect("quiz:ready")
    return redirect(attempt)


def _review_page(request: HttpRequest, form: ReviewForm | None = None) -> HttpResponse:
    now = timezone.now()
    today = timezone.localdate(now)
    learner = learners.current(request)
    held = course.held(learner, now)
    outlook = reviewing.outlook(learner, today, held.secret)
    next_on = outlook.next_on
    context = {
        "outlook": outlook,
        "next_in_words": meetings.in_words(next_on, today) if next_on else "",
        "unfinished": Attempt.objects.owned_by(learner)
        .unfinished(held.ran_out)
        .first(),
        "form": form or ReviewForm(initial={"minutes": outlook.best}),
        "form_token": uuid4(),
    }
    return TemplateResponse(request, "quiz/review.html", context)


def _ready_page(request: HttpRequest, form: DayForm) -> HttpResponse:
    form.is_valid()
    day = form.cleaned_data.get("date") if form.is_bound else None
    learner, now = learners.current(request), timezone.now()
    today, secret = timezone.localdate(now), course.held(learner, now).secret
    context = {
        "form": form,
        "day": day,
        "is_today": day == today,
        "forecast": readiness.forecast(learner, today, day, secret) if day else None,
        "form_token": uuid4(),
    }
    return TemplateResponse(request, "quiz/ready.html", context)
