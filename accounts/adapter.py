"""How allauth is bent to a school: names without e-mail, one counter for each name."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.urls import reverse

from accounts.models import User


class NameAdapter(DefaultAccountAdapter):
    """User names in one spelling, and guesses at a password counted by name alone."""

    def clean_username(self, username: str, shallow: bool = False) -> str:  # noqa: FBT001, FBT002
        return super().clean_username(
            User.normalize_username(username), shallow=shallow
        )

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Teachers come to their desk, everybody else to their scores."""
        user = request.user
        if user.is_authenticated and user.is_staff:
            makes_quizzes = user.has_perm("quiz.add_questionset")
            return reverse("desk:doors" if makes_quizzes else "admin:index")
        return str(super().get_login_redirect_url(request))

    def _get_login_attempts_cache_key(
        self, request: HttpRequest, **credentials: Any
    ) -> str:
        """Without the host, which allauth puts first: a visitor chooses its port."""
        return User.normalize_username(credentials.get("username", ""))
