"""A made-up article and the fixtures of a fact base that rests on it."""

import copy
import json
from pathlib import Path

from relations import fixtures

ARTICLE = """\
= Foreign relations of Freedonia =

Freedonia lies by the sea. Its minister is Rufus Firefly.

== Sylvania ==
Freedonia and Sylvania signed a treaty on 7 April 1924.

They disagree about a hat.

== Partners ==
| Country | Date | Notes |
| | 1922 | See Freedonia–Sylvania relations |
| | 28 August 1991 | |
| | | |

Freedonia is in AC, CERN (observer) and WTO.
- List of hats
"""

ROWS = {
    "source": [
        {
            "slug": "article",
            "title": "Foreign relations of Freedonia",
            "kind": "document",
        }
    ],
    "section": [
        {"slug": "opening", "source": ["article"], "position": 1, "title": "Opening"},
        {
            "slug": "partners",
            "source": ["article"],
            "position": 3,
            "title": "Partners",
            "path": "Partners",
        },
        {
            "slug": "sylvania",
            "source": ["article"],
            "position": 2,
            "title": "Sylvania",
            "path": "Sylvania",
        },
    ],
    "passage": [
        {
            "slug": "opening-1",
            "section": ["opening"],
            "kind": "paragraph",
            "number": 1,
        },
        {
            "slug": "partners-1-1",
            "section": ["partners"],
            "kind": "entry",
            "number": 1,
            "entry": 1,
        },
        {
            "slug": "partners-1-2",
            "section": ["partners"],
            "kind": "entry",
            "number": 1,
            "entry": 2,
        },
        {
            "slug": "partners-1-3",
            "section": ["partners"],
            "kind": "entry",
            "number": 1,
            "entry": 3,
        },
        {
            "slug": "partners-item-1",
            "section": ["partners"],
            "kind": "item",
            "number": 1,
            "unused_because": "It only points to another page.",
        },
        {
            "slug": "partners-row-1",
            "section": ["partners"],
            "kind": "row",
            "number": 1,
        },
        {
            "slug": "partners-row-2",
            "section": ["partners"],
            "kind": "row",
            "number": 2,
        },
        {
            "slug": "partners-row-3",
            "section": ["partners"],
            "kind": "row",
            "number": 3,
            "unused_because": "It is empty.",
        },
        {
            "slug": "sylvania-1",
            "section": ["sylvania"],
            "kind": "paragraph",
            "number": 1,
        },
        {
            "slug": "sylvania-2",
            "section": ["sylvania"],
            "kind": "paragraph",
            "number": 2,
            "unused_because": "Nobody knows which hat.",
        },
    ],
    "country": [
        {"slug": "sylvania", "name": "Sylvania", "region": "europe"},
    ],
    "organization": [
        {"slug": "ac", "acronym": "AC", "overlaps": [["wto"]]},
        {"slug": "cern", "acronym": "CERN"},
        {"slug": "wto", "acronym": "WTO", "overlaps": [["ac"]]},
    ],
    "person": [
        {"slug": "rufus-firefly", "name": "Rufus Firefly", "surname": "Firefly"},
    ],
    "milestone": [
        {
            "slug": "sylvania-established",
            "passages": [["partners-row-1"]],
            "tokens": ["1922", "Sylvania"],
            "country": ["sylvania"],
            "kind": "established",
            "date": "1922",
        },
    ],
    "unidentifiedrow": [
        {
            "slug": "partners-row-2",
            "passage": ["partners-row-2"],
            "date": "1991-08-28",
        },
    ],
    "treaty": [
        {
            "slug": "treaty-1924",
            "passages": [["sylvania-1"]],
            "tokens": ["7 April 1924", "treaty"],
            "name": "Treaty of 1924",
            "in_sentence": "the treaty of 1924",
            "blind_name": "the treaty of 1924",
            "date": "1924-04-07",
            "explanation": "Freedonia and Sylvania signed a treaty on 7 April 1924.",
        },
    ],
    "office": [
        {
            "slug": "firefly-minister",
            "passages": [["opening-1"]],
            "tokens": ["minister", "Rufus Firefly"],
            "person": ["rufus-firefly"],
            "title": "minister",
            "is_current": True,
        },
    ],
    "figure": [
        {
            "slug": "one-treaty",
            "passages": [["sylvania-1"]],
            "tokens": ["a treaty"],
            "question": "How many treaties did the two sign?",
            "explanation": "The two signed one treaty.",
            "amount": "1.00",
            "unit": "states",
        },
    ],
    "membership": [
        {
            "slug": "ac-listed",
            "passages": [["partners-1-1"]],
            "tokens": ["AC"],
            "organization": ["ac"],
            "position": 1,
        },
        {
            "slug": "cern-listed",
            "passages": [["partners-1-2"]],
            "tokens": ["CERN", "observer"],
            "organization": ["cern"],
            "position": 2,
            "status": "non-member",
        },
        {
            "slug": "wto-listed",
            "passages": [["partners-1-3"]],
            "tokens": ["WTO"],
            "organization": ["wto"],
            "position": 3,
        },
    ],
}


class SmallFacts:
    """Fixture files in a folder of their own, changed row by row."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rows = copy.deepcopy(ROWS)
        self.write()

    def row(self, model: str, slug: str) -> dict:
        return next(row for row in self.rows[model] if row["slug"] == slug)

    def change(self, model: str, slug: str, **values: object) -> None:
        self.row(model, slug).update(values)
        self.write()

    def add(self, model: str, **values: object) -> None:
        self.rows.setdefault(model, []).append(values)
        self.rows[model].sort(key=lambda row: row["slug"])
        self.write()

    def drop(self, model: str, slug: str) -> None:
        self.rows[model].remove(self.row(model, slug))
        self.write()

    def write(self) -> None:
        for model in fixtures.MODELS:
            label = model._meta.label_lower
            rows = self.rows.get(model._meta.model_name, [])
            (self.folder / fixtures.file_name(model)).write_text(
                "".join(
                    json.dumps({"model": label, "fields": row}, ensure_ascii=False)
                    + "\n"
                    for row in rows
                ),
                "utf-8",
            )

    def texts(self) -> dict[str, str]:
        return {
            path.name: path.read_text("utf-8")
            for path in sorted(self.folder.glob("*.jsonl"))
        }
