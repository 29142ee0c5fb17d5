"""Rules on a whole quiz: each passes a fair one and finds what spoils another."""

from dataclasses import dataclass, field

import pytest

from quiz.quality import quizzes


@dataclass
class Asked:
    n: int
    reveals: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    stem: str = ""
    family: str = ""
    topic: str = ""
    format: str = "choice"
    options: tuple[dict, ...] = field(default=())

    def __post_init__(self):
        self.key = f"question-{self.n}"
        self.claim = f"fact-{self.n}"
        self.claims = self.claims or (self.claim,)
        self.stem = self.stem or f"Stem of {self.n} is what?"
        self.family = self.family or f"family-{self.n % 5}"
        self.topic = self.topic or f"topic-{self.n % 4}"
        self.options = self.options or (
            {"text": f"{self.n} a"},
            {"text": f"{self.n} b"},
        )


def quiz(**changed) -> list[Asked]:
    """Ten fair questions, but for those changed, as `_3={...}`."""
    return [Asked(n, **changed.get(f"_{n}", {})) for n in range(10)]


SAME = ({"text": "Alba"}, {"text": "Syldavia"}, {"text": "Borduria"})

SPOILT = [
    ("Q01", quiz(_2={"reveals": ("fact-7",)})),
    ("Q01", quiz(_2={"reveals": ("x",)}, _7={"claims": ("fact-7", "x")})),
    ("Q02", quiz(_4={"stem": "Who signed the treaty in the previous question?"})),
    ("Q02", quiz(_4={"stem": "In which year did that state join NATO?"})),
    (
        "Q03",
        quiz(_1={"options": SAME, "stem": "X?"}, _6={"options": SAME, "stem": "X?"}),
    ),
    ("Q04", quiz(_3={"claims": ("x",)}, _8={"claims": ("x",)})),
    ("Q05", quiz(**{f"_{n}": {"topic": "all"} for n in range(6)})),
    ("Q06", quiz(**{f"_{n}": {"family": "one"} for n in (0, 2, 5, 9)})),
    ("Q06", quiz(**{f"_{n}": {"stem": "In which year was X?"} for n in (4, 5, 6)})),
    ("Q07", quiz(**{f"_{n}": {"topic": "one"} for n in (3, 4, 5, 6)})),
    ("Q07", quiz(**{f"_{n}": {"family": "one"} for n in (3, 4, 5, 6)})),
]


def found(asked) -> set[str]:
    return {finding.rule for finding in quizzes.findings(asked)}


def test_a_fair_quiz_breaks_no_rule():
    assert found(quiz()) == set()


@pytest.mark.parametrize(("rule", "asked"), SPOILT)
def test_what_spoils_a_quiz_is_found(rule, asked):
    assert rule in found(asked)


def test_every_rule_on_quizzes_has_a_quiz_that_breaks_it():
    severities = {rule.slug: rule.severity for rule in quizzes.QUIZ_RULES}

    assert {rule for rule, _ in SPOILT} == set(severities)
    assert {slug for slug in severities if severities[slug] == "error"} == {
        "Q01",
        "Q02",
    }


def test_what_is_told_after_the_answer_does_no_harm():
    asked = quiz(_7={"reveals": ("fact-2",)})

    assert "Q01" not in found(asked)
    assert "Q01" in found(asked[::-1])


def test_a_finding_names_the_question_that_is_given_away():
    (finding,) = quizzes.findings(quiz(_2={"reveals": ("fact-7",)}))

    assert finding.question == "question-7"
    assert finding.claim == "fact-7"
    assert finding.message == "question-2 has told fact-7 before"


@pytest.mark.parametrize(
    "stem",
    [
        "Which state signed this treaty that ended the war?",
        "According to the article, who is the latest envoy?",
        "In which year was the last of the five states recognised?",
    ],
)
def test_a_stem_that_stands_alone_refers_to_no_other(stem):
    assert "Q02" not in found(quiz(_4={"stem": stem}))
