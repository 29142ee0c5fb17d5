"""Three people to try Besa as, on a machine that serves nobody else."""

import base64
from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.utils.crypto import salted_hmac

from accounts.models import User

TEACHERS = "Teachers"  # the group a migration of quiz makes


@dataclass(frozen=True)
class DemoAccount:
    username: str
    is_staff: bool = False
    is_superuser: bool = False
    groups: tuple[str, ...] = ()

    @property
    def password(self) -> str:
        """The same for every start of this installation, and for no other."""
        digest = salted_hmac("accounts.demo", self.username, algorithm="sha256")
        letters = base64.b32encode(digest.digest()).decode().lower()
        return "-".join((letters[:4], letters[4:8], letters[8:12]))


ACCOUNTS = (
    DemoAccount("student"),
    DemoAccount("teacher", is_staff=True, groups=(TEACHERS,)),
    DemoAccount("administrator", is_staff=True, is_superuser=True),
)


def make(account: DemoAccount) -> User:
    """The account's user, made if missing; one that exists is left as it is."""
    user, created = User.objects.get_or_create(
        username=account.username,
        defaults={
            "is_staff": account.is_staff,
            "is_superuser": account.is_superuser,
        },
    )
    if created:
        user.set_password(account.password)
        user.save(update_fields=["password"])
        user.groups.set(Group.objects.filter(name__in=account.groups))
    return user
