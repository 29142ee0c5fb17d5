"""What makes a site an app that can be installed, and tells robots what to leave alone."""

import hashlib

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

PAPER = "#faf6ee"
ICONS = [
    ("quiz/icon-192.png", 192, "any"),
    ("quiz/icon-512.png", 512, "any"),
    ("quiz/icon-maskable-512.png", 512, "maskable"),
]
# What the page for when there is no connection is made of.
OFFLINE_PARTS = (
    "quiz/app.css",
    "quiz/favicon.svg",
    "quiz/guilloche.svg",
    "quiz/connection.js",
)

fresh = cache_control(no_cache=True)  # may be kept, but is asked for every time


@require_safe
@fresh
def manifest(request: HttpRequest) -> JsonResponse:
    described = {
        "id": "/",
        "name": "Besa: Albania and the world",
        "short_name": "Besa",
        "description": "Short quizzes in which every answer comes with its proof.",
        "lang": "en-GB",
        "categories": ["education"],
        "start_url": reverse("quiz:home"),
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [
            {
                "src": static(name),
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for name, size, purpose in ICONS
        ],
    }
    return JsonResponse(described, content_type="application/manifest+json")


@require_safe
@fresh
def service_worker(request: HttpRequest) -> HttpResponse:
    """Named after what it keeps, so that a browser notices when any of that changes."""
    kept = [reverse("quiz:offline"), *map(static, OFFLINE_PARTS)]
    content = "\n".join([*kept, render_to_string("offline.html")])
    version = hashlib.sha256(content.encode()).hexdigest()[:12]
    return render(
        request,
        "worker.js",
        {"version": version, "offline": kept[0], "parts": kept[1:]},
        content_type="text/javascript",
    )


@require_safe
@fresh
def offline(request: HttpRequest) -> HttpResponse:
    """The same for everybody: it is kept in the browser, where anybody may look."""
    return HttpResponse(render_to_string("offline.html"))


@require_safe
@fresh
def robots(request: HttpRequest) -> HttpResponse:
    return render(request, "robots.txt", content_type="text/plain")
