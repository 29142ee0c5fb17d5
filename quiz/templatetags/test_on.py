"""What a page of the fact base offers of the quiz, without knowing of it."""

from typing import Any
from uuid import uuid4

from django import template

from quiz import selection
from relations.dossiers import Dossier

register = template.Library()


@register.inclusion_tag("quiz/test_on.html")
def test_on(dossier: Dossier) -> dict[str, Any]:
    """The form that starts a quiz on the dossier's facts, and the way to its cards."""
    return {
        "dossier": dossier,
        "most": selection.most_within(tuple(sorted(dossier.claims))),
        "form_token": uuid4(),
    }
