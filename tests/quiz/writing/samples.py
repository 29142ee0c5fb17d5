"""A sound question of every format, as a teacher would write it."""

from quiz.writing import Line, Plain

COMMON = {
    "topic": "people",
    "explanation": "The hat was made in Korça.",
    "source": "History 9, page 44",
}


def plain(format: str, **fields) -> Plain:
    return Plain(**COMMON | {"format": format} | SAMPLES[format] | fields)


SAMPLES: dict[str, dict] = {
    "choice": {
        "stem": "In which town was the hat of the minister made?",
        "lines": (
            Line("Korça", "", is_right=True),
            Line("Berat", "A town of windows"),
            Line("Vlora", "A port"),
        ),
    },
    "several": {
        "stem": "Which two of these towns have a castle?",
        "lines": (
            Line("Berat", "", is_right=True),
            Line("Kruja", "", is_right=True),
            Line("Fier", "It was founded in 1864"),
            Line("Kukës"),
        ),
    },
    "pair": {
        "stem": "Which of these was written first?",
        "lines": (Line("The hymn", "1907"), Line("The statute", "1928")),
    },
    "order": {
        "stem": "In which order were these written, from first to last?",
        "lines": (
            Line("The hymn", "1907"),
            Line("The statute", "May 1928"),
            Line("The lament", "after the war"),
        ),
    },
    "timeline": {
        "stem": "Where on this timeline does the hymn belong?",
        "answer": "1907",
        "lines": (
            Line("The league of Prizren", "10 June 1878"),
            Line("Independence", "28 November 1912"),
            Line("The congress of Lushnja", "1920"),
        ),
    },
    "match": {
        "stem": "Match each writer with a work.",
        "lines": (
            Line("Naim Frashëri", "Bagëti e bujqësi"),
            Line("Gjergj Fishta", "Lahuta e Malcis"),
            Line("Migjeni", "Vargjet e lira"),
            Line("", "Zhgënjimi"),
        ),
    },
    "date": {"stem": "On what date was the hymn first sung?", "answer": "3 May 1912"},
    "name": {
        "stem": "What is the name of the minister’s horse?",
        "answer": "Vetëtima",
        "others": "The Lightning / Rrufeja",
        "kind": "thing",
    },
    "number": {
        "stem": "How many hats did the minister have?",
        "answer": "1,200",
        "unit": "hats",
        "is_rough": True,
    },
    "roll": {
        "stem": "How many hats of the minister can you name?",
        "lines": (
            Line("Qeleshe", "Plis / White cap"),
            Line("Top hat"),
            Line("Beret", "Basque cap"),
        ),
    },
}
