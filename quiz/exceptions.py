"""What the rules of play refuse, named so that callers can choose what to say."""


class PlayError(Exception):
    """Base of everything the rules of play refuse."""


class NotEnoughQuestions(PlayError):
    """The questions in use cannot fill a quiz of the length asked for."""

    def __init__(self, wanted: int, available: int) -> None:
        super().__init__(wanted, available)
        self.wanted = wanted
        self.available = available

    def __str__(self) -> str:
        there_are = {0: "there are none", 1: "there is only 1"}.get(
            self.available, f"there are only {self.available}"
        )
        return f"This asks for {self.wanted} questions, but {there_are} at present."


class SomebodyElses(PlayError):
    """The attempt of this name belongs to another learner."""


class AlreadyAnswered(PlayError):
    """This question already has its one answer."""


class ItemGone(PlayError):
    """The question was deleted with all its learner had played."""


class NoSuchOption(PlayError):
    """The question has no option of this number."""


class OutOfTurn(PlayError):
    """An earlier question of the attempt is still open."""


class TooLate(PlayError):
    """The time was up before it came, and so was the little there is on top."""


class SayWhetherSure(PlayError):
    """These terms want to hear with each answer whether its learner is sure."""


class LookAgain(PlayError):
    """What was typed cannot be read; its text says so, and one more try is free."""


class NamedAlready(PlayError):
    """Its text, a name, is among those entered before."""


class TooManyNames(PlayError):
    """No more names are noted for this question."""


class AlreadyPlayed(PlayError):
    """Somebody has played the set's papers, so they stay as they are."""


class DisputeError(Exception):
    """Base of what stands against filing an objection."""


class NotToldYet(DisputeError):
    """What was right is not told yet, so its proof has not been seen."""


class NotAnsweredYet(DisputeError):
    """The question has no answer yet, so its proof has not been seen."""


class AlreadyDisputed(DisputeError):
    """An objection to this question waits for its answer."""


class TooManyDisputes(DisputeError):
    """The learner has filed as many within the hour as are read."""
