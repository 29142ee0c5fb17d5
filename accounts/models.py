"""Who signs in. A model of our own from the first migration, so that it can grow."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody with a user name and a password; an e-mail address is optional."""
