"""What the database itself refuses, and how facts read as sentences."""

import datetime as dt

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from relations.dates import PartialDate
from relations.models import (
    Country,
    Event,
    Figure,
    LoadedRow,
    Membership,
    Mention,
    Milestone,
    Office,
    Organization,
    OutsideDate,
    Passage,
    Person,
    Report,
    Roll,
    RollEntry,
    RowName,
    Section,
    Signatory,
    Source,
    Theme,
    Treaty,
    UnidentifiedRow,
)

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2025, 6, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def facts(load):
    """The small fact base; whatever a test adds must break just one rule."""
    load()


def new(model, **values):
    """A row that would be valid, were it not for the values given."""
    treaty = Treaty.objects.get()
    usual = {
        Event: {"deed": "sold a hat", "others": "hatters"},
        Figure: {"question": "How many?", "explanation": "One.", "unit": "people"},
        Milestone: {"kind": "severed", "date": PartialDate(1930)},
        Office: {"person": Person.objects.get(), "title": "king"},
        OutsideDate: {
            "kind": "established",
            "date": PartialDate(1930),
            "source": Source.objects.get(),
        },
        Passage: {"section": Section.objects.get(slug="opening"), "kind": "paragraph"},
        Report: {"deed": "likes hats", "others": "hatters"},
        Roll: {"title": "Hats", "sentence": "{entry} is a hat."},
        RollEntry: {"position": 9},
        Section: {"source": Source.objects.get(), "position": 9, "title": "Hats"},
        Signatory: {"treaty": treaty},
    }
    return model(slug="new", **usual.get(model, {}) | values)


def changed(model, slug, **values):
    row = model.objects.get(slug=slug)
    for name, value in values.items():
        setattr(row, name, value)
    return row


def after(*rows):
    """The last of some rows, once those before it are stored."""
    for row in rows[:-1]:
        row.save()
    return rows[-1]


def sylvania():
    return Country.objects.get(slug="sylvania")


def land(slug, **values):
    return Country(slug=slug, name=slug, region="asia", **values)


def roll():
    return Roll.objects.create(slug="hats", title="Hats", sentence="{entry} is one.")


BREAKS = {
    "source_title_once": lambda: Source(
        slug="new", title=Source.objects.get().title, kind="document"
    ),
    "section_path_once_in_a_source": lambda: new(Section, path="Partners"),
    "section_position_taken_once": lambda: new(Section, path="Hats", position=1),
    "passage_place_once": lambda: new(Passage, number=1),
    "passage_entry_once": lambda: new(
        Passage,
        section=Section.objects.get(slug="partners"),
        kind="entry",
        number=1,
        entry=1,
    ),
    "passage_entry_number_goes_with_entries": lambda: new(Passage, number=9, entry=1),
    "loaded_row_remembered_once": lambda: LoadedRow(
        model="relations.country", slug="sylvania", digest="other"
    ),
    "country_iso2_once": lambda: after(land("a", iso2="SY"), land("b", iso2="SY")),
    "country_iso3_once": lambda: after(land("a", iso3="SYL"), land("b", iso3="SYL")),
    "organization_closed_door_has_a_source": lambda: changed(
        Organization, "ac", closed_to_albania="Only hatters may join."
    ),
    "organization_status_has_a_source": lambda: changed(
        Organization, "ac", reference_status="observer"
    ),
    "milestone_with_one_state_or_body": lambda: new(
        Milestone, country=sylvania(), organization=Organization.objects.first()
    ),
    "milestone_without_date_only_where_relations_are_listed": lambda: new(
        Milestone, country=sylvania(), date=None
    ),
    "milestone_once_per_state_and_kind": lambda: new(
        Milestone, country=sylvania(), kind="established"
    ),
    "milestone_once_per_body_and_kind": lambda: after(
        new(Milestone, organization=Organization.objects.get(slug="ac")),
        Milestone(
            slug="newer",
            organization=Organization.objects.get(slug="ac"),
            kind="severed",
            date=PartialDate(1931),
        ),
    ),
    "unidentified_row_candidate_has_a_source": lambda: changed(
        UnidentifiedRow, "partners-row-2", candidate="Ruritania"
    ),
    "outside_date_of_one_state_or_body": lambda: new(OutsideDate),
    "signatory_is_one_state_or_person": lambda: new(
        Signatory, country=sylvania(), person=Person.objects.get()
    ),
    "signatory_state_once": lambda: after(
        new(Signatory, country=sylvania()),
        Signatory(slug="newer", treaty=Treaty.objects.get(), country=sylvania()),
    ),
    "signatory_person_once": lambda: after(
        new(Signatory, person=Person.objects.get()),
        Signatory(
            slug="newer", treaty=Treaty.objects.get(), person=Person.objects.get()
        ),
    ),
    "office_once_per_person": lambda: new(Office, title="minister"),
    "figure_is_more_than_nothing": lambda: new(Figure, amount=0),
    "event_says_who_once": lambda: new(Event, country=sylvania()),
    "event_ends_after_it_starts": lambda: new(
        Event, date=PartialDate(1931), until=PartialDate(1930)
    ),
    "report_says_who_once": lambda: new(Report, others=""),
    "row_name_has_a_source": lambda: RowName(
        row=UnidentifiedRow.objects.first(),
        country=sylvania(),
        source_title="A yearbook",
        source_locator="",
        named_at=NOW,
    ),
    "roll_asked_only_where_complete": lambda: new(Roll, question="Which is a hat?"),
    "roll_position_taken_once": lambda: after(
        new(RollEntry, roll=roll(), text="a bowler"),
        RollEntry(slug="newer", roll=Roll.objects.get(), position=9, text="a fez"),
    ),
    "roll_entry_is_a_state_or_words": lambda: new(
        RollEntry, roll=roll(), text="a bowler", country=sylvania()
    ),
    "mention_of_one_thing": lambda: new(
        Mention, country=sylvania(), person=Person.objects.get()
    ),
}


def constraints():
    return [
        (model, constraint)
        for model in apps.get_app_config("relations").get_models()
        for constraint in model._meta.constraints
    ]


def refusals(row):
    """The names of the constraints that the row breaks."""
    broken = set()
    for constraint in type(row)._meta.constraints:
        try:
            constraint.validate(type(row), row)
        except ValidationError:
            broken.add(constraint.name)
    return broken


@pytest.mark.parametrize("name", BREAKS)
def test_the_database_refuses(facts, name):
    row = BREAKS[name]()

    assert refusals(row) == {name}
    with pytest.raises(IntegrityError):
        row.save()


def test_every_constraint_is_broken_here_once():
    assert [constraint.name for _, constraint in constraints()] == list(BREAKS)


@pytest.mark.parametrize(
    "row",
    [
        lambda: Country(slug="sylvania", name="New", region="asia"),
        lambda: Country(slug="new", name="Sylvania", region="asia"),
        lambda: Organization(slug="new", acronym="AC"),
        lambda: Person(slug="new", name="Rufus Firefly", surname="Firefly"),
        lambda: Membership(
            slug="new", organization=Organization.objects.get(slug="ac"), position=9
        ),
    ],
    ids=["slug", "name of a state", "acronym", "name of a person", "membership"],
)
def test_what_must_be_unique_is_refused_twice(facts, row):
    with pytest.raises(IntegrityError):
        row().save()


@pytest.mark.parametrize("taken", [{"title": "Hats"}, {"position": 1}])
def test_two_themes_share_neither_a_title_nor_a_place(taken):
    Theme.objects.create(slug="hats", title="Hats", lead="Who wears one.", position=1)

    fields = {"slug": "shoes", "title": "Shoes", "lead": "So many.", "position": 2}
    with pytest.raises(IntegrityError):
        Theme.objects.create(**fields | taken)


def test_an_open_end_and_an_end_on_the_day_are_no_faults(facts):
    day = PartialDate(1930, 5, 1)

    new(Event, date=day, until=day).save()
    Event(slug="newer", deed="sold a hat", others="hatters", date=day).save()

    assert Event.objects.count() == 2


def test_an_end_without_a_start_is_refused(facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        new(Event, until=PartialDate(1930)).save()


def test_what_facts_rest_on_cannot_be_deleted(facts):
    for model, slug in [
        (Country, "sylvania"),
        (Source, "article"),
        (Section, "opening"),
    ]:
        with pytest.raises(ProtectedError):
            model.objects.get(slug=slug).delete()


def test_facts_taken_back_no_longer_stand(facts):
    Treaty.objects.update(standing="retracted")
    Office.objects.update(standing="disputed")

    assert list(Treaty.objects.standing()) == []
    assert Office.objects.standing().count() == 1


def test_a_fact_brings_its_places_in_one_go(facts, django_assert_num_queries):
    with django_assert_num_queries(2):  # facts, and places with all that tells them
        places = [
            str(passage)
            for fact in Membership.objects.with_passages()
            for passage in fact.passages.all()
            if passage.section.source.title
        ]

    assert places == [f"Partners, paragraph 1, entry {n}" for n in (1, 2, 3)]


@pytest.mark.parametrize(
    ("slug", "locator"),
    [
        ("opening-1", "Opening, paragraph 1"),
        ("partners-1-2", "Partners, paragraph 1, entry 2"),
        ("partners-item-1", "Partners, item 1"),
        ("partners-row-1", "Partners, row 1"),
    ],
)
def test_a_place_is_told_as_a_reader_would_look_it_up(facts, slug, locator):
    assert Passage.objects.get(slug=slug).locator == locator


@pytest.mark.parametrize(
    ("kind", "date", "sentence"),
    [
        ("established", "1922", "Albania and Sylvania established relations in 1922."),
        ("de-facto", "1922", "Albania’s relations with Sylvania began de facto, in practice, in 1922."),
        ("de-jure", "1922-05", "Albania’s relations with Sylvania began de jure, in law, in May 1922."),
        ("re-established", "1981-03", "Albania and Sylvania re-established relations in March 1981."),
        ("severed", "2022-09-07", "Relations between Albania and Sylvania were severed on 7 September 2022."),
        ("joined", "1955", "Albania joined Sylvania in 1955."),
    ],
)  # fmt: skip
def test_a_milestone_reads_as_a_sentence(kind, date, sentence):
    milestone = Milestone(
        country=Country(name="Sylvania"), kind=kind, date=PartialDate.parse(date)
    )

    assert milestone.statement == sentence


def test_a_milestone_without_date_says_so():
    milestone = Milestone(
        country=Country(name="Union", takes_article=True), kind="established"
    )

    assert milestone.statement == (
        "Albania has diplomatic relations with the Union; "
        "the article gives no date for their start."
    )


def test_an_event_reads_as_a_sentence_with_its_span():
    event = Event(
        others="the hatters",
        deed="went on strike",
        date=PartialDate(1922),
        until=PartialDate(1923),
    )

    assert event.statement == "The hatters went on strike from 1922 to 1923."


def test_a_roll_entry_reads_as_its_roll_says():
    hats = Roll(title="Hats", sentence="{entry} is a hat.")

    assert RollEntry(roll=hats, text="a bowler").statement == "A bowler is a hat."
    assert (
        RollEntry(roll=hats, country=Country(name="Panama")).statement
        == "Panama is a hat."
    )


def test_a_listed_body_that_has_no_member_in_albania_says_so(facts):
    cern = Membership.objects.get(slug="cern-listed")

    assert cern.statement == (
        "CERN stands in the article’s list of organisations with the remark that "
        "Albania is not a member state."
    )


@pytest.mark.parametrize("tokens", [[], ["1991"], ["Sylvania", "19921"]])
def test_a_fact_whose_key_words_do_not_give_its_date_is_refused(tokens):
    milestone = Milestone(kind="established", date=PartialDate(1992), tokens=tokens)

    with pytest.raises(ValidationError, match="they do not give 1992"):
        milestone.clean()


def test_key_words_may_give_a_date_in_one_piece_or_as_the_end_of_a_span():
    day = Milestone(date=PartialDate(1992, 8, 25), tokens=["on 25 August 1992"])
    term = Event(
        date=PartialDate(2022), until=PartialDate(2023), tokens=["term, 2022–23"]
    )

    assert day.untold_dates == term.untold_dates == []
