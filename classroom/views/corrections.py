"""Putting right what was wrong: look first, confirm once, undo if need be."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from classroom.access import teacher, teachers_only
from classroom.corrections import effects
from classroom.forms.corrections import CorrectionForm, VoidForm
from quiz import oversight
from quiz.corrections import applying, planning, truths
from quiz.corrections.plans import Plan
from quiz.models import Correction, Dispute, Question
from relations import pages
from relations.models.base import Fact

ON_A_PAGE = 30
MOST_EFFECTS = 300  # attempts named on one page
MOVED_ON = (
    "The facts or the questions have changed since you looked. "
    "Please look once more before you confirm."
)
corrects = permission_required("quiz.add_correction", raise_exception=True)


@require_safe
@teachers_only
@corrects
def corrections(request: HttpRequest) -> HttpResponse:
    found = Correction.objects.select_related("question", "made_by", "undone_by")
    visible = found.filter(question__in=Question.objects.visible_to(request.user))
    pages = Paginator(visible, ON_A_PAGE)
    context = {"page": pages.get_page(request.GET.get("page"))}
    return TemplateResponse(request, "desk/corrections.html", context)


@require_safe
@teachers_only
@corrects
def correction(request: HttpRequest, correction_id: UUID) -> HttpResponse:
    chosen = _visible(request, correction_id)
    context = {"correction": chosen, "done": effects.done(chosen, request.user)}
    return TemplateResponse(request, "desk/correction.html", context)


@require_safe
@teachers_only
@corrects
def new_correction(request: HttpRequest) -> HttpResponse:
    """What a corrected fact would change; nothing is written."""
    fact = _fact(request.GET.get("fact", ""))
    dispute = _dispute(request, request.GET.get("dispute", ""))
    plan = planning.after_fact(fact.slug, truths.glimpse(fact.slug))
    initial = {"reason": dispute.answer if dispute else fact.statement}
    form = CorrectionForm(plan=plan, initial=initial)
    return _look(request, fact, plan, form, dispute)


@require_POST
@teachers_only
@corrects
def apply_correction(request: HttpRequest) -> HttpResponse:
    fact = _fact(request.POST.get("fact", ""))
    dispute = _dispute(request, request.POST.get("dispute", ""))
    plan = planning.after_fact(fact.slug, truths.now())
    form = CorrectionForm(request.POST, plan=plan)
    if request.POST.get("digest") != plan.digest:
        messages.warning(request, MOVED_ON)
        return _look(request, fact, plan, CorrectionForm(plan=plan), dispute)
    if "again" in request.POST or not form.is_valid():
        return _look(request, fact, plan, form, dispute)

    made = applying.apply(
        plan,
        form.kinds,
        reason=form.cleaned_data.get("reason", ""),
        takes_points=form.takes,
        by=teacher(request),
        now=timezone.now(),
        dispute=dispute,
    )
    messages.success(request, _told(plan, made))
    return redirect("desk:corrections")


@require_safe
@teachers_only
@corrects
def void_question(request: HttpRequest) -> HttpResponse:
    """What it would change to count a question as right for everybody."""
    question = _question(request, request.GET.get("question", ""))
    dispute = _dispute(request, request.GET.get("dispute", ""))
    initial = {"reason": dispute.answer if dispute else ""}
    form = VoidForm(question=question, initial=initial)
    return _look_at_void(request, question, form, dispute)


@require_POST
@teachers_only
@corrects
def apply_void(request: HttpRequest) -> HttpResponse:
    question = _question(request, request.POST.get("question", ""))
    dispute = _dispute(request, request.POST.get("dispute", ""))
    form = VoidForm(request.POST, question=question)
    if not form.is_valid():
        return _look_at_void(request, question, form, dispute)

    plan = planning.after_flaw(question)
    applying.apply(
        plan,
        plan.proposed,
        reason=form.cleaned_data["reason"],
        takes_points=False,
        by=teacher(request),
        now=timezone.now(),
        dispute=dispute,
        retire=form.cleaned_data.get("retire", False),
    )
    messages.success(request, "Done. The question counts as right for everybody.")
    return redirect("desk:corrections")


@require_POST
@teachers_only
@corrects
def undo_correction(request: HttpRequest, correction_id: UUID) -> HttpResponse:
    chosen = _visible(request, correction_id)
    _question(request, chosen.question.key)
    applying.undo(chosen, by=teacher(request), now=timezone.now())
    messages.success(request, "Undone. The answers count as they did before.")
    return redirect("desk:corrections")


def _visible(request: HttpRequest, correction_id: UUID) -> Correction:
    found = Correction.objects.select_related("question", "made_by", "undone_by")
    visible = Question.objects.visible_to(request.user)
    return get_object_or_404(found, pk=correction_id, question__in=visible)


def _fact(slug: str) -> Fact:
    found = pages.facts_named([slug])
    if not found:
        raise Http404(f"There is no fact called {slug}.")
    fact: Fact = found[0]
    return fact


def _question(request: HttpRequest, key: str) -> Question:
    """One whose answers the teacher may change for everybody: generated, or their own."""
    visible = Question.objects.visible_to(request.user)
    found = get_object_or_404(visible, key=key)
    is_own = request.user.is_superuser or found.author_id == request.user.pk
    if found.is_written and not is_own:
        raise Http404(f"{found} is somebody else's")
    return found


def _dispute(request: HttpRequest, pk: str) -> Dispute | None:
    if not pk:
        return None
    try:
        own_key = UUID(pk)
    except ValueError as error:
        raise Http404("There is no such objection.") from error
    return get_object_or_404(oversight.disputes(request.user), pk=own_key)


def _look(
    request: HttpRequest,
    fact: Fact,
    plan: Plan,
    form: CorrectionForm,
    dispute: Dispute | None,
) -> HttpResponse:
    found = effects.planned(plan, form.kinds, request.user)
    context = {
        "fact": fact,
        "plan": plan,
        "form": form,
        "dispute": dispute,
        "effects": found[:MOST_EFFECTS],
        "unnamed": max(0, len(found) - MOST_EFFECTS),
    }
    return TemplateResponse(request, "desk/new_correction.html", context)


def _look_at_void(
    request: HttpRequest, question: Question, form: VoidForm, dispute: Dispute | None
) -> HttpResponse:
    plan = planning.after_flaw(question)
    found = effects.planned(plan, plan.proposed, request.user)
    context = {
        "question": question,
        "form": form,
        "dispute": dispute,
        "effects": found[:MOST_EFFECTS],
        "unnamed": max(0, len(found) - MOST_EFFECTS),
    }
    return TemplateResponse(request, "desk/void_question.html", context)


def _told(plan: Plan, made: list[Correction]) -> str:
    changed = len(plan.cases) + plan.new
    questions = "1 question is" if changed == 1 else f"{changed} questions are"
    if not made:
        return f"Done. {questions} up to date; no answer had to be graded anew."
    return f"Done. {questions} up to date, and the answers to {len(made)} graded anew."
