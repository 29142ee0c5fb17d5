"""A list of names: read whole or refused by line, made into accounts at once."""

import pytest

from accounts.models import User
from classroom.classes import roster
from classroom.classes.roster import RosterRefused
from classroom.models import Enrolment
from quiz.models import Learner
from tests.classroom.factories import enrol, make_class
from tests.factories import NOW, make_user


def names(text):
    read = roster.read(text)
    assert read.problems == []
    return read.names


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Agon\nBesa Hoxha\n", ["Agon", "Besa Hoxha"]),
        ("\n  Agon \r\n\r\nBesa\r\n", ["Agon", "Besa"]),
        ("Name;Surname\nAgon;Berisha\n", ["Agon Berisha"]),
        ("Agon,Berisha,9b\n", ["Agon Berisha"]),
        ('"Berisha, Agon"\n', ["Berisha, Agon"]),
        ("1\tAgon\tagon@example.org\n", ["Agon"]),
        (";;;\nAgon;;\n", ["Agon"]),
    ],
)
def test_a_list_is_read_however_it_was_kept(text, read):
    assert names(text) == read


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ["There is no name in it."]),
        ("Agon\n\nAGÓN", ["Line 3: AGÓN stands twice"]),
        ("X", ["Line 1: “X” is no name"]),
        ("A" * 25, ["Line 1: AAAA"]),
        ("Teuta", ["Line 1: Teuta is in the class already."]),
        (
            "\n".join(
                f"Pupil {chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(101)
            ),
            ["These are more"],
        ),
    ],
)
def test_what_cannot_be_used_is_said_by_line(text, said):
    problems = roster.read(text, taken={"teuta"}).problems

    assert len(problems) == len(said)
    for problem, start in zip(problems, said, strict=True):
        assert problem.startswith(start)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_files_of_every_usual_program_are_read(encoding):
    assert roster.text_of("Çelë Ëngjëll\n".encode(encoding)) == "Çelë Ëngjëll\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04 a workbook", "This is a spreadsheet"),
        (b"\x89PNG\x00\x01", "is not a list of names"),
        (b"Agon\x00", "is not a list of names"),
        (b"\xff\xfe\x00\xd8", "is not a list of names"),
        (b"a" * 100_001, "larger than 100 kB"),
    ],
)
def test_other_files_are_refused_in_a_sentence(content, said):
    with pytest.raises(RosterRefused, match=said):
        roster.text_of(content)


@pytest.mark.django_db
def test_each_name_becomes_an_account_in_the_class():
    school_class = make_class()
    make_user(username="agon.berisha")

    slips = roster.enrol(school_class, ["Agon Berisha", "Ëngjëll Çela"], now=NOW)

    assert [slip.username for slip in slips] == ["agon.berisha2", "engjell.cela"]
    for slip, own in zip(slips, school_class.enrolments.all(), strict=True):
        user = own.learner.user
        assert (own.pseudonym, own.is_listed) == (slip.name, True)
        assert user.check_password(slip.password)
        assert user.has_one_time_password
        assert slip.password not in user.password


@pytest.mark.django_db
def test_names_of_no_latin_letter_get_a_user_name_too():
    slips = roster.enrol(make_class(), ["Аљоша", "日本", "Li", "L1"], now=NOW)

    assert len({slip.username for slip in slips}) == 4
    assert all(len(slip.username) >= 3 for slip in slips)


@pytest.mark.django_db(transaction=True)
def test_of_a_list_that_fails_nobody_is_made():
    school_class = make_class()
    enrol(school_class, "Teuta")

    with pytest.raises(Exception, match=r"UNIQUE|unique"):
        roster.enrol(school_class, ["Agon", "Teuta"], now=NOW)

    assert (User.objects.count(), Enrolment.objects.count()) == (0, 1)
    assert Learner.objects.count() == 1


@pytest.mark.django_db
def test_a_whole_class_is_made_in_a_handful_of_queries(django_assert_max_num_queries):
    listed = [f"Pupil {chr(97 + n)}{chr(97 + n // 9)}" for n in range(26)]

    school_class = make_class()

    with django_assert_max_num_queries(8):
        roster.enrol(school_class, listed, now=NOW)


@pytest.mark.django_db
def test_a_new_slip_spends_the_old_password():
    school_class = make_class()
    (old,) = roster.enrol(school_class, ["Agon"], now=NOW)

    new = roster.new_slip(school_class.enrolments.get())

    user = User.objects.get()
    assert user.check_password(new.password)
    assert not user.check_password(old.password)


@pytest.mark.django_db
def test_accounts_that_no_list_made_get_no_slip():
    """Or a teacher could take over whoever has joined by the code."""
    school_class, user = make_class(), make_user()
    enrol(school_class, "Agon", Learner.objects.create(user=user))

    assert roster.new_slip(school_class.enrolments.get()) is None
