"""Brings the stored questions into step with the facts."""

from django.core.management.base import BaseCommand, CommandError

from quiz import pool
from quiz.quality import ledger
from relations import reading


class Command(BaseCommand):
    help = "Generate, check and store every question the facts carry."

    def add_arguments(self, parser):
        parser.add_argument(
            "--unasked",
            action="store_true",
            help="List each fact that no question asks, with the reason.",
        )

    def handle(self, *args, **options):
        knowledge = reading.knowledge()
        report = pool.sync(knowledge)
        self.stdout.write(
            f"{report.active} questions: {report.created} new, "
            f"{report.changed} changed, {report.unchanged} as they were; "
            f"{report.withdrawn} withdrawn, {report.revived} back in use."
        )
        if options["unasked"]:
            for key, reasons in sorted(report.unasked.items()):
                self.stdout.write(f"{key}: {' '.join(reasons)}")
            self.stdout.write(f"{len(report.unasked)} facts are not asked about.")
        for finding in report.flawed:
            self.stderr.write(f"{finding.rule} {finding.question}: {finding.message}")
        if unexplained := [k for k, reasons in report.unasked.items() if not reasons]:
            raise CommandError(f"No reason why these are unasked: {unexplained}")
        ledger.refresh(knowledge)  # so that no visitor has to wait for the counting
