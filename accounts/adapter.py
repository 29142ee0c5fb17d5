"""How allauth is bent to a school: names without e-mail, one counter for each name."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from accounts.models import User


class NameAdapter(DefaultAccountAdapter):
    """User names in one spelling, and guesses at a password counted by name alone."""

    def clean_username(self, username: str, shallow: bool = False) -> str:  # noqa: FBT001, FBT002
        return super().clean_username(
            User.normalize_username(username), shallow=shallow
        )

    def _get_login_attempts_cache_key(
        self, request: HttpRequest, **credentials: Any
    ) -> str:
        """Without the host, which allauth puts first: a visitor chooses its port."""
        return User.normalize_username(credentials.get("username", ""))
