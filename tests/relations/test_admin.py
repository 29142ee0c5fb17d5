import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from relations.models import (
    Country,
    Event,
    Figure,
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
    Section,
    Signatory,
    Source,
    Theme,
    Treaty,
    UnidentifiedRow,
)

pytestmark = pytest.mark.django_db

MODELS = [
    Country,
    Event,
    Figure,
    Membership,
    Milestone,
    Office,
    Organization,
    OutsideDate,
    Passage,
    Person,
    Report,
    Roll,
    RollEntry,
    Section,
    Signatory,
    Source,
    Theme,
    Treaty,
    UnidentifiedRow,
]


def make_rows(number: int, start: int = 0) -> None:
    """A row of every model, as many times as asked."""
    for n in range(start, start + number):
        source = Source.objects.create(
            slug=f"source-{n}", title=f"Source {n}", kind=Source.Kind.DOCUMENT
        )
        section = Section.objects.create(
            slug=f"section-{n}", source=source, position=n, title=f"Part {n}", path=n
        )
        passage, row = (
            Passage.objects.create(
                slug=f"section-{n}-{kind}", section=section, kind=kind, number=1
            )
            for kind in ("paragraph", "row")
        )
        country = Country.objects.create(
            slug=f"land-{n}",
            name=f"Land {n}",
            region=Country.Region.EUROPE,
            aliases=[f"Vend {n}"],
        )
        person = Person.objects.create(slug=f"ana-{n}", name=f"Ana {n}", surname="Ana")
        body = Organization.objects.create(
            slug=f"body-{n}", acronym=f"B{n}", name_source=source
        )
        Mention.objects.create(slug=f"mention-{n}", fact=f"fact-{n}", person=person)
        UnidentifiedRow.objects.create(
            slug=f"row-{n}",
            passage=row,
            candidate=f"Land {n}",
            candidate_source=source,
        )
        OutsideDate.objects.create(
            slug=f"outside-{n}",
            country=country,
            kind=Milestone.Kind.ESTABLISHED,
            date="1991",
            source=source,
        )
        treaty = Treaty.objects.create(
            slug=f"pact-{n}",
            name=f"Pact {n}",
            in_sentence=f"Pact {n}",
            blind_name="a pact",
            explanation=f"Pact {n} was signed.",
        )
        Signatory.objects.create(slug=f"pact-{n}-a", treaty=treaty, country=country)
        roll = Roll.objects.create(
            slug=f"roll-{n}", title=f"List {n}", sentence="{entry} is listed."
        )
        deed = {"country": country, "deed": "opened an embassy"}
        facts = [
            treaty,
            roll,
            RollEntry.objects.create(
                slug=f"entry-{n}", roll=roll, position=1, country=country
            ),
            Membership.objects.create(
                slug=f"member-{n}", organization=body, position=n
            ),
            Milestone.objects.create(
                slug=f"since-{n}",
                country=country,
                kind="established",
                date="1992",
                tokens=["1992"],
            ),
            Office.objects.create(slug=f"office-{n}", person=person, title="envoy"),
            Event.objects.create(slug=f"event-{n}", **deed),
            Report.objects.create(slug=f"report-{n}", **deed),
            Figure.objects.create(
                slug=f"figure-{n}",
                question="How many?",
                explanation=f"Figure {n}.",
                amount=n + 1,
                unit=Figure.Unit.TROOPS,
            ),
        ]
        theme = Theme.objects.create(
            slug=f"theme-{n}", title=f"Theme {n}", lead="It is told.", position=n
        )
        for fact in facts:
            fact.passages.add(passage)
            fact.themes.add(theme)


def page(model: type, page: str = "changelist", *args: object) -> str:
    return reverse(
        f"admin:{model._meta.label_lower.replace('.', '_')}_{page}", args=args
    )


def sign_in(client, *, groups: tuple[str, ...] = (), **fields):
    user = User.objects.create_user("somebody", password=None, **fields)
    user.groups.set(Group.objects.filter(name__in=groups))
    client.force_login(user)
    return client


@pytest.fixture
def teacher(client):
    return sign_in(client, groups=("Teachers",), is_staff=True)


def queries(client, url: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


@pytest.mark.parametrize("model", MODELS)
def test_lists_read_the_same_however_many_rows(model, admin_client):
    make_rows(2)
    client = admin_client
    client.get(page(model))  # content types and the like are remembered from here on

    few = queries(client, page(model))
    make_rows(9, start=2)

    assert queries(client, page(model)) == few


@pytest.mark.parametrize("model", [Milestone, Treaty, Event, RollEntry])
def test_fact_pages_read_the_same_however_many_rows(model, admin_client):
    make_rows(2)
    url = page(model, "change", model.objects.first().pk)
    admin_client.get(url)

    few = queries(admin_client, url)
    make_rows(9, start=2)
    model.objects.first().passages.set(Passage.objects.all())

    assert queries(admin_client, url) == few


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("words", ["1", "Land 1", "Part paragraph", "Tiranë\\%"])
def test_every_list_can_be_searched(model, words, admin_client):
    make_rows(2)

    assert admin_client.get(page(model), {"q": words}).status_code == 200


def found(client, model: type, **query: str) -> set[str]:
    response = client.get(page(model), query)
    return {row.slug for row in response.context["cl"].result_list}


def test_a_state_is_found_by_its_other_names(admin_client):
    make_rows(2)

    assert found(admin_client, Country, q="vend 1") == {"land-1"}


def test_facts_are_filtered_by_kind_region_section_and_standing(admin_client):
    make_rows(2)
    Milestone.objects.filter(slug="since-0").update(kind="severed", standing="disputed")
    Country.objects.filter(slug="land-0").update(region="asia")
    section = Section.objects.get(slug="section-0")

    for query in (
        {"kind__exact": "severed"},
        {"country__region__exact": "asia"},
        {"passages__section__id__exact": str(section.pk)},
        {"standing__exact": "disputed"},
        {"asked": "no"},
    ):
        assert found(admin_client, Milestone, **query) == {"since-0"}


def test_unaskable_facts_are_told_apart(admin_client):
    make_rows(2)
    Figure.objects.filter(slug="figure-1").update(unasked_because="No unit is given.")

    assert found(admin_client, Figure, asked="no") == {"figure-1"}
    assert found(admin_client, Figure, asked="yes") == {"figure-0"}


def test_a_fact_shows_where_the_article_says_so(teacher):
    make_rows(1)

    response = teacher.get(page(Milestone))

    assert "Part 0, paragraph 1" in response.text
    assert "Albania and Land 0 established relations in 1992." in response.text


def test_a_candidate_is_labelled_as_a_references_word(teacher):
    make_rows(1)

    response = teacher.get(page(UnidentifiedRow))

    assert "Candidate (a reference, not the article)" in response.text
    assert "Land 0, says Source 0" in response.text


@pytest.mark.parametrize("model", MODELS)
def test_teachers_read_every_list(model, teacher):
    make_rows(1)

    assert len(teacher.get(page(model)).context["cl"].result_list) >= 1


@pytest.mark.parametrize("model", MODELS)
def test_teachers_neither_add_nor_delete(model, teacher):
    make_rows(1)
    row = model.objects.first()

    assert teacher.get(page(model, "add")).status_code == 403
    assert teacher.post(page(model, "delete", row.pk)).status_code == 403
    assert model.objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("model", [Source, Section, Passage])
def test_teachers_leave_the_article_as_it_is(model, teacher):
    make_rows(1)

    assert (
        teacher.post(page(model, "change", model.objects.first().pk)).status_code == 403
    )


@pytest.mark.parametrize("model", MODELS)
def test_students_and_guests_see_no_facts_here(model, client):
    assert client.get(page(model)).status_code == 302

    assert sign_in(client).get(page(model)).status_code == 302


def milestone_form(**changes: object) -> dict[str, object]:
    milestone = Milestone.objects.get(slug="since-0")
    return {
        "country": milestone.country_id,
        "kind": "established",
        "date": "1992-07",
        "passages": [passage.pk for passage in milestone.passages.all()],
        "tokens": "July\n 1992 \n\n",
        "standing": "stated",
    } | changes


def test_a_teacher_corrects_a_date_and_its_key_words(teacher):
    make_rows(1)
    milestone = Milestone.objects.get()

    response = teacher.post(
        page(Milestone, "change", milestone.pk),
        milestone_form(slug="other"),
        follow=True,
    )

    milestone.refresh_from_db()
    assert str(milestone.date) == "July 1992"
    assert milestone.tokens == ["July", "1992"]
    assert milestone.slug == "since-0"
    assert "see what this correction changes" in response.text


def test_a_date_nobody_can_read_is_refused_with_an_example(teacher):
    make_rows(1)
    milestone = Milestone.objects.get()

    response = teacher.post(
        page(Milestone, "change", milestone.pk), milestone_form(date="July 1992")
    )

    assert "1992, 1992-07 or 1992-07-29" in response.text
    milestone.refresh_from_db()
    assert str(milestone.date) == "1992"


def as_shown(response) -> dict[str, object]:
    """What the browser would send back if nothing on the page were touched."""
    form = response.context["adminform"].form
    forms = [
        form,
        *(
            f
            for s in response.context["inline_admin_formsets"]
            for f in [s.formset.management_form, *s.formset.forms]
        ),
    ]
    sent = {}
    for one in forms:
        for field in one:
            value = field.value()
            if isinstance(value, list):
                value = [getattr(row, "pk", row) for row in value]
            if value is not None and value is not False:
                sent[field.html_name] = value
    return sent


@pytest.mark.parametrize("model", MODELS)
def test_saving_a_page_untouched_changes_nothing(model, admin_client):
    make_rows(1)
    if any(field.name == "tokens" for field in model._meta.fields):
        model.objects.update(tokens=["Land", "Vend", "1992"])
    before = model.objects.values().first()
    url = page(model, "change", before["id"])

    response = admin_client.post(url, as_shown(admin_client.get(url)))

    assert response.status_code == 302
    assert model.objects.values().first() == before


def test_key_words_come_back_one_to_a_line(teacher):
    make_rows(1)
    milestone = Milestone.objects.get()
    milestone.tokens = ["Tiranë", "1992"]
    milestone.save()

    response = teacher.get(page(Milestone, "change", milestone.pk))

    assert "Tiranë\n1992</textarea>" in response.text


def test_autocompletes_name_the_place_in_the_article(teacher):
    make_rows(2)

    response = teacher.get(
        reverse("admin:autocomplete"),
        {
            "app_label": "relations",
            "model_name": "milestone",
            "field_name": "passages",
            "term": "section-1 paragraph",
        },
    )

    assert [row["text"] for row in response.json()["results"]] == [
        "Part 1, paragraph 1"
    ]
