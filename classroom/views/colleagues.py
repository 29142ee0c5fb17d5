"""Share a set with a colleague, who reads it and copies it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_POST, require_safe

from classroom import access
from classroom.access import teachers_only
from classroom.forms.colleagues import NOBODY, YOURSELF, ColleagueForm
from classroom.quizzes import colleagues
from classroom.quizzes.colleagues import NoColleague, OnesOwn
from quiz.models import QuestionSet


@require_safe
@teachers_only
def share_quiz(request: HttpRequest, code: str) -> HttpResponse:
    return _page(request, access.own_set(request, code), ColleagueForm())


@require_POST
@teachers_only
def add_colleague(request: HttpRequest, code: str) -> HttpResponse:
    chosen, form = access.own_set(request, code), ColleagueForm(request.POST)
    if not form.is_valid():
        return _page(request, chosen, form)
    try:
        colleague = colleagues.share(chosen, form.cleaned_data["colleague"])
    except NoColleague:
        form.add_error("colleague", NOBODY)
    except OnesOwn:
        form.add_error("colleague", YOURSELF)
    else:
        messages.success(request, f"{colleague} can read and copy it now.")
        return redirect("desk:share_quiz", chosen.code)
    return _page(request, chosen, form)


@require_POST
@teachers_only
def remove_colleague(request: HttpRequest, code: str) -> HttpResponse:
    chosen = access.own_set(request, code)
    colleagues.unshare(chosen, request.POST.get("colleague", ""))
    return redirect("desk:share_quiz", chosen.code)


@require_safe
@teachers_only
def shared_quiz(request: HttpRequest, code: str) -> HttpResponse:
    """What a set asks, for whoever may read it."""
    chosen = access.visible_set(request, code)
    context = {
        "question_set": chosen,
        "is_own": QuestionSet.objects.made_by(request.user).contains(chosen),
        "pinned": chosen.pinned.all(),
        "countries": chosen.countries.all(),
    }
    return TemplateResponse(request, "desk/shared_quiz.html", context)


@require_POST
@teachers_only
def copy_quiz(request: HttpRequest, code: str) -> HttpResponse:
    made = colleagues.copy(access.visible_set(request, code), owner=request.user)
    messages.success(
        request, f"“{made}” is yours to change. Pupils see it once you give it out."
    )
    return redirect("desk:quiz", made.code)


def _page(
    request: HttpRequest, chosen: QuestionSet, form: ColleagueForm
) -> HttpResponse:
    context = {
        "question_set": chosen,
        "colleagues": chosen.shared_with.order_by("username"),
        "form": form,
    }
    return TemplateResponse(request, "desk/share_quiz.html", context)
