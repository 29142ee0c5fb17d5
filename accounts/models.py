"""Who signs in. A model of our own from the first migration, so that it can grow."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower


class User(AbstractUser):
    """Somebody with a user name and a password; an e-mail address is optional.

    Names are kept in small letters, so that Drita and drita are one account.
    """

    has_one_time_password = models.BooleanField(
        default=False,
        editable=False,
        help_text="From a teacher’s slip; nothing works until another is chosen.",
    )

    class Meta(AbstractUser.Meta):  # type: ignore[name-defined]
        constraints = [
            models.CheckConstraint(
                condition=Q(username=Lower("username")),
                name="user_name_in_small_letters",
            ),
        ]

    @classmethod
    def normalize_username(cls, username: str) -> str:
        """One spelling for what looks the same: compatibility forms, and case."""
        return super().normalize_username(username).lower()
