"""A teacher's own questions: written, looked at as a pupil sees them, taken back."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from classroom import access
from classroom.access import teachers_only
from classroom.forms.questions import WriteForm
from classroom.forms.shapes import SHAPES, ways
from quiz import asking
from quiz.admin import previews
from quiz.formats import FORMATS
from quiz.models import Format, Question, QuestionSet
from quiz.writing import keeping
from quiz.writing.advice import warnings


@require_safe
@teachers_only
def own_questions(request: HttpRequest) -> HttpResponse:
    written = Question.objects.written_by(request.user).select_related("author")
    own_sets = Prefetch("pinned_in", QuestionSet.objects.made_by(request.user))
    ordered = written.order_by("status", "-pk").prefetch_related(own_sets)
    context = {"questions": ordered}
    return TemplateResponse(request, "desk/own_questions.html", context)


@require_safe
@teachers_only
def new_question(request: HttpRequest) -> HttpResponse:
    """The ways in which a question can be answered, to choose one."""
    return TemplateResponse(request, "desk/ways.html", {"ways": ways()})


@require_safe
@teachers_only
def blank_question(request: HttpRequest, way: str) -> HttpResponse:
    return _form_page(request, WriteForm(way=_known(way)))


@require_POST
@teachers_only
def write_question(request: HttpRequest, way: str) -> HttpResponse:
    form = WriteForm(request.POST, way=_known(way))
    if not form.is_valid() or "look" in request.POST:
        return _form_page(request, form)
    question = keeping.write(form.plain(), author=request.user)
    messages.success(
        request, "Your question is kept. Pin it in a quiz to have it asked."
    )
    return redirect("desk:own_question", question.uuid)


@require_safe
@teachers_only
def own_question(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The question as a pupil meets it, and what can be done with it."""
    return _question_page(request, access.own_question(request, uuid))


@require_POST
@teachers_only
def try_own_question(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """An answer to it, which nobody keeps."""
    return _question_page(request, access.own_question(request, uuid), request.POST)


@require_safe
@teachers_only
def edit_question(request: HttpRequest, uuid: UUID) -> HttpResponse:
    question = access.own_question(request, uuid)
    plain = keeping.plain_of(question)
    return _form_page(request, WriteForm(way=question.format, plain=plain), question)


@require_POST
@teachers_only
def change_question(request: HttpRequest, uuid: UUID) -> HttpResponse:
    question = access.own_question(request, uuid)
    form = WriteForm(request.POST, way=question.format)
    if not form.is_valid() or "look" in request.POST:
        return _form_page(request, form, question)
    if keeping.rewrite(question, form.plain()):
        messages.success(
            request, "Changed. Whoever was asked it before keeps it as it was."
        )
    return redirect("desk:own_question", uuid)


@require_POST
@teachers_only
def retire_question(request: HttpRequest, uuid: UUID) -> HttpResponse:
    keeping.retire(access.own_question(request, uuid))
    messages.success(request, "It is asked no more. What pupils have answered stays.")
    return redirect("desk:own_question", uuid)


@require_POST
@teachers_only
def bring_back_question(request: HttpRequest, uuid: UUID) -> HttpResponse:
    keeping.bring_back(access.own_question(request, uuid))
    messages.success(request, "It is in use again.")
    return redirect("desk:own_question", uuid)


def _known(way: str) -> str:
    if way not in SHAPES:
        raise Http404(f"There is no way of answering called {way}.")
    return way


def _form_page(
    request: HttpRequest, form: WriteForm, question: Question | None = None
) -> HttpResponse:
    """The form; once it can be played, with what a careful colleague would say."""
    context = {
        "form": form,
        "way": Format(form.way).label,
        "question": question,
        "warnings": _warnings(form),
        "is_looked_at": form.is_bound and form.is_valid(),
    }
    return TemplateResponse(request, "desk/question_form.html", context)


def _warnings(form: WriteForm) -> list[str]:
    return warnings(form.plain()) if form.is_bound and form.is_valid() else []


def _question_page(
    request: HttpRequest, question: Question, sent: object = None
) -> HttpResponse:
    item = asking.item_of(question)
    format = FORMATS[item.format]
    form = format.form(item, sent)
    form = form.rearranged() or form
    is_given = sent is not None and form.is_valid()
    given = form.given() if is_given else format.right(item)
    own_sets = QuestionSet.objects.made_by(request.user)
    context = {
        "question": question,
        "item": item,
        "form": form,
        "format_template": format.template,
        "answer_url": reverse("desk:try_own_question", args=[question.uuid]),
        "preview": True,
        "chosen": is_given,
        "feedback": previews.feedback_on(item, given),
        "warnings": warnings(keeping.plain_of(question)),
        "sets": own_sets.filter(pinned=question),
        "others": own_sets.exclude(pinned=question),
    }
    return TemplateResponse(request, "desk/own_question.html", context)
