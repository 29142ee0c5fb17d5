"""The passport: entry stamps of what is remembered."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from quiz import course, learners, memory
from quiz.models import Memory
from quiz.passport import book as stamped
from quiz.passport.places import places
from quiz.recall import standing


@require_safe
@never_cache
def passport(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    facts = standing.facts()
    learner = learners.current(request)
    untold = course.held(learner, timezone.now()).untold
    memories = memory.as_told(Memory.objects.owned_by(learner), untold)
    standings = standing.standings(facts, memories, today)
    context = {"passport": stamped.passport(places(facts), standings, today)}
    return TemplateResponse(request, "quiz/passport.html", context)
