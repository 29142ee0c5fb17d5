"""What a reader may choose from on the fact base’s pages."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms

from relations.atlas import FIRST, LAST
from relations.chronicle import KINDS, Choice, Chronicle
from relations.models import Country

NO_SUCH = {"invalid_choice": "There is no such choice here, so all are shown."}


class TimelineForm(forms.Form):
    """Which part of the timeline to show; what is not understood is left out."""

    decade = forms.TypedChoiceField(
        required=False,
        coerce=int,
        empty_value=None,
        widget=forms.HiddenInput,  # the decades are links
        error_messages=NO_SUCH,
    )
    kind = forms.ChoiceField(
        required=False,
        choices=[("", "All kinds"), *KINDS.items()],
        error_messages=NO_SUCH,
    )
    country = forms.ChoiceField(required=False, error_messages=NO_SUCH)

    def __init__(
        self, *args: Any, chronicle: Chronicle, countries: Mapping[str, Country]
    ) -> None:
        super().__init__(*args)
        decades = [(start, f"{start}s") for start in chronicle.starts]
        self._offer("decade", [("", "All decades"), *decades])
        offered = {one.slug for one in chronicle.countries}
        offered.add(self.data.get("country", ""))  # though nothing of it be dated
        named = [(slug, one.name) for slug, one in countries.items() if slug in offered]
        self._offer("country", [("", "All countries"), *named])

    def choice(self) -> Choice:
        self.is_valid()
        return Choice(
            decade=self.cleaned_data.get("decade"),
            kind=self.cleaned_data.get("kind", ""),
            country=self.cleaned_data.get("country", ""),
        )

    def _offer(self, name: str, choices: list[Any]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = choices


class YearForm(forms.Form):
    """A year of the atlas. The last one, like none at all, stands for today."""

    year = forms.IntegerField(min_value=FIRST, max_value=LAST, required=False)

    @property
    def chosen(self) -> int | None:
        year = self.cleaned_data.get("year") if self.is_valid() else None
        return None if year == LAST else year
