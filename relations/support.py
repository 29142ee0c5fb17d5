"""Holds the fact base against a copy of the article: what stands, what lost its place."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.apps import apps

from relations.document import Block, Document, Place
from relations.models import Passage, Source, UnidentifiedRow
from relations.models.base import Fact


@dataclass(frozen=True)
class Lost:
    """A fact that the copy does not confirm: where, why, and where it might be now."""

    model: str
    slug: str
    place: str
    why: str
    perhaps_at: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Changed:
    """A place whose text is not what was last checked."""

    passage: Passage
    now: Block | None
    moved_to: Place | None


@dataclass(frozen=True)
class Gap:
    """A place of the article that nothing was taken from, and nobody said why."""

    block: Block
    is_new: bool


def place_of(passage: Passage) -> Place:
    return Place(passage.section.path, str(passage.kind), passage.number, passage.entry)


def fact_models() -> list[type[Fact]]:
    models = apps.get_app_config("relations").get_models()
    return [model for model in models if issubclass(model, Fact)]


class Comparison:
    """One article's facts and places, read once, beside one copy of its text."""

    def __init__(self, document: Document, source: Source) -> None:
        self.document = document
        self.passages = list(
            Passage.objects.filter(section__source=source).select_related("section")
        )
        self._ours = {passage.pk for passage in self.passages}
        self.facts: list[Fact] = [
            fact
            for model in fact_models()
            for fact in model.objects.standing().prefetch_related("passages__section")
            if self._is_ours(fact)
        ]
        self.unidentified = list(
            UnidentifiedRow.objects.select_related("passage__section")
        )

    def _is_ours(self, fact: Fact) -> bool:
        """Whether it rests on this article, or on nothing, which must be noticed."""
        pks = {passage.pk for passage in fact.passages.all()}
        return not pks or bool(pks & self._ours)

    # What the copy confirms

    @cached_property
    def lost(self) -> list[Lost]:
        """Facts and unidentified rows without their support, place by place."""
        found: list[Lost] = []
        for fact in self.facts:
            places = list(fact.passages.all())
            if not places or not fact.tokens:
                why = "it names no place" if fact.tokens else "it has no key words"
                found.append(_lost(fact, "nowhere", why))
            for passage in places:
                if passage.pk in self._ours:
                    found.extend(self._lost_at(fact, passage, fact.tokens))
        for row in self.unidentified:
            if row.passage_id in self._ours:
                tokens = [str(row.date)] if row.date else []
                found.extend(self._lost_at(row, row.passage, tokens))
        return found

    def _lost_at(
        self, fact: Fact | UnidentifiedRow, passage: Passage, tokens: list[str]
    ) -> Iterator[Lost]:
        block = self.document.find(place_of(passage))
        missing = [token for token in tokens if block and not block.has(token)]
        if block is None:
            why = "there is no such place"
        elif missing:
            why = f"it does not say {', '.join(map(repr, missing))}"
        else:
            return
        yield _lost(fact, passage.locator, why, self._places_saying(tokens))

    def _places_saying(self, tokens: list[str]) -> tuple[Place, ...]:
        return tuple(
            block.place
            for block in self.document.blocks
            if tokens and block.place.kind != "table" and all(map(block.has, tokens))
        )[:3]

    @cached_property
    def misdated(self) -> list[Lost]:
        """Facts whose date is not among their key words, so that nothing confirms it."""
        return [
            _lost(fact, "its key words", f"they do not give its date, {date}")
            for fact in self.facts
            for date in fact.untold_dates
        ]

    # What became of the places

    @cached_property
    def changed(self) -> list[Changed]:
        found = []
        for passage in self.passages:
            block = self._block(passage)
            noted = passage.fingerprint
            if block is None or noted not in ("", block.fingerprint):
                found.append(Changed(passage, block, self._moved_to(passage)))
        return found

    @cached_property
    def unchecked(self) -> list[Passage]:
        """Places whose text was never noted."""
        return [
            passage
            for passage in self.passages
            if not passage.fingerprint and self._block(passage)
        ]

    def _block(self, passage: Passage) -> Block | None:
        return self.document.find(place_of(passage))

    def _moved_to(self, passage: Passage) -> Place | None:
        """Another place with the very text, unless that text stood there before too."""
        for block in self._by_fingerprint.get(passage.fingerprint, ()):
            holder = self._passage_at.get(block.place)
            if holder is None or holder.fingerprint != block.fingerprint:
                return block.place
        return None

    @cached_property
    def _by_fingerprint(self) -> dict[str, list[Block]]:
        blocks = defaultdict(list)
        for block in self.document.blocks:
            blocks[block.fingerprint].append(block)
            if block.place.kind == "paragraph":
                for entry in block.entries:
                    blocks[entry.fingerprint].append(entry)
        return blocks

    # What every place of the article was good for

    @cached_property
    def _passage_at(self) -> dict[Place, Passage]:
        return {place_of(passage): passage for passage in self.passages}

    @cached_property
    def _facts_at(self) -> Counter[int]:
        return Counter(
            passage.pk for fact in self.facts for passage in fact.passages.all()
        )

    @cached_property
    def _unidentified_at(self) -> set[int]:
        return {row.passage_id for row in self.unidentified}

    def _is_used(self, passage: Passage) -> bool:
        return bool(self._facts_at[passage.pk]) or passage.pk in self._unidentified_at

    def _is_settled(self, place: Place | None) -> bool:
        """Whether something was taken from there, or it is said why not."""
        passage = self._passage_at.get(place) if place else None
        return passage is not None and (
            self._is_used(passage) or bool(passage.unused_because)
        )

    @cached_property
    def _lists(self) -> set[Place]:
        """Paragraphs that the fact base takes entry by entry."""
        return {
            place._replace(kind="paragraph", entry=None)
            for place in self._passage_at
            if place.kind == "entry"
        }

    @cached_property
    def gaps(self) -> list[Gap]:
        return [
            Gap(block, block.place not in self._passage_at)
            for block in self._blocks_to_settle()
            if not self._is_settled(block.place)
            and not self._is_settled(self.document.table_of(block.place))
        ]

    def _blocks_to_settle(self) -> Iterator[Block]:
        """Paragraphs, items and rows; for a paragraph told by its entries, those."""
        for block in self.document.blocks:
            if block.place in self._lists:
                yield from block.entries
            elif block.place.kind != "table":
                yield block

    @cached_property
    def settled_twice(self) -> list[Passage]:
        """Places that facts were taken from, though it is said why none was."""
        return [
            passage
            for passage in self.passages
            if passage.unused_because and self._facts_at[passage.pk]
        ]

    @cached_property
    def idle(self) -> list[Passage]:
        """Places noted for nothing, though the article there is settled otherwise."""
        gaps = {gap.block.place for gap in self.gaps}
        return [
            passage
            for passage in self.passages
            if not self._is_settled(place_of(passage))
            and place_of(passage) not in gaps
            and place_of(passage) not in self._lists
        ]

    @cached_property
    def unused(self) -> list[Passage]:
        """Places that nothing was taken from, for a stated reason."""
        return [passage for passage in self.passages if passage.unused_because]

    # Counts

    @cached_property
    def facts_by_section(self) -> Counter[str]:
        """How many facts rest on each section, in the article's order."""
        titles: Counter[str] = Counter()
        for passage in self.passages:
            titles[passage.section.title] += 0
        for fact in self.facts:
            titles.update({passage.section.title for passage in fact.passages.all()})
        return titles

    @cached_property
    def facts_by_model(self) -> Counter[str]:
        return Counter(str(fact._meta.verbose_name_plural) for fact in self.facts)

    @cached_property
    def blocks_by_kind(self) -> Counter[str]:
        return Counter(block.place.kind for block in self.document.blocks)

    # The only writer

    def accept(self) -> int:
        """Note the text of every place as it is now."""
        noted = []
        for passage in self.passages:
            block = self._block(passage)
            if block and passage.fingerprint != block.fingerprint:
                passage.fingerprint = block.fingerprint
                noted.append(passage)
        return Passage.objects.bulk_update(noted, ["fingerprint"]) if noted else 0


def _lost(
    fact: Fact | UnidentifiedRow, place: str, why: str, perhaps: tuple[Place, ...] = ()
) -> Lost:
    return Lost(str(fact._meta.verbose_name), fact.slug, place, why, perhaps)
