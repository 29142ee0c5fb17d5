from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts import demo


class Command(BaseCommand):
    help = "Makes a student, a teacher and an administrator to try Besa with."

    def handle(self, *args, **options):
        if not settings.DEMO:
            raise CommandError(
                "Demo accounts are only made in demo mode (BESA_DEMO=1). "
                "For a site of your own, use manage.py createsuperuser."
            )
        for account in demo.ACCOUNTS:
            with transaction.atomic():
                user = demo.make(account)
            known = user.check_password(account.password)
            password = account.password if known else "(a password of your own)"
            self.stdout.write(f"  {account.username:<15}{password}")
