"""Stamps: each its own, the same for ever, and with room for what it says."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from quiz import lettering, stamps
from quiz.layouts import LAYOUTS, Arc
from quiz.places import GROUPS
from quiz.stamps import Look, Wording

PARTS = Path(settings.BASE_DIR, "templates/quiz/stamp_parts.html").read_text()
IDS = set(re.findall(r'id="([^"]+)"', PARTS))
SLUGS = [f"place-{n}" for n in range(150)]
LONG = "International Centre for the Study of the Preservation of Cultural Property"


def look(shape: str, *, in_figures: bool = False) -> Look:
    return Look(shape, 1, 1, 1, 0, 0, in_figures)


def test_a_place_has_the_same_stamp_for_ever():
    assert stamps.look("country", "kosovo") == Look(
        shape="rect", ink=7, edge=5, rosette=2, tilt=-2, wear=15, in_figures=False
    )


def test_hardly_two_places_look_alike():
    looks = {stamps.look("country", slug) for slug in SLUGS}
    at_a_glance = {(look.shape, look.ink, look.edge) for look in looks}

    assert len(looks) == len(SLUGS)
    assert len(at_a_glance) > len(SLUGS) / 2


@pytest.mark.parametrize("kind", stamps.SHAPES)
def test_every_part_a_stamp_may_have_is_drawn(kind):
    for slug in SLUGS:
        own = stamps.look(kind, slug)
        wanted = {own.shape, own.outline, f"{own.shape}-in", f"rosette-{own.rosette}"}
        assert wanted <= IDS
        assert 1 <= own.ink <= stamps.INKS
        assert -stamps.TILT <= own.tilt <= stamps.TILT
    assert {f"o-{group}" for group in GROUPS} <= IDS


@pytest.mark.parametrize("shape", LAYOUTS)
@pytest.mark.parametrize("in_figures", [True, False])
def test_words_stay_within_the_stamp(shape, in_figures):
    wording = Wording(
        title=LONG,
        middle=("28 September", "1998"),
        figures="28 · 12 · 1998",
        foot="relations de facto",
        note="✓ 28 Sep 2026",
    )

    lines = stamps.drawn(look(shape, in_figures=in_figures), wording).lines

    layout = LAYOUTS[shape]
    rooms = {
        "title": layout.title,
        "middle": layout.middle,
        "foot": layout.foot,
        "note": layout.note,
    }
    assert {line.style for line in lines} == set(rooms)
    for line in lines:
        room = rooms[line.style]
        length = room.length if isinstance(room, Arc) else room.width
        assert line.size * lettering.width(line.text) <= length * 1.03
        assert line.arc in ({""} | IDS)
        assert -94 < line.y < 94


def test_dates_are_written_as_the_place_likes_it():
    wording = Wording("Kosovo", ("18 February", "2008"), "18 · 2 · 2008")

    def middle(shape, *, in_figures):
        lines = stamps.drawn(look(shape, in_figures=in_figures), wording).lines
        return [line.text for line in lines if line.style == "middle"]

    assert middle("circle", in_figures=False) == ["18 February", "2008"]
    assert middle("circle", in_figures=True) == ["18 · 2 · 2008"]
    assert middle("rect", in_figures=False) == ["18 · 2 · 2008"]  # has one line


def test_an_ornament_stands_where_there_is_nothing_to_write():
    plain = stamps.drawn(look("circle"), Wording("Serbia"))
    dated = stamps.drawn(look("circle"), Wording("Italy", ("1912",), "1912"))

    assert len(plain.ornaments) == len(dated.ornaments) + 1
    assert plain.ornaments[0][2] > 1
