"""The form on which a teacher writes a question, for each way of answering its own."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django import forms
from django.forms import BoundField

from classroom.forms.shapes import LABELS, OTHER_NAMES, SHAPES
from quiz.models import Topic
from quiz.writing import Line, Plain
from quiz.writing.checking import LONGEST, faults
from quiz.writing.plain import names_in, tidy
from quiz.writing.typed import KINDS

SPARE = 4
EXTRA = ("answer", "others", "kind", "unit", "is_rough")


class Row(NamedTuple):
    number: int
    text: BoundField
    beside: BoundField
    right: BoundField | None


class WriteForm(forms.Form):
    """Fields for everything a Plain holds, as far as its format has it."""

    stem = forms.CharField(
        label="The question",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": LONGEST["stem"]}),
    )
    answer = forms.CharField(required=False)
    others = forms.CharField(
        label="Other names that count",
        required=False,
        help_text="With slashes between them.",
    )
    kind = forms.ChoiceField(
        label="What it names", choices=KINDS.items(), required=False
    )
    unit = forms.CharField(
        label="Unit",
        required=False,
        help_text="As “soldiers” or “%”; empty for a bare number.",
    )
    is_rough = forms.BooleanField(
        label="A rough figure: a tenth more or less counts as right", required=False
    )
    explanation = forms.CharField(
        label="Explanation",
        required=False,
        help_text="One or two sentences that pupils read after they have answered.",
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": LONGEST["explanation"]}),
    )
    source = forms.CharField(
        label="Source",
        required=False,
        help_text="A book and its page, an article. Pupils are told that it is yours.",
    )
    link = forms.CharField(
        label="Address of the source",
        required=False,
        help_text="If it stands on the web. It begins with https://.",
        widget=forms.URLInput,
    )
    topic = forms.ChoiceField(
        label="Topic", choices=[("", "choose…"), *Topic.choices], required=False
    )

    def __init__(
        self, sent: Any = None, *, way: str, plain: Plain | None = None
    ) -> None:
        self.way, self.shape = way, SHAPES[way]
        super().__init__(sent, initial=_initial(plain) if plain else {})
        for name in {*EXTRA} - {*self.shape.fields}:
            del self.fields[name]
        if "answer" in self.fields:
            self.fields["answer"].label = LABELS[way]
        self._add_lines(len(plain.lines) if plain else 0)

    def _add_lines(self, known: int) -> None:
        if self.way == "roll":
            self.fields["entries"] = forms.CharField(
                label="What there is to name",
                help_text=OTHER_NAMES,
                required=False,
                widget=forms.Textarea(attrs={"rows": 8}),
            )
        for n in range(self.shape.rows):
            for name, label in (
                ("text", self.shape.text),
                ("beside", self.shape.beside),
            ):
                self.fields[f"{name}-{n}"] = forms.CharField(
                    label=f"{label} {n + 1}", required=False
                )
            if self.shape.marks == "some":
                self.fields[f"right-{n}"] = forms.BooleanField(
                    label=f"Answer {n + 1} is right", required=False
                )
        for n in range(SPARE if self.shape.spare else 0):
            self.fields[f"spare-{n}"] = forms.CharField(
                label=f"Spare answer {n + 1}", required=False
            )
        if self.shape.marks == "one":
            places = [
                (str(n), f"Answer {n + 1} is right") for n in range(self.shape.rows)
            ]
            self.fields["right"] = forms.ChoiceField(
                choices=places, required=False, widget=forms.RadioSelect
            )

    def rows(self) -> Iterator[Row]:
        radios = [*self["right"]] if self.shape.marks == "one" else []
        for n in range(self.shape.rows):
            right = self[f"right-{n}"] if self.shape.marks == "some" else None
            yield Row(
                n + 1,
                self[f"text-{n}"],
                self[f"beside-{n}"],
                radios[n] if radios else right,
            )

    def spares(self) -> list[BoundField]:
        return [self[f"spare-{n}"] for n in range(SPARE if self.shape.spare else 0)]

    def extras(self) -> list[BoundField]:
        return [self[name] for name in EXTRA if name in self.fields]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for field, sentence in faults(self.plain()):
            self.add_error(field if field in self.fields else None, sentence)
        return cleaned

    def plain(self) -> Plain:
        """What was sent, faults and all."""
        sent = self.cleaned_data
        names = ("stem", "explanation", "source", "link", *self.shape.fields)
        kept = {name: sent.get(name, "") for name in names}
        return tidy(
            Plain(
                format=self.way,
                topic=sent.get("topic", ""),
                lines=tuple(self._lines(sent)),
                **kept,
            )
        )

    def _lines(self, sent: dict[str, Any]) -> Iterator[Line]:
        """Rows left empty are none."""
        for entry in sent.get("entries", "").splitlines():
            if names := names_in(entry):
                yield Line(names[0], " / ".join(names[1:]))
        for n in range(self.shape.rows):
            text, beside = sent.get(f"text-{n}", ""), sent.get(f"beside-{n}", "")
            is_right = sent.get(f"right-{n}") or sent.get("right") == str(n)
            if text or beside or is_right:
                yield Line(text, beside, bool(is_right))
        for n in range(SPARE if self.shape.spare else 0):
            if spare := sent.get(f"spare-{n}"):
                yield Line("", spare)


def _initial(plain: Plain) -> dict[str, Any]:
    """A question as the form shows it."""
    names = ("stem", "topic", "explanation", "source", "link", *EXTRA)
    shown = {name: getattr(plain, name) for name in names}
    if plain.format == "roll":
        entries = (" / ".join([one.text, *names_in(one.beside)]) for one in plain.lines)
        return shown | {"entries": "\n".join(entries)}
    lines = [line for line in plain.lines if line.text]
    spare = [line for line in plain.lines if not line.text]
    for n, line in enumerate(lines):
        shown |= {f"text-{n}": line.text, f"beside-{n}": line.beside}
        shown[f"right-{n}"] = line.is_right
        if line.is_right:
            shown["right"] = str(n)
    return shown | {f"spare-{n}": line.beside for n, line in enumerate(spare)}
