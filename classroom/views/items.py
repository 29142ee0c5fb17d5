"""How good the questions were, on the whole and one by one."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from classroom.access import own_assignment, teachers_only
from classroom.results import filters, given, worth
from classroom.results.filters import ItemsFilter
from quiz.models import Question

ON_A_PAGE = 60  # questions


@require_safe
@teachers_only
def item_analysis(request: HttpRequest, code: str) -> HttpResponse:
    """Every question with its figures, the hardest first."""
    assignment, now = own_assignment(request, code), timezone.now()
    found = worth.of(assignment, now)
    filter = ItemsFilter(request.GET, assignment, found.papers)
    if asked := filters.asked_for(filter):
        found = worth.of(assignment, now, **asked)
    page = Paginator(list(found.figures), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "assignment": assignment,
        "analysis": found,
        "worths": worth.worths(found, list(page.object_list)),
        "page": page,
        "filter": filter,
        "query": filters.query(asked),
    }
    return TemplateResponse(request, "desk/item_analysis.html", context)


@require_safe
@teachers_only
def item_details(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """One question: its figures, and whom each option drew."""
    assignment, now = own_assignment(request, code), timezone.now()
    question = get_object_or_404(Question, key=key)
    found = worth.of(assignment, now)
    filter = ItemsFilter(request.GET, assignment, found.papers)
    if asked := filters.asked_for(filter):
        found = worth.of(assignment, now, **asked)
    of = worth.worth(found, question)
    if of is None:
        raise Http404("None of the attempts looked at was asked it.")
    items = given.items(found, question)
    context = {
        "assignment": assignment,
        "question": question,
        "analysis": found,
        "worth": of,
        "options": given.option_rows(found, question, items),
        "given": given.given_rows(items.values()),
        "filter": filter,
        "query": filters.query(asked),
    }
    return TemplateResponse(request, "desk/item_details.html", context)
