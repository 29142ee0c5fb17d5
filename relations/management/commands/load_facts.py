from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from relations import fixtures, loading
from relations.fixtures import FixturesRefused, file_name


class Command(BaseCommand):
    help = "Loads the facts from the fixture files; corrections made here are kept."

    def add_arguments(self, parser):
        parser.add_argument("--path", type=Path, default=fixtures.FOLDER)
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="Take the files' rows even where they were corrected here.",
        )

    def handle(self, *args, path, overwrite, verbosity, **options):
        if not path.is_dir():
            raise CommandError(f"There is no folder {path}.")
        say = self.stdout.write if verbosity else lambda message: None
        try:
            rows = fixtures.read(path)
            plan = loading.load(rows, overwrite=overwrite, progress=say)
        except FixturesRefused as refusal:
            raise CommandError(
                "\n".join(["Nothing was loaded.", *refusal.messages])
            ) from refusal
        self.report(plan, say)

    def report(self, plan, say):
        for kept in plan.kept:
            say(self.style.WARNING(f"{kept.row.place} {kept.row.slug}: kept as here."))
            for name, here, there in kept.differences:
                say(f"  {name}: here {here!r}, in the file {there!r}")
        if plan.kept:
            say(
                "export_facts takes these to the files; load_facts --overwrite undoes them."
            )
        for row in plan.restored:
            say(f"{row.place} {row.slug}: was deleted here, and is back.")
        for model, slug in plan.no_longer_in_files:
            say(f"{file_name(model)} no longer has {slug}; it stays here.")
        for model, slug in plan.made_here:
            say(f"{file_name(model)} does not have {slug}, which was made here.")
        total = len(plan.writes) + len(plan.same) + len(plan.kept)
        if plan.writes:
            say(
                f"{total} rows: {len(plan.create)} new, {len(plan.update)} changed, "
                f"{len(plan.same)} as they were, {len(plan.kept)} kept as here."
            )
        else:
            say(f"{total} rows, nothing to load.")
