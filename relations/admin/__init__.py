"""Where teachers read and correct the facts. Adding and deleting is done in fixtures."""

from relations.admin import facts, lists, sources, things

__all__ = ["facts", "lists", "sources", "things"]
