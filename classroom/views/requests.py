"""What the views of quizzes share: what an address or a form carries."""

from django.http import Http404, HttpRequest, QueryDict

MOST = 2**63 - 1  # as an attempt keeps its seed


def asked_seed(request: HttpRequest) -> int | None:
    """The seed an address carries; what is no seed counts as none."""
    given = request.GET.get("seed") or request.POST.get("seed") or ""
    if not (given.isascii() and given.isdigit() and len(given) < 20):
        return None
    return min(int(given), MOST)


def state_number(sent: QueryDict) -> int:
    """Which state of a history is meant; what is no number is no state."""
    number = sent.get("state", "")
    if not number.isdecimal() or len(number) > 6:
        raise Http404("There is no such state.")
    return int(number)
