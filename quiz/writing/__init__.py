"""Questions that teachers write themselves: the only code that stores them.

They are no facts of the base: nothing is remembered of them, they count in no figure,
and nobody is asked them but where they are pinned in a set.
"""

from quiz.writing.base import Writer
from quiz.writing.chosen import ChoiceWriter, SeveralWriter
from quiz.writing.matched import MatchWriter
from quiz.writing.plain import Fault, Line, Plain
from quiz.writing.timed import OrderWriter, PairWriter, TimelineWriter
from quiz.writing.typed import DateWriter, NameWriter, NumberWriter, RollWriter

WRITERS: dict[str, Writer] = {
    "choice": ChoiceWriter(),
    "several": SeveralWriter(),
    "pair": PairWriter(),
    "order": OrderWriter(),
    "timeline": TimelineWriter(),
    "match": MatchWriter(),
    "date": DateWriter(),
    "name": NameWriter(),
    "number": NumberWriter(),
    "roll": RollWriter(),
}

__all__ = ["WRITERS", "Fault", "Line", "Plain", "Writer"]
