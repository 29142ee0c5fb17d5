"""Every page of the fact base: what it shows, what it leaves out, what it costs."""

import re

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from relations.models import (
    Event,
    Figure,
    Membership,
    Milestone,
    Office,
    OutsideDate,
    Passage,
    Report,
    Roll,
    RollEntry,
    Signatory,
    Source,
    UnidentifiedRow,
)
from tests.factories import (
    make_country,
    make_fact,
    make_milestone,
    make_organization,
    make_passage,
    make_person,
    make_report,
    make_section,
    make_source,
    make_theme,
    make_treaty,
)

pytestmark = pytest.mark.django_db


def outside_date(**fields) -> OutsideDate:
    return OutsideDate.objects.create(
        slug="outside", source=make_source(kind=Source.Kind.REFERENCE), **fields
    )


def roll_of(*entries, **fields) -> Roll:
    """A list with its entries, all standing in one passage."""
    passage = make_passage()
    countries = fields.pop("countries", [])
    roll = make_fact(
        Roll,
        passage,
        **{"title": "Issues of 1996", "sentence": "They spoke of {entry}."} | fields,
    )
    roll.countries.set(countries)
    for position, text in enumerate(entries, start=1):
        make_fact(RollEntry, passage, roll=roll, position=position, text=text)
    return roll


def figure(**fields) -> Figure:
    """Three states of something."""
    defaults = {"question": "How many?", "explanation": "Three.", "amount": 3}
    return make_fact(Figure, unit=Figure.Unit.STATES, **defaults | fields)


def facts(lines) -> list:
    return [line.fact for line in lines]


class TestFacts:
    def test_lists_what_facts_speak_of_and_leaves_out_what_none_does(self, client):
        spoken_of = make_milestone().country
        silent = make_country()
        body = make_milestone(organization=make_organization()).organization

        response = client.get(reverse("relations:facts"))

        assertContains(response, spoken_of.get_absolute_url())
        assertContains(response, body.get_absolute_url())
        assertNotContains(response, silent.get_absolute_url())

    def test_counts_a_fact_once_in_a_section_and_leaves_out_the_retracted(self, client):
        section = make_section(title="Asia")
        places = [make_passage(section=section) for _ in range(2)]
        make_milestone(*places)
        make_report(places[0], standing=Report.Standing.RETRACTED)

        response = client.get(reverse("relations:facts"))

        assert response.context["sections"][0] == (section, 1)
        assert response.context["fact_count"] == 1

    def test_sets_former_states_apart(self, client):
        make_milestone(country=make_country(name="Yugoslavia", is_former=True))

        regions = client.get(reverse("relations:facts")).context["regions"]

        assert [label for label, _ in regions] == ["Former states"]

    def test_has_a_page_before_there_is_any_fact(self, client):
        assertContains(client.get(reverse("relations:facts")), "No countries yet.")

    @pytest.mark.parametrize("size", [2, 8])
    def test_costs_the_same_however_much_there_is(
        self, client, size, django_assert_num_queries
    ):
        for _ in range(size):
            make_milestone()
            make_treaty()
            make_fact(Office, person=make_person(), title="a minister")
            make_theme()

        # Countries, facts by section, sections, organisations, people, treaties,
        # themes, and one count for each of the nine kinds of fact.
        with django_assert_num_queries(16):
            client.get(reverse("relations:facts"))


class TestCountry:
    def test_tells_its_facts_in_order_of_time_with_their_places(self, client):
        country = make_country(name="Japan")
        place = make_passage(slug="asia-row-10", section=make_section(slug="asia"))
        later = make_milestone(
            place, country=country, kind=Milestone.Kind.REESTABLISHED, date="1981-03"
        )
        first = make_milestone(place, country=country, date="1922-04")

        response = client.get(country.get_absolute_url())

        assert facts(response.context["told"].dated) == [first, later]
        assertContains(
            response, "Albania and Japan established relations in April 1922."
        )
        assertContains(response, "/facts/sections/asia/#asia-row-10")

    def test_keeps_views_apart_from_what_stands(self, client):
        country = make_country()
        view = make_report(country=country, kind=Report.Kind.VIEW)
        practice = make_report(country=country)

        told = client.get(country.get_absolute_url()).context["told"]

        assert facts(told.views) == [view]
        assert facts(told.standing) == [practice]

    def test_tells_once_what_it_did_and_what_is_about_it_too(self, client):
        country = make_country()
        event = make_fact(Event, country=country, deed="froze aid", date="1994-08")
        event.about.set([country, make_country()])

        told = client.get(country.get_absolute_url()).context["told"]

        assert facts(told.dated) == [event]

    @pytest.mark.parametrize(
        ("standing", "words", "where"),
        [
            ("disputed", "The article contradicts itself.", "elsewhere"),
            ("differs", "The article puts it otherwise elsewhere.", "elsewhere"),
            ("stated", "The article says it in two ways.", "in both places"),
        ],
    )
    def test_shows_both_sides_of_what_is_told_twice(
        self, client, standing, words, where
    ):
        country = make_country(name="Israel")
        make_report(country=country, standing=standing, conflict="Both can be true.")

        response = client.get(country.get_absolute_url())

        assertContains(response, words, count=1)
        assertContains(response, f"The article, {where}", count=1)
        assertContains(response, "Both can be true.")

    def test_says_nothing_that_was_taken_back(self, client):
        country = make_country()
        make_milestone(country=country, standing=Milestone.Standing.RETRACTED)

        response = client.get(country.get_absolute_url())

        assertContains(response, "Nothing is held here about")
        assertNotContains(response, "established relations")

    def test_labels_what_other_sources_say_and_names_them(self, client):
        country = make_milestone(date="1992").country
        outside = outside_date(country=country, kind="established", date="1991-06-04")

        response = client.get(country.get_absolute_url())

        assertContains(response, "A reference gives another date.")
        assertContains(response, "4 June 1991")
        assertContains(
            response, f"Not the article: <cite>{outside.source.title}</cite>"
        )

    def test_sets_apart_a_step_that_only_other_sources_tell_of(self, client):
        country = make_milestone(date="1922").country
        outside_date(country=country, kind="re-established", date="1956-02-07")

        response = client.get(country.get_absolute_url())

        assertContains(response, "Only other sources say")
        assertContains(response, "7 February 1956")
        assertNotContains(response, "A reference gives")

    def test_shows_the_lists_that_belong_to_it(self, client):
        country = make_country()
        roll_of("refugees", "schooling", countries=[country])

        response = client.get(country.get_absolute_url())

        assertContains(response, "Issues of 1996")
        assertContains(response, "schooling")

    def test_a_treaty_stands_with_each_that_signed(self, client):
        country, treaty = make_country(), make_treaty()
        Signatory.objects.create(slug="signed", treaty=treaty, country=country)

        told = client.get(country.get_absolute_url()).context["told"]

        assert facts(told.dated) == [treaty]

    @pytest.mark.parametrize("size", [2, 8])
    def test_costs_the_same_however_much_there_is(
        self, client, size, django_assert_num_queries
    ):
        country = make_country()
        for n in range(size):
            make_report(country=country)
            make_fact(Event, country=country, deed=f"met for the {n}th time")
            treaty = make_treaty()
            Signatory.objects.create(slug=f"s-{n}", treaty=treaty, country=country)
            entry = roll_of("an issue", title=f"List {n}", countries=[country]).entries
            entry.update(text=None, country=country)
            figure(country=country)
        make_milestone(country=country)

        # The country; six kinds of fact with the places of each; whom events and
        # reports are about; lists with their places
        # and entries; links to themes; themes; outside dates; what facts mention, of it
        # and of others, and which state to see; the shelf; the claims and what asks
        # them, which is nothing.
        with django_assert_num_queries(27):
            client.get(country.get_absolute_url())


class TestOrganization:
    def test_tells_the_article_and_the_references_apart(self, client):
        reference = make_source(title="A handbook", kind=Source.Kind.REFERENCE)
        body = make_organization(
            acronym="CERN", name="Nuclear Research", name_source=reference
        )
        make_fact(
            Membership,
            organization=body,
            position=1,
            status=Membership.Status.NON_MEMBER,
        )

        response = client.get(body.get_absolute_url())

        assertContains(response, "not a member state")
        assertContains(response, "Not from the article")
        assertContains(response, "A handbook")

    def test_says_so_where_nothing_is_held(self, client):
        response = client.get(make_organization().get_absolute_url())

        assertContains(response, "Nothing is held here about this organisation.")

    @pytest.mark.parametrize("size", [2, 8])
    def test_costs_the_same_however_much_there_is(
        self, client, size, django_assert_num_queries
    ):
        body = make_organization()
        for _ in range(size):
            make_report(organization=body)
            make_fact(Event, organization=body, deed="met")
        make_milestone(organization=body)
        make_fact(Membership, organization=body, position=1)

        with django_assert_num_queries(19):
            client.get(body.get_absolute_url())


class TestPerson:
    def test_tells_offices_and_what_was_signed(self, client):
        person, treaty = make_person(), make_treaty(date="1907")
        Signatory.objects.create(slug="signed", treaty=treaty, person=person)
        office = make_fact(Office, person=person, title="prime minister")

        told = client.get(person.get_absolute_url()).context["told"]

        assert facts(told.dated) == [treaty]
        assert facts(told.standing) == [office]

    @pytest.mark.parametrize("size", [2, 8])
    def test_costs_the_same_however_much_there_is(
        self, client, size, django_assert_num_queries
    ):
        person = make_person()
        for n in range(size):
            make_fact(Office, person=person, title=f"minister {n}")
            make_report(person=person)

        with django_assert_num_queries(15):
            client.get(person.get_absolute_url())


class TestTreaty:
    def test_names_who_signed_and_what_it_covers(self, client):
        treaty = make_treaty()
        country, person = make_country(), make_person()
        Signatory.objects.create(slug="a", treaty=treaty, country=country)
        Signatory.objects.create(slug="b", treaty=treaty, person=person)
        roll_of("joint exercises", treaty=treaty)

        response = client.get(treaty.get_absolute_url())

        assertContains(response, country.get_absolute_url())
        assertContains(response, person.get_absolute_url())
        assertContains(response, "joint exercises")

    def test_is_gone_once_taken_back(self, client):
        treaty = make_treaty(standing=Report.Standing.RETRACTED)

        assert client.get(treaty.get_absolute_url()).status_code == 404

    @pytest.mark.parametrize("size", [2, 8])
    def test_costs_the_same_however_much_there_is(
        self, client, size, django_assert_num_queries
    ):
        treaty = make_treaty()
        for n in range(size):
            country = make_country()
            Signatory.objects.create(slug=f"s-{n}", treaty=treaty, country=country)
            entries = roll_of("an issue", title=f"List {n}", treaty=treaty).entries
            entries.update(text=None, country=country)

        with django_assert_num_queries(14):
            client.get(treaty.get_absolute_url())


class TestTheme:
    def test_tells_its_lead_its_facts_and_its_lists(self, client):
        event = make_fact(Event, others="Everybody", deed="met", date="1996")
        roll = roll_of("refugees", "schooling")
        theme = make_theme(event, roll, lead="What was talked about.")

        response = client.get(theme.get_absolute_url())

        assertContains(response, "What was talked about.")
        assert facts(response.context["told"].dated) == [event]
        assertContains(response, "schooling")

    def test_has_a_page_with_nothing_under_it(self, client):
        response = client.get(make_theme().get_absolute_url())

        assertContains(response, "No fact is kept under this theme.")

    @pytest.mark.parametrize("size", [2, 8])
    def test_costs_the_same_however_much_there_is(
        self, client, size, django_assert_num_queries
    ):
        theme = make_theme()
        for n in range(size):
            for fact in (
                make_milestone(),
                make_treaty(),
                make_report(),
                make_fact(Event, country=make_country(), deed="met"),
                make_fact(Office, person=make_person(), title="a minister"),
                figure(country=make_country()),
                roll_of("an issue", title=f"List {n}"),
            ):
                fact.themes.add(theme)

        # The theme; six kinds of fact with their places and two without; whom events
        # and reports are about; lists with their places and entries; links to themes;
        # themes; the shelf; the claims and what asks them.
        with django_assert_num_queries(26):
            client.get(theme.get_absolute_url())


class TestDossiers:
    """What every dossier has, whatever it is on."""

    def test_the_neighbours_are_named_for_what_they_are(self, client):
        for name in ("Georgia", "Germany", "Greece"):
            make_milestone(country=make_country(name=name, slug=name.lower()))

        page = client.get("/facts/countries/germany/").text

        before, after = re.findall(r'<a class="neighbour.*?</a>', page, re.DOTALL)
        assert 'href="/facts/countries/georgia/"' in before
        assert "Previous country" in before
        assert 'href="/facts/countries/greece/"' in after
        assert "Next country" in after

    def test_both_sides_of_a_dispute_stand_in_boxes_of_their_own(self, client):
        country = make_country(name="Israel")
        make_report(
            country=country, standing="disputed", conflict="The opening says otherwise."
        )

        page = client.get(country.get_absolute_url()).text

        here, elsewhere = re.findall(r'<div class="side">.*?</div>', page, re.DOTALL)
        assert "Israel keeps close relations" in here
        assert "The opening says otherwise." in elsewhere

    def test_a_full_name_says_whose_word_it_is(self, client):
        body = make_organization(acronym="WHO", name="World Health Organization")
        make_fact(Membership, organization=body, position=1)

        page = client.get(body.get_absolute_url()).text

        line = re.search(r"<dt>Full name</dt>.*?</dd>", page, re.DOTALL)[0]
        assert "World Health Organization" in line
        assert "Not from the article: <cite>the organisation’s own name</cite>" in line

    def test_a_page_says_so_where_nothing_can_be_asked(self, client):
        country = make_milestone().country

        response = client.get(country.get_absolute_url())

        assertContains(response, "no fair question can be made of these facts")
        assertNotContains(response, "Test me on this")


class TestSection:
    def test_each_place_has_its_anchor_and_its_facts(self, client):
        passage = make_passage(slug="greece-2", number=2)
        treaty = make_treaty(passage)

        response = client.get(passage.section.get_absolute_url())

        assertContains(response, 'id="greece-2"')
        assertContains(response, "Paragraph 2")
        assertContains(response, treaty.statement)

    def test_a_row_without_a_name_is_shown_as_such_and_never_guessed(self, client):
        row = make_passage(kind=Passage.Kind.ROW)
        UnidentifiedRow.objects.create(
            slug="row",
            passage=row,
            date="1993-02-18",
            candidate="Armenia",
            candidate_source=make_source(kind=Source.Kind.REFERENCE),
        )

        response = client.get(row.section.get_absolute_url())

        assertContains(response, "A row without a name:")
        assertContains(response, "18 February 1993")
        assertNotContains(response, "Armenia")

    def test_a_place_without_a_fact_says_why(self, client):
        unused = make_passage(unused_because="Only a link to another article.")

        response = client.get(unused.section.get_absolute_url())

        assertContains(response, "No fact taken.")
        assertContains(response, "Only a link to another article.")

    def test_places_stand_in_the_order_of_reading(self, client):
        section = make_section()
        item = make_passage(section=section, kind=Passage.Kind.ITEM, number=1)
        second = make_passage(section=section, number=2)
        entry = make_passage(
            section=section, kind=Passage.Kind.ENTRY, number=1, entry=1
        )
        first = make_passage(section=section, number=1)
        row = make_passage(section=section, kind=Passage.Kind.ROW, number=9)

        response = client.get(section.get_absolute_url())

        shown = [place.passage for place in response.context["places"]]
        assert shown == [row, first, entry, second, item]

    def test_the_entries_of_a_list_are_told_with_it(self, client):
        roll = roll_of("refugees", "schooling")
        section = roll.passages.get().section

        [place] = client.get(section.get_absolute_url()).context["places"]

        assert place.facts == [roll]

    def test_has_a_page_even_with_nothing_taken_from_it(self, client):
        response = client.get(make_section().get_absolute_url())

        assertContains(response, "Nothing was taken from this part.")

    @pytest.mark.parametrize("size", [2, 8])
    def test_costs_the_same_however_much_there_is(
        self, client, size, django_assert_num_queries
    ):
        section = make_section()
        for n in range(size):
            passage = make_passage(section=section)
            make_milestone(passage)
            make_report(passage)
            roll = make_fact(Roll, passage, title=f"List {n}", sentence="{entry}.")
            make_fact(RollEntry, passage, roll=roll, position=1, country=make_country())

        # Section, passages, nine kinds of fact, entries of lists and their states.
        with django_assert_num_queries(13):
            client.get(section.get_absolute_url())


@pytest.mark.parametrize(
    "name", ["country", "organization", "person", "treaty", "theme", "section"]
)
def test_an_unknown_name_is_not_found(client, name):
    url = reverse(f"relations:{name}", args=["nobody"])

    assert client.get(url).status_code == 404


def test_pages_are_only_read(client):
    assert client.post(reverse("relations:facts")).status_code == 405
    assert client.post(make_theme().get_absolute_url()).status_code == 405
