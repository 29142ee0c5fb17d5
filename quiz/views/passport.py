"""The passport: entry stamps of what is remembered."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from quiz import learners, standing
from quiz import passport as stamped
from quiz.models import Memory
from quiz.places import places


@require_safe
@never_cache
def passport(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    facts = standing.facts()
    memories = Memory.objects.owned_by(learners.current(request))
    standings = standing.standings(facts, memories, today)
    context = {"passport": stamped.passport(places(facts), standings, today)}
    return TemplateResponse(request, "quiz/passport.html", context)
