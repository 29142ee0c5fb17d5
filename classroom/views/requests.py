"""What the views of quizzes share: what an address or a form carries."""

from django.http import HttpRequest

MOST = 2**63 - 1  # as an attempt keeps its seed


def asked_seed(request: HttpRequest) -> int | None:
    """The seed an address carries; what is no seed counts as none."""
    given = request.GET.get("seed") or request.POST.get("seed") or ""
    if not (given.isascii() and given.isdigit() and len(given) < 20):
        return None
    return min(int(given), MOST)
