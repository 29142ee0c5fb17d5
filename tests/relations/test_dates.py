import datetime as dt
from functools import cache

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from relations.dates import PartialDate
from relations.models import Event, OutsideDate

PRECISIONS = ["year", "month", "day"]
ALL_DAYS = [
    dt.date(2019, 1, 1) + dt.timedelta(days=n) for n in range(3 * 365 + 1)
]  # 2020 is a leap year


def told(day: dt.date, precision: str) -> PartialDate:
    return PartialDate(day.year, day.month, day.day).to(precision)


any_date = st.builds(told, st.dates(), st.sampled_from(PRECISIONS))
near_date = st.builds(told, st.sampled_from(ALL_DAYS), st.sampled_from(PRECISIONS))


@cache
def days(date: PartialDate) -> set[dt.date]:
    """The days a date may mean, counted one by one."""
    return {
        day
        for day in ALL_DAYS
        if day.year == date.year
        and date.month in (None, day.month)
        and date.day in (None, day.day)
    }


@given(any_date)
def test_a_date_is_read_back_as_it_was_written(date):
    assert PartialDate.parse(date.iso) == date
    assert len(date.iso) == {"year": 4, "month": 7, "day": 10}[date.precision]


@given(near_date)
def test_a_date_spans_the_days_it_may_mean(date):
    assert (date.first_day, date.last_day) == (min(days(date)), max(days(date)))


@given(near_date, near_date)
def test_within_is_true_of_all_days_false_of_none_and_else_unknown(one, other):
    shared = days(one) & days(other)
    expected = True if shared == days(one) else None if shared else False

    assert one.within(other) is expected


@given(near_date, near_date)
def test_before_is_known_only_where_every_day_agrees(one, other):
    is_earlier = max(days(one)) < min(days(other))
    expected = None if days(one) & days(other) else is_earlier

    assert one.before(other) is expected


@given(near_date, near_date)
def test_not_within_holds_both_ways(one, other):
    assert (one.within(other) is False) == (other.within(one) is False)


@given(any_date, any_date)
def test_before_one_way_is_after_the_other_way(one, other):
    opposite = {True: False, False: True, None: None}

    assert other.before(one) is opposite[one.before(other)]


@given(any_date, any_date, any_date)
def test_before_can_be_chained(one, two, three):
    if one.before(two) and two.before(three):
        assert one.before(three) is True


@given(any_date)
def test_a_date_told_less_exactly_holds_the_date(date):
    for precision in PRECISIONS[: PRECISIONS.index(date.precision) + 1]:
        coarse = date.to(precision)
        assert coarse.precision == precision
        assert date.within(coarse) is True


@given(any_date)
def test_a_date_cannot_be_told_more_exactly(date):
    for precision in PRECISIONS[PRECISIONS.index(date.precision) + 1 :]:
        with pytest.raises(ValueError, match=f"not known to the {precision}"):
            date.to(precision)


@given(any_date, any_date)
def test_written_dates_sort_as_they_fell(one, other):
    if one.before(other):
        assert one.iso < other.iso


@given(any_date, any_date)
def test_a_coarse_date_sorts_right_before_what_it_may_mean(one, other):
    if one != other and other.within(one):
        assert one.iso < other.iso
        assert other.iso.startswith(one.iso)


@pytest.mark.parametrize(
    ("text", "words", "precision"),
    [
        ("1992-07-29", "29 July 1992", "day"),
        ("1992-07", "July 1992", "month"),
        ("1992", "1992", "year"),
        ("2020-02-29", "29 February 2020", "day"),
    ],
)
def test_a_date_reads_as_exactly_as_it_is_known(text, words, precision):
    date = PartialDate.parse(text)

    assert (str(date), date.precision) == (words, precision)


@pytest.mark.parametrize(
    "text",
    [
        "", "199", "19920", "1992-7", "1992-13", "1992-00", "1992-07-00", "1992-02-30",
        "1900-02-29", "1992-07-29 ", "1992-07-29\n", "29 July 1992", "0000", "1992-07-",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011  (from two places, in their words)
        PartialDate.parse(text)


@pytest.mark.parametrize("parts", [(1992, None, 3), (1992, 0), (1992, 7, 0), (0,)])
def test_parts_that_make_no_date_are_refused(parts):
    with pytest.raises(ValueError):  # noqa: PT011
        PartialDate(*parts)


# In the database


@pytest.fixture
def events(db):
    """Events by their dates, stored out of order."""
    for text in ["1992-07-29", "", "1992", "1991-12-31", "1993-01", "1992-07"]:
        Event.objects.create(
            slug=f"event-{text}", others="hatters", deed="sold a hat", date=text
        )
    return Event.objects


def dates(queryset):
    return [str(event.date or "") for event in queryset]


def test_dates_come_back_as_they_were_stored(events):
    assert events.get(slug="event-1992-07").date == PartialDate(1992, 7)
    assert events.get(slug="event-").date is None


def test_dates_sort_in_the_database(events):
    assert dates(events.order_by("date")) == [
        "",
        "31 December 1991",
        "1992",
        "July 1992",
        "29 July 1992",
        "January 1993",
    ]


def test_dates_filter_in_the_database(events):
    assert dates(events.filter(date=PartialDate(1992, 7))) == ["July 1992"]
    assert dates(events.filter(date="1992-07-29")) == ["29 July 1992"]
    assert dates(events.filter(date__gte=PartialDate(1993))) == ["January 1993"]
    assert dates(events.filter(date__startswith="1992").order_by("date")) == [
        "1992",
        "July 1992",
        "29 July 1992",
    ]
    assert dates(events.filter(date="")) == [""]
    assert events.exclude(date="").count() == 5


@given(st.lists(any_date, unique=True, max_size=6))
def test_the_database_sorts_as_text_does(dates):
    """Without a database: it is the text that is compared there, character by character."""
    field = Event._meta.get_field("date")
    stored = sorted(field.get_prep_value(date) for date in dates)

    assert stored == sorted(stored, key=lambda text: text.encode())
    assert [field.to_python(text) for text in stored] == sorted(
        dates, key=lambda date: date.iso
    )


def test_no_date_is_stored_as_empty_text():
    field = Event._meta.get_field("date")

    assert field.get_prep_value(None) == ""
    assert field.to_python("") is None
    assert field.value_to_string(Event(date=PartialDate(1992))) == "1992"


def test_a_date_is_cleaned_to_what_it_means():
    event = Event(slug="event", others="hatters", deed="sold a hat", date=" 1992-07 ")

    event.clean_fields(exclude={"tokens"})

    assert event.date == PartialDate(1992, 7)


@pytest.mark.parametrize("text", ["29 July 1992", "1992-02-30", "soon"])
def test_a_faulty_date_is_refused_with_an_example(text):
    event = Event(slug="event", others="hatters", deed="sold a hat", date=text)

    with pytest.raises(ValidationError, match="Write a year, a month or a day as 1992"):
        event.clean_fields()


def test_a_date_that_must_be_given_may_not_be_empty():
    with pytest.raises(ValidationError) as refusal:
        OutsideDate(slug="outside", kind="established").clean_fields()

    assert "date" in refusal.value.message_dict


def test_a_form_takes_a_date_as_text():
    field = Event._meta.get_field("date").formfield()

    assert "1992-07-29" in field.help_text
    assert field.required is False
