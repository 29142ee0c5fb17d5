"""How a dossier is told: in chapters, with what references say, and what is related."""

import pytest

from relations.dossiers import shelves, telling
from relations.dossiers.beside import Bearing
from relations.dossiers.telling import Told
from relations.models import Event, Milestone, OutsideDate, Roll, RollEntry, Source
from tests.factories import (
    make_country,
    make_fact,
    make_mention,
    make_milestone,
    make_organization,
    make_person,
    make_report,
    make_source,
    make_theme,
    make_treaty,
)

pytestmark = pytest.mark.django_db


def told_of(subject, shelf: str = "countries") -> Told:
    return telling.tell(shelves.find(shelf, subject.slug))


def outside(country, date: str, kind: str = "established") -> OutsideDate:
    return OutsideDate.objects.create(
        slug=f"{country.slug}-{date}",
        country=country,
        kind=kind,
        date=date,
        source=make_source(kind=Source.Kind.REFERENCE),
    )


@pytest.mark.parametrize(
    ("article", "reference", "bearing"),
    [
        ("1924-04-07", "1924-04-09", Bearing.DIFFERS),
        ("1981", "1923-12-15", Bearing.DIFFERS),
        ("1922", "1922-07-28", Bearing.CLOSER),
        ("1922", "1922", Bearing.AGREES),
        ("1922-04", "1922", Bearing.AGREES),
        ("", "1970-05-01", Bearing.ALONE),
    ],
)
def test_a_references_date_bears_on_the_articles(article, reference, bearing):
    country = make_milestone(date=article).country
    row = outside(country, reference)

    told = told_of(country)

    [line] = told.lines
    [beside] = line.beside
    assert (beside.outside, beside.bearing) == (row, bearing)
    assert beside.is_contrary == (bearing in {Bearing.DIFFERS, Bearing.ALONE})
    assert told.outside == []


def test_a_date_for_a_step_the_article_does_not_tell_of_stands_apart():
    country = make_milestone(date="1922").country
    row = outside(country, "1956-02-07", kind=Milestone.Kind.REESTABLISHED)

    told = told_of(country)

    assert told.lines[0].beside == ()
    assert told.outside == [row]


def test_much_is_told_theme_by_theme_the_fullest_first():
    country = make_country()
    few = make_theme(*[make_report(country=country) for _ in range(2)])
    many = make_theme(*[make_report(country=country) for _ in range(4)])
    make_theme(lonely := make_report(country=country))
    bare = make_report(country=country)

    chapters = told_of(country).chapters

    assert [chapter.theme for chapter in chapters] == [many, few, None]
    assert [len(chapter.lines) for chapter in chapters] == [4, 2, 2]
    assert {line.fact for line in chapters[-1].lines} == {lonely, bare}


def test_a_fact_under_two_themes_is_told_once_where_most_is():
    country = make_country()
    reports = [make_report(country=country) for _ in range(7)]
    small, large = make_theme(*reports[:3]), make_theme(*reports[2:])

    chapters = told_of(country).chapters

    assert [(one.theme, len(one.lines)) for one in chapters] == [(large, 5), (small, 2)]


def test_little_is_told_without_headings():
    country = make_country()
    make_theme(*[make_report(country=country) for _ in range(3)])

    assert [one.theme for one in told_of(country).chapters] == [None]


def test_entries_of_lists_stand_by_themselves():
    country = make_country()
    roll = make_fact(Roll, title="Friends", sentence="{entry} is one.")
    entry = make_fact(RollEntry, roll=roll, position=1, country=country)

    told = told_of(country)

    assert [line.fact for line in told.listed] == [entry]
    assert told.chapters == []
    assert told.count == 1


def test_a_list_counts_by_its_entries_and_none_of_them_twice():
    country = make_country()
    roll = make_fact(Roll, title="Neighbours", sentence="{entry} is one.")
    roll.countries.set([country])
    make_fact(RollEntry, roll=roll, position=1, country=country)
    make_fact(RollEntry, roll=roll, position=2, text="the sea")

    assert told_of(country).count == 2


def test_what_else_the_facts_speak_of_is_related():
    greece, turkey = make_country(name="Greece"), make_country(name="Turkey")
    person = make_person()
    event = make_fact(Event, person=person, deed="met")
    event.about.set([greece, turkey])
    theme = make_theme(event)
    treaty = make_treaty()
    treaty.signatories.create(slug="s", country=greece)

    related = told_of(greece).related

    assert {
        group.shelf.slug: [one.subject for one in group.dossiers] for group in related
    } == {
        "themes": [theme],
        "countries": [turkey],
        "treaties": [treaty],
        "people": [person],
    }


def test_what_facts_mention_is_related_and_leads_back():
    greece, body = make_country(name="Greece"), make_organization()
    report = make_report(country=greece)
    make_mention(report, organization=body)

    for subject, other, shelf in (
        (greece, body, "countries"),
        (body, greece, "organisations"),
    ):
        told = told_of(subject, shelf)
        assert [line.fact for line in told.lines] == [report]
        assert [one.subject for one in told.related[0].dossiers] == [other]


def test_states_that_the_article_gives_by_one_date_lead_to_each_other():
    russia, union = make_country(name="Russia"), make_country(name="Soviet Union")
    russia.see_also.add(union)

    for subject, other in ((russia, union), (union, russia)):
        assert [one.subject for one in told_of(subject).related[0].dossiers] == [other]


def test_the_country_of_all_of_it_goes_unsaid():
    albania, greece = make_country(name="Albania"), make_country()
    make_fact(Event, country=albania, deed="met").about.set([greece])

    assert told_of(greece).related == []
