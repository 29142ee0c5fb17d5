"""Papers to print, and their keys. Nothing is kept: the same address prints the same."""

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from classroom import access
from classroom.access import teachers_only
from classroom.quizzes import lines
from classroom.views.requests import asked_seed
from quiz.exceptions import NotEnoughQuestions
from quiz.sets import sheets


@require_safe
@teachers_only
def paper(request: HttpRequest, code: str, letter: str) -> HttpResponse:
    return _page(request, code, letter, "desk/paper.html")


@require_safe
@teachers_only
def key(request: HttpRequest, code: str, letter: str) -> HttpResponse:
    return _page(request, code, letter, "desk/key.html")


def _page(request: HttpRequest, code: str, letter: str, page: str) -> HttpResponse:
    chosen = access.visible_set(request, code)
    seed = asked_seed(request)
    context = {"question_set": chosen, "letter": letter, "seed": seed}
    try:
        found = sheets.to_print(chosen, seed)
    except NotEnoughQuestions as error:
        return TemplateResponse(request, page, context | {"trouble": str(error)})
    sheet = next((one for one in found if one.letter == letter.upper()), None)
    if sheet is None:
        raise Http404(f"There is no paper {letter}.")
    context |= {
        "sheet": sheet,
        "letters": [one.letter for one in found],
        "lines": lines.of(sheet),
        "cites_article": not all(q.is_written for q in sheet.questions),
        "is_drawn": sheets.is_drawn(chosen),
    }
    return TemplateResponse(request, page, context)
