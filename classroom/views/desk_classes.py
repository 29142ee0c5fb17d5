"""A teacher's classes: make one, look at it, keep it."""

import io
from typing import Any, cast

import segno
from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from accounts.models import User
from classroom.access import own_class, teachers_only
from classroom.classes import keeping, roster
from classroom.classes.keeping import LastTeacher, NoSuchTeacher
from classroom.forms.classes import ClassForm, TeacherForm
from classroom.models import SchoolClass

NO_SUCH_TEACHER = "There is no teacher of that name here. Please look at it again."
LAST_TEACHER = "You are the only teacher of this class, so it cannot do without you."


@require_safe
@teachers_only
def classes(request: HttpRequest) -> HttpResponse:
    taught = SchoolClass.objects.taught_by(request.user)
    found = taught.annotate(pupils=Count("enrolments", distinct=True))
    context = {
        "classes": [one for one in found if one.archived_at is None],
        "archived": [one for one in found if one.archived_at],
    }
    return TemplateResponse(request, "desk/classes.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@teachers_only
def new_class(request: HttpRequest) -> HttpResponse:
    form = ClassForm(request.POST or None)
    if form.is_valid():
        made = keeping.make(form.cleaned_data["name"], by=cast(User, request.user))
        return redirect("desk:class_page", made.code)
    return TemplateResponse(request, "desk/new_class.html", {"form": form})


@require_safe
@teachers_only
def class_page(request: HttpRequest, code: str) -> HttpResponse:
    return _page(request, own_class(request, code))


@require_safe
@teachers_only
def class_qr(request: HttpRequest, code: str) -> HttpResponse:
    """The way in, for a camera; white behind it in a dark theme as well."""
    address = request.build_absolute_uri(own_class(request, code).page)
    drawn = io.BytesIO()
    segno.make(address, micro=False).save(
        drawn, kind="svg", xmldecl=False, scale=6, border=4, light="white", unit="px"
    )
    return HttpResponse(drawn.getvalue(), content_type="image/svg+xml")


@require_POST
@teachers_only
def rename_class(request: HttpRequest, code: str) -> HttpResponse:
    chosen, form = own_class(request, code), ClassForm(request.POST)
    if not form.is_valid():
        return _page(request, chosen, rename=form)
    keeping.rename(chosen, form.cleaned_data["name"])
    return redirect("desk:class_page", chosen.code)


@require_POST
@teachers_only
def turn_board(request: HttpRequest, code: str) -> HttpResponse:
    chosen = own_class(request, code)
    keeping.show_board(chosen, is_shown=request.POST.get("board") == "on")
    return redirect("desk:class_page", chosen.code)


@require_http_methods(["GET", "HEAD", "POST"])
@teachers_only
def archive_class(request: HttpRequest, code: str) -> HttpResponse:
    """Asked about once, as it ends things for everybody in it."""
    chosen = own_class(request, code)
    if request.method != "POST":
        context = {"school_class": chosen}
        return TemplateResponse(request, "desk/archive_class.html", context)
    keeping.archive(chosen, now=timezone.now())
    messages.success(request, f"“{chosen}” is archived. You can bring it back.")
    return redirect("desk:classes")


@require_POST
@teachers_only
def restore_class(request: HttpRequest, code: str) -> HttpResponse:
    chosen = own_class(request, code)
    keeping.restore(chosen)
    return redirect("desk:class_page", chosen.code)


@require_POST
@teachers_only
def add_teacher(request: HttpRequest, code: str) -> HttpResponse:
    chosen, form = own_class(request, code), TeacherForm(request.POST)
    if not form.is_valid():
        return _page(request, chosen, colleague=form)
    try:
        keeping.add_teacher(chosen, form.cleaned_data["username"])
    except NoSuchTeacher:
        form.add_error("username", NO_SUCH_TEACHER)
        return _page(request, chosen, colleague=form)
    return redirect("desk:class_page", chosen.code)


@require_POST
@teachers_only
def remove_teacher(request: HttpRequest, code: str) -> HttpResponse:
    chosen = own_class(request, code)
    try:
        keeping.remove_teacher(chosen, request.POST.get("username", ""))
    except LastTeacher:
        messages.error(request, LAST_TEACHER)
    is_still_theirs = SchoolClass.objects.taught_by(request.user).filter(pk=chosen.pk)
    if is_still_theirs.exists():
        return redirect("desk:class_page", chosen.code)
    return redirect("desk:classes")


def _page(request: HttpRequest, chosen: SchoolClass, **forms: Any) -> HttpResponse:
    context = {
        "school_class": chosen,
        "share_url": request.build_absolute_uri(chosen.page),
        "pupils": chosen.enrolments.with_record()
        .select_related("learner__user", "learner__accommodation")
        .order_by("pseudonym_key"),
        "unused": roster.unused(chosen).count(),
        "teachers": chosen.teachers.order_by("username"),
        "rename": ClassForm(initial={"name": chosen.name}),
        "colleague": TeacherForm(),
    } | forms
    return TemplateResponse(request, "desk/class_page.html", context)
