"""A file that waits to be confirmed, kept a short while for whoever sent it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.core.cache import cache

MINUTES = 20


@dataclass(frozen=True)
class Kept:
    kind: str
    name: str
    data: bytes


def hold(kept: Kept, *, user: Any) -> UUID:
    token = uuid4()
    cache.set(_key(token, user), kept, MINUTES * 60)
    return token


def take(token: UUID, *, user: Any) -> Kept | None:
    """The file, which is gone then; None if it is gone already, or somebody else's."""
    kept: Kept | None = cache.get(_key(token, user))
    cache.delete(_key(token, user))
    return kept


def _key(token: UUID, user: Any) -> str:
    return f"transfer/{user.pk}/{token}"
