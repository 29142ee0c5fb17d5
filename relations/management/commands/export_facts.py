from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from relations import fixtures


class Command(BaseCommand):
    help = "Writes the facts back to the fixture files, sorted, one row a line."

    def add_arguments(self, parser):
        parser.add_argument("--path", type=Path, default=fixtures.FOLDER)
        parser.add_argument(
            "--check",
            action="store_true",
            help="Write nothing; name the files that differ and exit with 1.",
        )

    def handle(self, *args, path, check, verbosity, **options):
        texts = fixtures.written()
        differing = [name for name in texts if _text(path / name) != texts[name]]
        if check and differing:
            raise CommandError(f"These files differ: {', '.join(differing)}.")
        if differing:
            path.mkdir(parents=True, exist_ok=True)
        for name in differing:
            (path / name).write_text(texts[name], "utf-8")
        if verbosity:
            told = (
                f"Written: {', '.join(differing)}."
                if differing
                else "The files tell it all already."
            )
            self.stdout.write(told)


def _text(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""
