from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from quiz import learners
from quiz.models import Attempt, Learner
from tests.factories import make_attempt, make_learner, make_user

pytestmark = pytest.mark.django_db

PASSWORD = "a long pass phrase"
SIGN_UP = {"username": "arta", "password1": PASSWORD}
SIGN_IN = {"login": "arta", "password": PASSWORD}


def make_request(user=None, *, guest=None, csrf=""):
    request = RequestFactory().post("/")
    request.user = user or AnonymousUser()
    request.session = {learners.SESSION_KEY: str(guest.pk)} if guest else {}
    if csrf:
        request.META["CSRF_COOKIE"] = csrf
    return request


@pytest.fixture
def arta():
    user = make_user(username="arta")
    user.set_password(PASSWORD)
    user.save()
    return user


def test_reading_never_makes_a_learner():
    request = make_request()

    assert learners.current(request) is None
    assert learners.current(make_request(make_user())) is None
    assert request.session == {}
    assert not Learner.objects.exists()


def test_a_guest_is_remembered_by_the_session():
    request = make_request()

    guest = learners.current_or_new(request, uuid4())

    assert guest.user is None
    assert learners.current(request) == guest
    assert learners.current_or_new(request, uuid4()) == guest


def test_a_session_whose_learner_is_gone_starts_anew():
    guest = make_learner()
    request = make_request(guest=guest)
    guest.delete()

    assert learners.current(request) is None
    assert learners.current_or_new(request, uuid4()) == learners.current(request)


def test_a_session_never_opens_the_learner_of_an_account():
    request = make_request(guest=make_learner(user=make_user()))

    assert learners.current(request) is None


def test_an_account_is_found_wherever_it_signs_in():
    user = make_user()

    first = learners.current_or_new(make_request(user), uuid4())

    assert first.user == user
    assert learners.current(make_request(user)) == first


def test_a_double_click_of_a_first_visitor_makes_one_learner():
    token = uuid4()

    first, second = (
        learners.current_or_new(make_request(csrf="secret"), token) for _ in range(2)
    )

    assert first == second


def test_knowing_a_token_is_not_enough_to_become_somebody():
    token = uuid4()
    learner = learners.current_or_new(make_request(csrf="secret"), token)

    assert learners.current_or_new(make_request(csrf="other"), token) != learner
    assert learners.current_or_new(make_request(), token) != learner


def test_a_form_from_before_signing_in_does_not_open_the_account():
    token = uuid4()
    learner = learners.current_or_new(make_request(csrf="secret"), token)
    learner.user = make_user()
    learner.save()

    assert learners.current_or_new(make_request(csrf="secret"), token) != learner


def test_a_new_account_takes_over_the_guest():
    guest, user = make_learner(), make_user()
    request = make_request(user, guest=guest)

    own = learners.claim(request, user)

    assert own == guest
    assert own.user == user
    assert request.session == {}


def test_an_account_with_results_takes_the_guests_as_well():
    guest, user = make_learner(), make_user()
    own = make_learner(user=user)
    before, played = make_attempt(learner=own), make_attempt(learner=guest, answers="+")

    learners.claim(make_request(user, guest=guest), user)

    assert set(Attempt.objects.owned_by(own)) == {before, played}
    assert list(Learner.objects.all()) == [own]
    assert Attempt.objects.with_score().get(pk=played.pk).score == 1
    assert own.memories.count() == own.reviews.count() == 1


def test_claiming_twice_is_the_same_as_once():
    guest, user = make_learner(), make_user()
    own = learners.claim(make_request(user, guest=guest), user)

    again = learners.claim(make_request(user, guest=guest), user)

    assert again == own
    assert Learner.objects.count() == 1


def test_what_belongs_to_another_account_is_not_claimed():
    others = make_learner(user=make_user())
    attempt = make_attempt(learner=others)
    user = make_user()

    own = learners.claim(make_request(user, guest=others), user)

    assert own != others
    assert list(Attempt.objects.owned_by(others)) == [attempt]


def test_signing_up_keeps_what_a_guest_has_played(client, learner):
    attempt = make_attempt(learner=learner, answers="+-")

    response = client.post("/accounts/signup/", SIGN_UP)

    assert response.status_code == 302
    assert Attempt.objects.get(learner__user__username="arta") == attempt
    assert client.get(f"/attempts/{attempt.pk}/result/").status_code == 200


def test_signing_in_keeps_what_a_guest_has_played(client, learner, arta):
    earlier = make_attempt(learner=make_learner(user=arta), answers="++")
    attempt = make_attempt(learner=learner, answers="+")

    client.post("/accounts/login/", SIGN_IN)

    assert set(Attempt.objects.filter(learner__user=arta)) == {earlier, attempt}
    assert client.get(f"/attempts/{attempt.pk}/2/").status_code == 200


def test_a_session_thrown_away_at_sign_in_does_not_take_the_results_with_it(
    client, learner, arta
):
    attempt = make_attempt(learner=learner)
    client.force_login(make_user())  # another account, whose session is flushed
    session = client.session
    session[learners.SESSION_KEY] = str(learner.pk)
    session.save()
    request = make_request(arta)
    request.session = client.session

    learners.AccountAdapter(request).login(request, arta)

    assert Attempt.objects.get(learner__user=arta) == attempt


def test_a_wrong_password_changes_nothing(client, learner, arta):
    make_attempt(learner=learner)

    client.post("/accounts/login/", SIGN_IN | {"password": "wrong"})

    assert learners.current(make_request(guest=learner)) == learner


def test_after_signing_out_the_device_starts_anew(client, learner, arta):
    attempt = make_attempt(learner=learner)
    client.post("/accounts/login/", SIGN_IN)

    client.post("/accounts/logout/")

    assert client.get(f"/attempts/{attempt.pk}/").status_code == 404


def test_sign_in_goes_nowhere_outside_the_site(client, arta):
    response = client.post(
        "/accounts/login/", SIGN_IN | {"next": "https://elsewhere.example/"}
    )

    assert response["Location"] == "/scores/"
