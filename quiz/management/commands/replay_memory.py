from django.core.management.base import BaseCommand

from quiz import memory
from quiz.models import Learner


class Command(BaseCommand):
    """Works every memory out again from the logged reviews.

    For the day on which FSRS or its parameters change; what was answered, and how it
    was rated, stays as it is.
    """

    help = "Work out all memories again from the logged reviews."

    def handle(self, *args, **options):
        learners = Learner.objects.filter(reviews__isnull=False).distinct()
        count = sum(memory.replay(learner) for learner in learners.iterator())
        self.stdout.write(f"{count} memories worked out again.")
