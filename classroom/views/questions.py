"""Look at what a pupil would be asked, and change single questions."""

from urllib.parse import quote, urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from classroom import access
from classroom.access import teachers_only
from classroom.quizzes import lines
from classroom.views.requests import asked_seed
from quiz import selection
from quiz.exceptions import AlreadyPlayed, NotEnoughQuestions, PlayError
from quiz.models import Paper, Question, QuestionSet
from quiz.sets import filling, papers, sheets, tailoring
from quiz.sets.sheets import Sheet
from quiz.views.requests import new_seed

PAGE = "desk/look.html"
NONE_LEFT = "No other question fits there. Widen what the quiz asks, or choose fewer."
FULL = "As many questions are pinned as the quiz asks. Unpin one first."
PLAYED = "Pupils have been asked this paper already, so it stays as it is."


@require_safe
@teachers_only
def look(request: HttpRequest, code: str) -> HttpResponse:
    chosen = access.visible_set(request, code)
    context = {
        "question_set": chosen,
        "seed": asked_seed(request),
        "is_drawn": sheets.is_drawn(chosen),
        "may_change": QuestionSet.objects.made_by(request.user).contains(chosen),
        "is_played": papers.is_played(chosen),
        "possible": filling.possible(selection.blueprint_of(chosen)),
        "pinned": chosen.pinned.all(),
        "excluded": chosen.excluded.all(),
        "swapped": _swapped(request),
        "another": new_seed(),
    }
    try:
        found = sheets.to_look_at(chosen, context["seed"])
    except NotEnoughQuestions as error:
        return TemplateResponse(request, PAGE, context | {"trouble": str(error)})
    pins = {question.pk for question in context["pinned"]}
    context["sheets"] = [(sheet, lines.of(sheet, pins)) for sheet in found]
    context["spread"] = _spread(found)
    return TemplateResponse(request, PAGE, context)


@require_POST
@teachers_only
def tailor(request: HttpRequest, code: str) -> HttpResponse:
    """Swap, pin, unpin or put back one question, named by its key."""
    chosen = access.own_set(request, code)
    question = _question(request, request.POST.get("question", ""))
    paper = _paper(request, chosen)
    trace: dict[str, str] = {}
    try:
        match request.POST.get("do"):
            case "swap":
                instead = _swap(chosen, question, paper)
                trace = {"swapped": question.key}
                trace |= {"instead": instead.key} if instead else {}
            case "back":
                instead = _instead(request)
                tailoring.put_back(chosen, question, paper=paper, instead=instead)
            case "pin":
                tailoring.pin(chosen, question)
            case "unpin":
                tailoring.unpin(chosen, question)
    except PlayError as error:
        messages.error(request, _refusal(request, error))
    return redirect(_address(request, chosen, trace))


def _refusal(request: HttpRequest, error: PlayError) -> str:
    if isinstance(error, AlreadyPlayed):
        return PLAYED
    return FULL if request.POST.get("do") == "pin" else NONE_LEFT


def _address(request: HttpRequest, chosen: QuestionSet, trace: dict[str, str]) -> str:
    """The page again, at the place one came from; with what undoing a swap needs."""
    seed, place = asked_seed(request), request.POST.get("place", "")
    if trace and place:
        trace |= {"place": place}
    query = trace | ({"seed": str(seed)} if seed is not None else {})
    address = reverse("desk:look", args=[chosen.code])
    address += f"?{urlencode(query)}" if query else ""
    return address + (f"#{quote(place)}" if place else "")


def _swapped(request: HttpRequest) -> dict[str, object] | None:
    visible = Question.objects.visible_to(request.user)
    question = visible.filter(key=request.GET.get("swapped", "")).first()
    if question is None:
        return None
    return {
        "question": question,
        "instead": request.GET.get("instead", ""),
        "place": request.GET.get("place", ""),
    }


def _question(request: HttpRequest, key: str) -> Question:
    return get_object_or_404(Question.objects.visible_to(request.user), key=key)


def _instead(request: HttpRequest) -> Question | None:
    key = request.POST.get("instead", "")
    return _question(request, key) if key else None


def _paper(request: HttpRequest, chosen: QuestionSet) -> Paper | None:
    letter = request.POST.get("paper", "")
    if sheets.is_drawn(chosen) or not letter:
        return None
    paper = chosen.made_papers.filter(letter=letter).first()
    if paper is None:
        raise Http404(f"There is no paper {letter}.")
    return paper


def _swap(
    chosen: QuestionSet, question: Question, paper: Paper | None
) -> Question | None:
    if paper and not paper.places.filter(question=question).exists():
        raise Http404("That question is no longer on the paper.")
    return tailoring.swap(chosen, question, paper=paper)


def _spread(found: list[Sheet]) -> dict[str, int] | None:
    """How alike several papers are: what a group is expected to get on each."""
    if len(found) < 2:
        return None
    averages = [round(100 * sheet.average) for sheet in found]
    return {"least": min(averages), "most": max(averages)}
