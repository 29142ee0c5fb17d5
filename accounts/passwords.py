"""Passwords that are handed out on paper, and those that are chosen instead."""

import secrets

from accounts.models import User

CONSONANTS = "bdfgjklmnprstvz"
VOWELS = "aeiou"
DIGITS = "23456789"


def one_time() -> str:
    """Easily read and typed, as "lumo-tiza-83": about 31 bits, to be used once."""
    words = ["".join(_syllable() + _syllable()) for _ in range(2)]
    return "-".join([*words, secrets.choice(DIGITS) + secrets.choice(DIGITS)])


def give_one_time(user: User) -> str:
    """A new one, which is told here and nowhere again; the old password is spent."""
    password = one_time()
    user.set_password(password)
    user.has_one_time_password = True
    user.save(update_fields=["password", "has_one_time_password"])
    return password


def choose(user: User, password: str) -> None:
    user.set_password(password)
    user.has_one_time_password = False
    user.save(update_fields=["password", "has_one_time_password"])


def _syllable() -> str:
    return secrets.choice(CONSONANTS) + secrets.choice(VOWELS)
