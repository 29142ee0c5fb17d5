"""Flashcards on a dossier, a topic or everything: to be read, never marked."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from quiz import decks
from quiz.decks import Selection
from quiz.forms import EVERYTHING
from quiz.models import Topic
from quiz.views.requests import found_dossier, new_seed

CARDS_ON_A_PAGE = 40
SEEDS = 1_000_000


@require_safe
@never_cache
def flashcards(request: HttpRequest) -> HttpResponse:
    selection = _selection(request)
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


def _selection(request: HttpRequest) -> Selection:
    """What an address chooses: `on=countries:greece`, `topic=memberships` or nothing."""
    on, topic = request.GET.get("on", ""), request.GET.get("topic", "")
    if on and topic:
        raise Http404("A deck is on one thing.")
    if on:
        dossier = found_dossier(*_parted(on))
        return Selection(dossier.title, claims=dossier.claims, page=dossier.page)
    if topic and topic not in Topic:
        raise Http404(f"There is no topic {topic}.")
    page = reverse("quiz:topics")
    if topic:
        page = f"{page}?topic={topic}"
    return Selection(
        Topic(topic).label if topic else EVERYTHING, topic=topic, page=page
    )


def _parted(on: str) -> tuple[str, str]:
    shelf, _, slug = on.partition(":")
    return shelf, slug
