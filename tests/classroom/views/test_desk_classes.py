"""A teacher keeps a class: its name, its teachers, its pupils, its end."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts import passwords
from accounts.models import User
from classroom.classes import accommodations
from classroom.classes.roster import enrol as enrol_listed
from classroom.models import Accommodation, Enrolment, SchoolClass
from quiz.models import Learner
from tests.classroom.factories import enrol, make_assignment, make_class, sit
from tests.factories import NOW, make_learner, make_teacher, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher(client):
    made = make_teacher(username="drita")
    client.force_login(made)
    return made


@pytest.fixture
def own(teacher):
    return make_class(teacher, name="Class 9b")


def at(name, school_class, learner=None):
    pks = [school_class.code, *([learner.pk] if learner else [])]
    return reverse(f"desk:{name}", args=pks)


def test_a_class_is_made_by_its_name_alone(client, teacher):
    made = client.post(reverse("desk:new_class"), {"name": "Class 9b"})

    school_class = teacher.school_classes.get()
    assertRedirects(made, at("class_page", school_class))
    page = client.get(made.url)
    assertContains(page, school_class.code)
    assertContains(page, f"http://testserver{school_class.page}")
    assertContains(client.get(reverse("desk:classes")), "Class 9b")


def test_its_way_in_is_drawn_for_cameras(client, own):
    drawn = client.get(at("class_qr", own))

    assert drawn["Content-Type"] == "image/svg+xml"
    assert drawn.content.startswith(b"<svg")
    assert b"style=" not in drawn.content
    assert b"<script" not in drawn.content


def test_it_is_renamed_and_its_board_turned(client, own):
    client.post(at("rename_class", own), {"name": "Class 10b"})
    client.post(at("turn_board", own), {"board": "on"})
    own.refresh_from_db()
    assert (own.name, own.shows_board) == ("Class 10b", True)

    client.post(at("turn_board", own), {"board": "off"})
    own.refresh_from_db()
    assert not own.shows_board


def test_it_is_archived_after_a_question_and_brought_back(client, own):
    assertContains(client.get(at("archive_class", own)), "Archive “Class 9b”?")
    assert SchoolClass.objects.current().exists()

    client.post(at("archive_class", own))
    assert not SchoolClass.objects.current().exists()
    assertContains(client.get(reverse("desk:classes")), "Archived")

    client.post(at("restore_class", own))
    assert SchoolClass.objects.current().exists()


def test_a_colleague_is_added_by_name_and_can_do_as_much(client, own):
    colleague = make_teacher(username="genti")

    client.post(at("add_teacher", own), {"username": " Genti "})

    assert colleague in own.teachers.all()
    client.force_login(colleague)
    assert client.get(at("class_page", own)).status_code == 200


@pytest.mark.parametrize("username", ["nobody", "pupil"])
def test_nobody_but_a_teacher_is_added(client, own, username):
    make_user(username="pupil")

    page = client.post(at("add_teacher", own), {"username": username})

    assertContains(page, "There is no teacher of that name here")
    assert own.teachers.count() == 1


def test_a_teacher_can_leave_but_not_the_last(client, own, teacher):
    colleague = make_teacher(username="genti")
    own.teachers.add(colleague)

    left = client.post(at("remove_teacher", own), {"username": "drita"})
    assertRedirects(left, reverse("desk:classes"))
    assert [*own.teachers.all()] == [colleague]

    client.force_login(colleague)
    page = client.post(at("remove_teacher", own), {"username": "genti"}, follow=True)
    assertContains(page, "it cannot do without you")
    assert [*own.teachers.all()] == [colleague]


def test_the_page_shows_who_is_in_and_what_they_did(client, own):
    guest = enrol(own, "Ana")
    sit(make_assignment(school_class=own), guest, answers="+-", now=NOW)
    sit(make_assignment(), guest, answers="+-")  # none of the class's business
    accommodations.allow(guest, 150)

    page = client.get(at("class_page", own))

    (row,) = page.context["pupils"]
    assert (row.attempt_count, row.last_seen) == (1, NOW)
    assertContains(page, "half as much again")


def test_pupils_stand_in_the_order_of_their_names(client, own):
    for name in ("Dea", "Çlirim", "Ana"):
        enrol(own, name)

    page = client.get(at("class_page", own))

    assert [row.pseudonym for row in page.context["pupils"]] == ["Ana", "Çlirim", "Dea"]


def test_a_large_class_takes_as_many_queries_as_a_small_one(
    client, own, django_assert_num_queries
):
    enrol_listed(own, [f"Pupil {letter}" * 2 for letter in "abcdefgh"], now=NOW)

    with django_assert_num_queries(8):
        client.get(at("class_page", own))


# A list of names


def slips_in(response):
    text = response.content.decode()
    return re.findall(r'<dd class="code">([^<]+)</dd>', text)


def test_a_pasted_list_gives_slips_once(client, own):
    shown = client.post(at("class_roster", own), {"listed": "Agon\nBesa\n"})

    first, password, *_ = slips_in(shown)
    assert (first, own.enrolments.count()) == ("agon", 2)
    assert User.objects.get(username="agon").check_password(password)
    assert shown["Cache-Control"].count("no-store") == 1
    assertNotContains(client.get(at("class_page", own)), password)
    again = client.post(at("class_roster", own), {"listed": "Agon\nBesa\n"})
    assertContains(again, "is in the class already", count=2)
    assert own.enrolments.count() == 2


def test_slips_that_were_not_used_can_all_be_made_anew(client, own):
    used, _ = enrol_listed(own, ["Agon", "Besa"], now=NOW)
    passwords.choose(User.objects.get(username="agon"), "mali i korabit")
    assertContains(client.get(at("class_page", own)), "1 of the slips has not")

    shown = client.post(at("new_slips", own))

    username, password = slips_in(shown)
    assert User.objects.get(username=username).check_password(password)
    assert username == "besa"
    assert used.username == "agon"


def test_a_file_is_read_as_well(client, own):
    file = SimpleUploadedFile("9b.csv", "Name;Surname\nAgon;Çela\n".encode("cp1252"))

    shown = client.post(at("class_roster", own), {"file": file})

    assertContains(shown, "agon.cela")


def test_a_file_with_mistakes_comes_back_to_be_put_right(client, own):
    file = SimpleUploadedFile("9b.csv", b"Agon\nAgon\n")

    page = client.post(at("class_roster", own), {"file": file})

    assertContains(page, "Line 2: Agon stands twice")
    assertContains(page, "Agon\nAgon")
    assert Enrolment.objects.count() == 0


def test_nothing_at_all_is_said_to_be_nothing(client, own):
    assertContains(client.post(at("class_roster", own), {}), "Please paste the names")


# One pupil


def test_more_time_is_given_on_the_pupils_page(client, own):
    pupil = enrol(own, "Ana")
    address = at("allow_time", own, pupil)

    assertRedirects(client.post(address, {"extra": "150"}), at("pupil", own, pupil))
    assert Accommodation.objects.get(learner=pupil).extra == 150
    assertContains(client.get(at("pupil", own, pupil)), "checked")

    client.post(address, {"extra": "175"})
    assert Accommodation.objects.get(learner=pupil).extra == 150
    client.post(address, {"extra": ""})
    assert not Accommodation.objects.exists()


def test_other_pupils_do_not_see_it(client, own, django_user_model):
    pupil = enrol(own, "Ana")
    accommodations.allow(pupil, 150)
    own.shows_board = True
    own.save()
    other = make_user()
    enrol(own, "Besnik", Learner.objects.create(user=other))
    client.force_login(other)

    page = client.get(own.page)

    assertContains(page, "Ana")
    assertNotContains(page, "1.5")
    assertNotContains(page, "half")


def test_a_pupil_is_renamed_unless_the_name_is_taken(client, own):
    pupil = enrol(own, "Ana")
    enrol(own, "Besnik")

    client.post(at("rename_pupil", own, pupil), {"name": "Anna"})
    refused = client.post(at("rename_pupil", own, pupil), {"name": "besnik"})

    assertContains(refused, "is called so already")
    assert pupil.enrolments.get().pseudonym == "Anna"


def test_a_pupil_is_moved_to_another_class_of_the_teachers(client, own, teacher):
    pupil, other = enrol(own, "Ana"), make_class(teacher, name="Class 9c")
    sitting = sit(make_assignment(school_class=own), pupil)

    client.post(at("move_pupil", own, pupil), {"to": other.code})

    assert pupil.enrolments.get().school_class == other
    sitting.refresh_from_db()
    assert str(sitting) == "Ana"


def test_no_pupil_is_moved_to_somebody_elses_class(client, own, teacher):
    pupil, others = enrol(own, "Ana"), make_class(make_teacher())
    make_class(teacher)

    client.post(at("move_pupil", own, pupil), {"to": others.code})

    assert pupil.enrolments.get().school_class == own


def test_a_pupil_is_taken_out_after_a_question_and_the_results_stay(client, own):
    pupil = enrol(own, "Ana")
    sitting = sit(make_assignment(school_class=own), pupil)
    assertContains(client.get(at("take_out", own, pupil)), "Take Ana out")
    assert own.enrolments.exists()

    client.post(at("take_out", own, pupil))

    assert not own.enrolments.exists()
    sitting.refresh_from_db()
    assert str(sitting) == "Ana"


def test_a_lost_slip_is_made_anew_and_a_guest_has_none(client, own):
    enrol_listed(own, ["Agon"], now=NOW)
    listed, guest = Learner.objects.get(), enrol(own, "Ana")

    shown = client.post(at("new_slip", own, listed))

    _, password = slips_in(shown)
    assert User.objects.get(username="agon").check_password(password)
    assert client.post(at("new_slip", own, guest)).status_code == 404
    assertNotContains(client.get(at("pupil", own, guest)), "new slip")


# Whose it is

OF_A_CLASS = [
    "class_page",
    "class_qr",
    "rename_class",
    "turn_board",
    "archive_class",
    "restore_class",
    "add_teacher",
    "remove_teacher",
    "class_roster",
    "new_slips",
]
OF_A_PUPIL = [
    "pupil",
    "allow_time",
    "rename_pupil",
    "move_pupil",
    "take_out",
    "new_slip",
]
FORMS_ALONE = set(OF_A_CLASS + OF_A_PUPIL) - {
    "class_page",
    "class_qr",
    "archive_class",
    "class_roster",
    "pupil",
    "take_out",
}


@pytest.mark.parametrize("name", OF_A_CLASS + OF_A_PUPIL)
def test_what_is_anothers_is_not_there(client, teacher, name):
    others = make_class(make_teacher())
    pupil = enrol(others, "Ana")
    address = at(name, others, pupil if name in OF_A_PUPIL else None)
    method = client.post if name in FORMS_ALONE else client.get

    assert method(address).status_code == 404


@pytest.mark.parametrize("name", OF_A_CLASS + OF_A_PUPIL)
def test_guests_sign_in_pupils_are_refused_administrators_are_let_in(client, name):
    school_class = make_class(make_teacher(), make_teacher())
    enrol_listed(school_class, ["Agon"], now=NOW)
    pupil = Learner.objects.get() if name in OF_A_PUPIL else None
    address = at(name, school_class, pupil)
    method = client.post if name in FORMS_ALONE else client.get

    assert method(address).url.startswith(reverse("account_login"))
    client.force_login(make_user())
    assert method(address).status_code == 403
    client.force_login(make_user(is_staff=True, is_superuser=True))
    assert method(address).status_code in {200, 302}


@pytest.mark.parametrize("name", sorted(FORMS_ALONE))
def test_nothing_is_changed_by_looking(client, own, name):
    pupil = enrol(own, "Ana") if name in OF_A_PUPIL else None

    assert client.get(at(name, own, pupil)).status_code == 405


def test_a_pupil_of_another_class_is_not_found_in_this_one(client, own):
    assert client.get(at("pupil", own, make_learner())).status_code == 404
