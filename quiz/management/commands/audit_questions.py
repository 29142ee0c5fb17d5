"""Checks every question in use, and prints what was checked and what was found."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from quiz.quality.audit import FULL, QUICK, audit
from quiz.quality.figures import figures
from quiz.quality.tables import tables, unasked
from relations import reading


class Command(BaseCommand):
    help = (
        "Check every question in use against the facts as they stand now. "
        "Ends with status 1 on any error."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--quick",
            action="store_true",
            help="Leave out what has to be drawn and played: quizzes, bots, mutants.",
        )
        parser.add_argument(
            "--unasked",
            action="store_true",
            help="List each fact that no question asks, with the reason.",
        )
        parser.add_argument("--json", metavar="PATH", help="Write the figures there.")
        parser.add_argument("--seed", type=int, default=0, help="Of what is drawn.")

    def handle(self, *args, **options):
        scale = QUICK if options["quick"] else FULL
        found = audit(reading.knowledge(), seed=options["seed"], scale=scale)
        for line in tables(found):
            self.stdout.write(line)
        if options["unasked"]:
            for line in unasked(found):
                self.stdout.write(line)
        if options["json"]:
            text = json.dumps(figures(found), ensure_ascii=False, indent=2)
            Path(options["json"]).write_text(f"{text}\n", encoding="utf-8")
        if not found.is_sound:
            raise CommandError(found.verdict)
        self.stdout.write(found.verdict)
