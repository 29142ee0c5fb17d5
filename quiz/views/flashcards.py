"""Flashcards on whatever was chosen: to be read, never marked."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from quiz.flashcards import decks
from quiz.views import choosing
from quiz.views.requests import new_seed

CARDS_ON_A_PAGE = 40
SEEDS = 1_000_000


@require_safe
@never_cache
def flashcards(request: HttpRequest) -> HttpResponse:
    selection = choosing.selection(request)
    faces = decks.faces(selection, request.GET.get("seed", ""))
    page = Paginator(faces, CARDS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "selection": selection,
        "page": page,
        "cards": decks.written([*page.object_list]),
        "is_shuffled": bool(request.GET.get("seed")),
        "next_seed": new_seed() % SEEDS,
    }
    return TemplateResponse(request, "quiz/flashcards.html", context)
