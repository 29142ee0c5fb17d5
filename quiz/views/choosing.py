"""What an address chooses to learn from: one thing at a time, or everything.

`on=countries:greece`, `topic=memberships`, `decade=1990` with `kind` and `country` as
on the timeline, `q=…` as in the search, `missed=` an attempt of one's own, `fading=1`.
"""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone

from quiz import course, learners
from quiz.flashcards import decks
from quiz.flashcards.decks import Selection
from quiz.forms import EVERYTHING
from quiz.models import Memory, Topic
from quiz.views.requests import found_dossier, own_attempt
from relations import search
from relations.forms import TimelineForm
from relations.models import Country
from relations.timeline import chronicle

Maker = Callable[[HttpRequest], Selection]


def selection(request: HttpRequest) -> Selection:
    """What is to be learnt; 404 where there is no such thing, or two at once."""
    wanted = [name for name in MAKERS if request.GET.get(name)]
    if len(wanted) > 1:
        raise Http404("A deck is on one thing.")
    return MAKERS[wanted[0]](request) if wanted else _everything(request)


def _everything(request: HttpRequest) -> Selection:
    return Selection(EVERYTHING, page=reverse("quiz:topics"), onward=decks.QUIZ)


def _dossier(request: HttpRequest) -> Selection:
    shelf, _, slug = request.GET["on"].partition(":")
    dossier = found_dossier(shelf, slug)
    return Selection(dossier.title, claims=dossier.claims, page=dossier.page)


def _topic(request: HttpRequest) -> Selection:
    topic = request.GET["topic"]
    if topic not in Topic:
        raise Http404(f"There is no topic {topic}.")
    page = f"{reverse('quiz:topics')}?topic={topic}"
    return Selection(Topic(topic).label, topic=topic, page=page, onward=decks.QUIZ)


def _time(request: HttpRequest) -> Selection:
    """The facts that the timeline shows of a decade."""
    countries = {country.slug: country for country in Country.objects.all()}
    everything = chronicle.read()
    form = TimelineForm(request.GET, chronicle=everything, countries=countries)
    shown = everything.narrowed(form.choice()).shown
    if form.choice().decade is None:
        raise Http404("There is no such decade.")
    parts = [f"The {form.choice().decade}s"]
    parts += [chronicle.KINDS[kind] for kind in [form.choice().kind] if kind]
    parts += [countries[slug].name for slug in [form.choice().country] if slug]
    query = request.GET.copy()
    for name in ("seed", "page"):
        query.pop(name, None)
    return Selection(
        ", ".join(parts),
        claims=decks.claims_of(one.told for one in shown),
        page=f"{reverse('relations:timeline')}?{query.urlencode()}",
        onward="Back to the timeline",
    )


def _found(request: HttpRequest) -> Selection:
    """The facts that the search finds."""
    answer = search.search(request.GET["q"])
    query = request.GET.copy()
    for name in ("seed", "page"):
        query.pop(name, None)
    return Selection(
        f"“{answer.query.text}”",
        claims=decks.claims_of(answer.found.facts),
        page=f"{reverse('relations:search')}?{query.urlencode()}",
        onward="Back to the search",
    )


def _missed(request: HttpRequest) -> Selection:
    """What an attempt of one's own missed, once it is over."""
    try:
        own = own_attempt(request, UUID(request.GET["missed"]))
    except ValueError as error:
        raise Http404("There is no such quiz.") from error
    run = course.of(own, timezone.now())
    if not run.tells_result:
        raise Http404("The quiz is not over, or what was right is not told yet.")
    missed = {claim for item in run.missed_items for claim in item.claims}
    return Selection(
        f"Missed: {own.title}",
        claims=frozenset(missed),
        page=own.get_absolute_url(),
        onward="Back to the result",
    )


def _fading(request: HttpRequest) -> Selection:
    """What the learner would be asked again by now."""
    learner = learners.current(request)
    secret = course.held(learner, timezone.now()).secret
    memories = Memory.objects.owned_by(learner).exclude(claim__in=secret)
    due = memories.due(timezone.localdate())
    return Selection(
        "What is fading",
        claims=frozenset(due.values_list("claim", flat=True)),
        page=reverse("quiz:review"),
        onward="Back to the review",
    )


MAKERS: dict[str, Maker] = {
    "on": _dossier,
    "topic": _topic,
    "decade": _time,
    "q": _found,
    "missed": _missed,
    "fading": _fading,
}
