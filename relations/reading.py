"""Reads the fact base's rows as claims. One function for each kind of row."""

from collections.abc import Iterator

from relations.claims import (
    ACRONYM,
    AMOUNTS_TO,
    DONE_BY,
    HAPPENED,
    HAS_RELATIONS,
    HELD_BY,
    HOLDS,
    LISTED,
    MEMBER,
    MILESTONES,
    SIGNED_BY,
    SIGNED_ON,
    STANDS_FOR,
    Amount,
    Claim,
    Closure,
    Layer,
    Place,
    Thing,
    Words,
)
from relations.dates import when
from relations.knowledge import Knowledge
from relations.models import (
    Country,
    Event,
    Figure,
    Membership,
    Milestone,
    Office,
    Organization,
    OutsideDate,
    Person,
    Report,
    Roll,
    RollEntry,
    Source,
    Treaty,
    UnidentifiedRow,
)
from relations.models.base import Fact
from relations.models.facts import HOME, ActedFact

# The article speaks of their help in general, so no kind of help is proved not theirs.
HELPERS = ("united-states",)
PARTNERS = Thing("list", "partners", "the states with which relations are listed")
MEMBERSHIPS = Thing("list", "organizations", "the article's list of memberships")


def knowledge() -> Knowledge:
    """Everything the database holds, as it stands now."""
    states = [thing(country) for country in Country.objects.all()]
    return Knowledge(read_claims(), read_closures(), states)


def read_claims() -> Iterator[Claim]:
    yield from _milestones()
    yield from _unidentified_rows()
    yield from _outside_dates()
    yield from _treaties()
    yield from _offices()
    yield from _acted(Event.objects)
    yield from _acted(Report.objects)
    yield from _figures()
    yield from _memberships()
    yield from _closed_doors()
    yield from _names()
    yield from _rolls()


def read_closures() -> Iterator[Closure]:
    """Which lists are complete. The base is a full reading of the article, so what it
    says of nobody else is complete too, as a statement about the article.
    """
    for treaty in Treaty.objects.standing():
        yield Closure(SIGNED_BY, thing(treaty), "the article names every signatory")
    rolls = Roll.objects.standing().filter(is_complete=True)
    for roll in rolls.prefetch_related("covers"):
        yield Closure(
            LISTED,
            thing(roll),
            "the article gives the whole list",
            frozenset(thing(country) for country in roll.covers.all()),
        )
    helpers = frozenset(
        thing(country) for country in Country.objects.filter(slug__in=HELPERS)
    )
    for model in (Event, Report):
        for fact in model.objects.standing().select_related(
            "country", "organization", "person"
        ):
            yield Closure(
                DONE_BY,
                _deed(fact),
                "the article says it of nobody else",
                helpers if isinstance(fact, Report) else frozenset(),
            )
    for person in Person.objects.filter(offices__isnull=False).distinct():
        yield Closure(HOLDS, thing(person), "the article names no other post")


def thing(row: Country | Organization | Person | Treaty | Roll) -> Thing:
    """A row of the base as something claims speak of."""
    kind = row._meta.model_name or ""
    if isinstance(row, Country):
        return Thing(
            kind,
            row.slug,
            row.name,
            row.in_sentence,
            row.get_absolute_url(),
            region=row.region,
            aliases=tuple(row.aliases),
            is_former=row.is_former,
        )
    if isinstance(row, Organization):
        return Thing(
            kind,
            row.slug,
            row.acronym,
            row.in_sentence,
            row.get_absolute_url(),
            region=row.kind,
            aliases=tuple(row.aliases),
            overlaps=frozenset(other.slug for other in row.overlaps.all()),
        )
    if isinstance(row, Roll):
        return Thing(kind, row.slug, row.title, row.question)
    return Thing(
        kind,
        row.slug,
        row.name,
        row.in_sentence,
        row.get_absolute_url(),
        aliases=(row.blind_name,) if isinstance(row, Treaty) else tuple(row.aliases),
    )


def _support(fact: Fact) -> dict:
    """What every claim read from a fact has in common."""
    passages = sorted(fact.passages.all(), key=lambda passage: passage.slug)
    return {
        "key": fact.slug,
        "statement": fact.statement,
        "source": passages[0].section.source.title if passages else "",
        "places": tuple(
            Place(passage.locator, passage.get_absolute_url()) for passage in passages
        ),
        "is_disputed": fact.standing == Fact.Standing.DISPUTED,
        "unasked_because": fact.unasked_because,
    }


def _milestones() -> Iterator[Claim]:
    outside: dict[tuple[str, str], list[OutsideDate]] = {}
    for row in OutsideDate.objects.select_related("country", "organization", "source"):
        partner = row.country or row.organization
        outside.setdefault((partner.slug, row.kind), []).append(row)
    rows = Milestone.objects.standing().with_passages()
    for row in rows.select_related("country", "organization").prefetch_related(
        "organization__overlaps"
    ):
        partner = row.partner
        if not row.date:
            yield Claim(
                predicate=HAS_RELATIONS,
                subject=PARTNERS,
                value=thing(partner),
                page=partner.get_absolute_url(),
                page_title=str(partner),
                countries=(partner.slug,),
                topic="relations",
                **_support(row),
            )
            continue
        contrary = [
            other
            for other in outside.get((partner.slug, row.kind), [])
            if row.date.within(other.date) is False
        ]
        yield Claim(
            predicate=MILESTONES[row.kind],
            subject=thing(partner),
            value=row.date,
            remark=_contrary_remark(contrary),
            page=partner.get_absolute_url(),
            page_title=partner.name or str(partner),
            countries=(row.country.slug,) if row.country else (),
            topic="relations" if row.kind != "joined" else "memberships",
            **_support(row),
        )


def _contrary_remark(rows: list[OutsideDate]) -> str:
    """What references say that does not agree with the article."""
    if not rows:
        return ""
    said = "; ".join(f"{row.date} ({row.source})" for row in rows)
    return f"Outside the article, another date is given: {said}."


def _unidentified_rows() -> Iterator[Claim]:
    """Rows without a name: some state or other, so nothing is unique beside them."""
    rows = UnidentifiedRow.objects.select_related("passage__section")
    for row in rows:
        if row.date:
            yield Claim(
                key=row.slug,
                predicate=MILESTONES["established"],
                subject=Thing("row", row.slug, "an unnamed state"),
                value=row.date,
                statement=f"A row without a name is dated {row.date}.",
                places=(Place(row.passage.locator, row.passage.get_absolute_url()),),
                unasked_because="The row names no state.",
            )


def _outside_dates() -> Iterator[Claim]:
    rows = OutsideDate.objects.select_related("country", "organization", "source")
    for row in rows.prefetch_related("organization__overlaps"):
        partner = row.country or row.organization
        yield Claim(
            key=row.slug,
            predicate=MILESTONES[row.kind],
            subject=thing(partner),
            value=row.date,
            statement=f"{row.source} dates this to {row.date}.",
            source=row.source.title,
            layer=Layer.REFERENCE,
            unasked_because="Known only from a reference.",
        )


def _treaties() -> Iterator[Claim]:
    rows = Treaty.objects.standing().with_passages()
    for row in rows.prefetch_related("signatories__country", "signatories__person"):
        signatories = row.signatories.all()
        common = {
            "page": row.get_absolute_url(),
            "page_title": row.name,
            "topic": "treaties",
            "countries": tuple(
                s.country.slug
                for s in signatories
                if s.country and s.country.name != HOME
            ),
            **_support(row),
        }
        if row.date:
            yield Claim(
                predicate=SIGNED_ON, subject=thing(row), value=row.date, **common
            )
        for signatory in signatories:
            yield Claim(
                predicate=SIGNED_BY,
                subject=thing(row),
                value=thing(signatory.country or signatory.person),
                **common,
            )


def _offices() -> Iterator[Claim]:
    for row in Office.objects.standing().with_passages().select_related("person"):
        office = Thing("office", row.slug, row.title, row.title)
        common = {
            "page": row.person.get_absolute_url(),
            "page_title": row.person.name,
            "topic": "people",
            **_support(row),
        }
        person = thing(row.person)
        yield Claim(predicate=HELD_BY, subject=office, value=person, **common)
        yield Claim(predicate=HOLDS, subject=person, value=office, **common)


def _deed(fact: ActedFact) -> Thing:
    """What was done, as a slot that facts of one kin share."""
    asks = fact.asks
    if not asks and fact.actor:
        noun = "who" if fact.person else "which state"
        date = fact.date if isinstance(fact, Event) else None
        span = f" {when(date, fact.until)}" if date else ""
        asks = f"According to the article, {noun} {fact.deed}{span}?"
    return Thing("deed", fact.kin or fact.slug, fact.deed, asks)


def _acted(objects) -> Iterator[Claim]:
    rows = (
        objects.standing()
        .with_passages()
        .select_related("country", "organization", "person")
    )
    for row in rows.prefetch_related("about", "organization__overlaps"):
        slugs = {country.slug for country in row.about.all()}
        if row.country and row.country.name != HOME:
            slugs.add(row.country.slug)
        page = row.actor or next(iter(row.about.all()), None)
        common = {
            "page": page.get_absolute_url() if page else "",
            "page_title": str(page or ""),
            "topic": "people",
            "countries": tuple(sorted(slugs)),
            **_support(row),
        }
        if row.actor:
            actor = thing(row.actor)
        else:
            actor = Thing("others", row.slug, row.others, row.others)
        yield Claim(predicate=DONE_BY, subject=_deed(row), value=actor, **common)
        if isinstance(row, Event) and row.date and row.name:
            kind = "term" if row.until else "event"
            event = Thing(kind, row.slug, row.name, row.name)
            yield Claim(
                predicate=HAPPENED,
                subject=event,
                value=row.date,
                **common,
            )


def _figures() -> Iterator[Claim]:
    rows = Figure.objects.standing().with_passages().select_related("country")
    for row in rows:
        yield Claim(
            predicate=AMOUNTS_TO,
            subject=Thing("figure", row.slug, row.question),
            value=Amount(row.amount, row.unit, row.is_approximate),
            page=row.country.get_absolute_url() if row.country else "",
            page_title=row.country.name if row.country else "",
            countries=(row.country.slug,) if row.country else (),
            topic="people",
            **_support(row),
        )


def _memberships() -> Iterator[Claim]:
    rows = Membership.objects.standing().with_passages().order_by("position")
    for row in rows.select_related("organization__status_source").prefetch_related(
        "organization__overlaps"
    ):
        body = row.organization
        yield Claim(
            predicate=MEMBER,
            subject=MEMBERSHIPS,
            value=thing(body),
            is_negated=row.status == Membership.Status.NON_MEMBER,
            remark=_status_remark(body),
            page=body.get_absolute_url(),
            page_title=body.acronym,
            topic="memberships",
            **_support(row),
        )


def _status_remark(body: Organization) -> str:
    if not body.reference_status:
        return ""
    return f"Outside the article: {body.reference_status} ({body.status_source})."


def _closed_doors() -> Iterator[Claim]:
    """Bodies whose own rules shut the country out: a negative from a reference."""
    rows = Organization.objects.exclude(closed_to_albania="")
    for row in rows.select_related("status_source").prefetch_related("overlaps"):
        yield Claim(
            key=f"{row.slug}-closed",
            predicate=MEMBER,
            subject=MEMBERSHIPS,
            value=thing(row),
            statement=(
                f"{row.acronym}, the {row.name}, {row.closed_to_albania}. "
                f"{HOME} is not in it."
            ),
            source=row.status_source.title,
            layer=Layer.REFERENCE,
            is_negated=True,
            unasked_because="Known only from a reference; used as a wrong answer.",
            page=row.get_absolute_url(),
            page_title=row.acronym,
            topic="memberships",
        )


def _names() -> Iterator[Claim]:
    """What acronyms on the article's list stand for. The names are reference layer."""
    rows = Membership.objects.standing().with_passages().order_by("position")
    for row in rows.select_related("organization__name_source").prefetch_related(
        "organization__overlaps"
    ):
        body = row.organization
        if not body.name:
            continue
        subject = thing(body)
        common = {
            "layer": Layer.REFERENCE,
            "page": body.get_absolute_url(),
            "page_title": body.acronym,
            "topic": "memberships",
            **_support(row),
            "statement": f"{body.acronym} is the {body.name}.",
            "remark": _name_remark(body.name_source),
        }
        words = Words(body.name)
        yield Claim(predicate=STANDS_FOR, subject=subject, value=words, **common)
        named = Thing("name", body.slug, body.name, overlaps=subject.overlaps)
        yield Claim(predicate=ACRONYM, subject=named, value=subject, **common)


def _name_remark(source: Source | None) -> str:
    if source is None:
        return "The article prints only the acronym; the name is the body’s own."
    return f"The article prints only the acronym; the name is from {source}."


def _rolls() -> Iterator[Claim]:
    rows = (
        RollEntry.objects.standing()
        .with_passages()
        .select_related("roll__treaty", "country")
    )
    for row in rows.prefetch_related("roll__countries").order_by(
        "roll__slug", "position"
    ):
        roll = row.roll
        slugs = {country.slug for country in roll.countries.all()}
        page = roll.treaty or row.country or next(iter(roll.countries.all()), None)
        if row.country:
            slugs.add(row.country.slug)
        yield Claim(
            predicate=LISTED,
            subject=thing(roll),
            value=thing(row.country) if row.country else Words(row.label, row.kin),
            page=page.get_absolute_url() if page else "",
            page_title=str(page or ""),
            countries=tuple(sorted(slugs)),
            topic=roll.topic,
            **_support(row),
        )
