"""Flaws to put into sound drafts: for each rule, the ways in which it could be broken.

None of these looks at how a rule checks; each does what a careless author, a wrong fact
or a slip in the code would do.
"""

from quiz.quality.mutations import (
    dates,
    giveaways,
    options,
    shapes,
    stems,
    times,
    truth,
    typed,
)
from quiz.quality.mutations.edits import Mutant, Mutator

MUTATIONS: dict[str, tuple[Mutator, ...]] = {
    **truth.MUTATIONS,
    **times.MUTATIONS,
    **stems.MUTATIONS,
    **options.MUTATIONS,
    **giveaways.MUTATIONS,
    **dates.MUTATIONS,
    **typed.MUTATIONS,
    **shapes.MUTATIONS,
}

__all__ = ["MUTATIONS", "Mutant", "Mutator"]
