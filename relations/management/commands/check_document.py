from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from relations import checks, document
from relations.models import Source
from relations.support import Comparison


class Command(BaseCommand):
    help = (
        "Reads a copy of the article and confirms every fact at its place. Exits with 1 "
        "when a fact lost its support."
    )

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, help="The article as plain text.")
        parser.add_argument(
            "--strict",
            action="store_true",
            help="Also fail where a place is neither used nor explained.",
        )
        parser.add_argument(
            "--accept",
            action="store_true",
            help="Note the text of every place as checked; then run export_facts.",
        )
        parser.add_argument(
            "--list",
            action="store_true",
            dest="lists",
            help="Print the places that no fact was taken from, with the reasons.",
        )

    def handle(self, *args, path, strict, accept, lists, verbosity, **options):
        self.said = []
        self.verbosity = verbosity
        comparison = Comparison(*self.read(path))
        self.tell_counts(comparison)
        self.tell_changes(comparison)
        self.tell_places(comparison)
        if lists:
            self.tell_unused(comparison)
        try:
            self.refuse(comparison, strict=strict)
        except CommandError as error:
            self.said += str(error).splitlines()
            raise
        finally:
            checks.note(comparison, self.said, now=timezone.now())
        if accept:
            self.say(f"Texts noted as checked: {comparison.accept()}.")
            self.say("Run export_facts to write that to the fixtures.")

    def say(self, message=""):
        self.said.append(message)
        if self.verbosity:
            self.stdout.write(message)

    def read(self, path):
        """The copy, and the source it is a copy of: by its title, or the only one."""
        try:
            copy = document.read(path.read_text("utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"This file cannot be read: {error}") from error
        articles = list(Source.objects.filter(kind=Source.Kind.DOCUMENT))
        named = [source for source in articles if source.title == copy.title]
        if len(named or articles) != 1:
            raise CommandError(
                f"The fact base has no article named {copy.title!r}. Load the facts "
                "first, or give the copy its title as its first line: = Title ="
            )
        return copy, (named or articles)[0]

    def tell_counts(self, comparison):
        copy, kinds = comparison.document, comparison.blocks_by_kind
        self.say(
            f"{copy.title}: sections {len(copy.sections)}, paragraphs "
            f"{kinds['paragraph']}, tables {kinds['table']}, rows {kinds['row']}, "
            f"list items {kinds['item']}."
        )
        models = ", ".join(
            f"{name} {count}" for name, count in comparison.facts_by_model.items()
        )
        self.say(f"Facts: {len(comparison.facts)} ({models or 'none yet'}).")
        self.say("Facts by section:")
        for title, count in comparison.facts_by_section.items():
            self.say(f"{count:6}  {title}")

    def tell_changes(self, comparison):
        for change in comparison.changed:
            fate = "changed" if change.now else "is gone"
            moved = f"; its text now stands at {change.moved_to}" * bool(
                change.moved_to
            )
            self.say(f"{change.passage.locator} {fate}{moved}.")
        if comparison.unchecked:
            self.say(
                f"Places never checked before: {len(comparison.unchecked)}; "
                "--accept notes their text."
            )

    def tell_places(self, comparison):
        for gap in comparison.gaps:
            why = "is new" if gap.is_new else "has neither a fact nor a reason why not"
            self.say(f"{gap.block.place} {why}: {shortened(gap.block.text)}")
        for passage in comparison.settled_twice:
            self.say(f"{passage.locator} has both facts and a reason why it has none.")
        for passage in comparison.idle:
            self.say(f"{passage.locator} is noted for nothing.")
        self.say(
            f"Places noted: {len(comparison.passages)}; unused for a reason: "
            f"{len(comparison.unused)}; neither used nor explained: "
            f"{len(comparison.gaps)}."
        )

    def tell_unused(self, comparison):
        self.say("No fact was taken from these places:")
        for passage in comparison.unused:
            self.say(f"  {passage.locator}: {passage.unused_because}")

    def refuse(self, comparison, *, strict):
        lost = comparison.lost + comparison.misdated
        faults = [told(fact) for fact in lost]
        if lost:
            facts = {(fact.model, fact.slug) for fact in lost}
            faults.append(f"Facts without their support: {len(facts)}.")
        unsettled = len(comparison.gaps) + len(comparison.settled_twice)
        if strict and unsettled:
            faults.append(f"Places not settled: {unsettled}.")
        if faults:
            raise CommandError("\n".join(faults))
        self.say("Every fact stands at each of its places.")


def told(lost):
    perhaps = ", or ".join(map(str, lost.perhaps_at))
    elsewhere = f" Its key words stand at {perhaps}." if perhaps else ""
    return f"{lost.model} {lost.slug}: {lost.place}: {lost.why}.{elsewhere}"


def shortened(text, length=60):
    return text if len(text) <= length else f"{text[: length - 1]}…"
