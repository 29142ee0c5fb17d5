"""Who is playing. A session is enough; an account only makes it last."""

from collections.abc import Collection
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.module_loading import import_string

from accounts.adapter import NameAdapter
from accounts.models import User
from quiz.exceptions import ItemGone
from quiz.models import Item, Learner

SESSION_KEY = "learner"


def current(request: HttpRequest) -> Learner | None:
    """The account's learner, else this session's guest. Reading never creates one."""
    if request.user.is_authenticated:
        own = Learner.objects.filter(user=request.user).first()
        if own:
            return own
    return _guest(request)


def current_or_new(request: HttpRequest, token: UUID) -> Learner:
    """The current learner, made now if need be. For the POST that starts a quiz."""
    if request.user.is_authenticated:
        return claim(request, request.user)
    learner = _guest(request) or _new_guest(request, token)
    request.session[SESSION_KEY] = str(learner.pk)
    return learner


@transaction.atomic
def claim(request: HttpRequest, user: User) -> Learner:
    """Give what this session's guest has played to the user, once."""
    # Two claims at once would each find the account without a learner.
    get_user_model().objects.select_for_update().get(pk=user.pk)
    own = Learner.objects.filter(user=user).first()
    guest = _guest(request)
    if guest and not own:
        guest.user = user
        guest.save(update_fields=["user"])
        own = guest
    elif guest and own:
        guest.attempts.update(learner=own)
        for name in settings.LEARNER_MERGERS:  # apps to the left are not known here
            import_string(name)(guest, own)
        guest.delete()
    request.session.pop(SESSION_KEY, None)
    return own or Learner.objects.create(user=user)


def hold(item: Item) -> Learner:
    """The item's learner, held so that nothing of theirs is deleted meanwhile.

    Wants a transaction, to the end of which it holds.
    """
    held = Learner.objects.select_for_update(of=("self",))
    learner = held.filter(attempts__items=item.pk).first()
    # Whoever waited for the learner looks again for the item.
    if learner is None or not Item.objects.filter(pk=item.pk).exists():
        raise ItemGone(str(item))
    return learner


@transaction.atomic
def forget(learner: Learner, kept: Collection[UUID] = ()) -> None:
    """Delete all that the learner has played, objected to and remembers; once for all.

    But for the attempts `kept`, as `terms` has them.

    How hard questions turned out to be stays: nobody can be told from it.
    """
    # What is being answered is stored before, or finds its question gone.
    Learner.objects.select_for_update().filter(pk=learner.pk).first()
    learner.attempts.exclude(pk__in=kept).delete()  # with their answers and objections
    learner.reviews.all().delete()
    learner.memories.all().delete()
    learner.skills.all().delete()


class AccountAdapter(NameAdapter):
    """Brings a guest's results along, whether somebody signs in or signs up."""

    def login(self, request: HttpRequest, user: User) -> None:
        """Both ways in end here, and signing in may throw the old session away."""
        guest = request.session.get(SESSION_KEY)
        super().login(request, user)
        if guest:
            request.session[SESSION_KEY] = guest
            claim(request, user)


def _guest(request: HttpRequest) -> Learner | None:
    """The session's learner, as long as it belongs to no account."""
    key = request.session.get(SESSION_KEY)
    return Learner.objects.filter(pk=key, user=None).first() if key else None


def _new_guest(request: HttpRequest, token: UUID) -> Learner:
    """A guest for this browser and form, the same one should both arrive twice.

    A first visitor's double click sends two requests that have no session yet. The
    browser's CSRF secret and the form's token are all they have in common.
    """
    secret = request.META.get("CSRF_COOKIE")
    if not secret:
        return Learner.objects.create()
    digest = salted_hmac("quiz.learners", f"{secret}/{token}", algorithm="sha256")
    learner, _ = Learner.objects.get_or_create(pk=UUID(bytes=digest.digest()[:16]))
    return learner if learner.user_id is None else Learner.objects.create()
