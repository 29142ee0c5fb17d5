"""Questions on time: what stands beside what, proved apart and given away by nothing."""

import datetime as dt
import re
from collections import Counter
from itertools import combinations, pairwise

import pytest

from quiz.models import Question
from quiz.quality import rules
from quiz.quality.statistics import chi_square, p_value
from quiz.questions import KINDS, Draft
from quiz.questions import happenings as module
from quiz.questions.happenings import STARTS, Happening, Years, go_together
from quiz.questions.in_time import InTime
from relations.claims import (
    ESTABLISHED,
    HAPPENED,
    JOINED,
    REESTABLISHED,
    Claim,
    Layer,
    Place,
    Thing,
)
from relations.dates import PartialDate
from relations.knowledge import Knowledge
from tests.quiz.drafting import afresh, drafted, refused

pytestmark = pytest.mark.django_db  # the shipped facts are read through one

SLUGS = ("first", "order", "timeline")
SEEDS = range(10)


def set_beside(draft: Draft) -> list[Claim]:
    """All that one question puts beside each other in time."""
    return [*draft.asked, *(prompt.claim for prompt in draft.prompts)]


def began(name: str, date: str, **fields) -> Claim:
    slug = name.lower()
    return Claim(
        **{
            "key": f"{slug}-established",
            "predicate": ESTABLISHED,
            "subject": Thing("country", slug, name, name, region="europe"),
            "value": PartialDate.parse(date),
            "statement": f"Albania and {name} established relations: {date}.",
            "places": (Place("Europe, row 1", "/facts/sections/europe/"),),
            "topic": "relations",
        }
        | fields
    )


def took_place(name: str, date: str, **fields) -> Claim:
    slug = name.lower().replace(" ", "-")
    event = {
        "key": slug,
        "predicate": HAPPENED,
        "subject": Thing("event", slug, name, f"{{when}} was {name}?"),
        "statement": f"{name} took place: {date}.",
        "topic": "people",
    }
    return began(name, date, **event | fields)


EIGHT = [
    began("Borduria", "1912"),
    began("Syldavia", "1922-04"),
    began("Ruritania", "1949-11-23"),
    began("Freedonia", "1958"),
    began("Sylvania", "1970"),
    began("Elbonia", "1992-08-25"),
    began("Genovia", "1996"),
    began("Wakanda", "2006-08-01"),
]


# What the shipped facts carry


@pytest.mark.parametrize("slug", SLUGS)
def test_each_way_asks_nearly_every_dated_fact(published_knowledge, slug):
    asked = {draft.claim.key for draft in drafted(published_knowledge, slug)}

    assert len(asked) >= 55
    assert set(refused(published_knowledge, slug).values()) == {
        "The article says otherwise elsewhere.",
        "Its name tells when it was.",
        "The article spreads the order over two years and does not say which year "
        "covers which state.",
    }


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_no_question_on_time_breaks_a_rule(published_knowledge, seed):
    found = [
        finding
        for draft in drafted(published_knowledge, *SLUGS, seed=seed)
        for finding in rules.findings(draft, published_knowledge)
    ]

    assert found == []


def test_keys_are_unique_and_every_text_fits_its_column(published_knowledge):
    drafts = drafted(published_knowledge, *SLUGS)
    keys = [draft.key for draft in drafts]

    assert len(set(keys)) == len(keys)
    fits = {
        name: Question._meta.get_field(name).max_length
        for name in ("key", "generated_stem", "generated_explanation", "remark")
    }
    for draft in drafts:
        assert len(draft.key) <= fits["key"]
        assert len(draft.stem) <= fits["generated_stem"]
        assert len(draft.explanation) <= fits["generated_explanation"]
        assert len(draft.remark) <= fits["remark"]


def test_the_same_seed_drafts_the_same_and_another_does_not(published_knowledge):
    first, again, other = (
        afresh(published_knowledge, *SLUGS, seed=seed) for seed in (7, 7, 8)
    )

    assert first == again
    assert first != other


# Apart in time


@pytest.mark.parametrize("seed", SEEDS)
def test_all_that_is_set_side_by_side_is_apart_whoever_dates_it(
    published_knowledge, seed
):
    """Also by each reference: none puts two in another order, or on one day."""
    for draft in drafted(published_knowledge, *SLUGS, seed=seed):
        for one, other in combinations(set_beside(draft), 2):
            order = one.value.before(other.value)
            assert order is not None, draft.key
            for here in published_knowledge.slot(one.predicate, one.subject):
                for there in published_knowledge.slot(other.predicate, other.subject):
                    assert here.value.before(there.value) is order, draft.key


def test_a_reference_that_turns_the_order_round_keeps_two_apart():
    """Outside the article, relations with Wakanda begin in 1915 or in 1949."""
    outside = {"layer": Layer.REFERENCE, "unasked_because": "Known from a reference."}
    contrary = began("Wakanda", "1915", key="wakanda-1915", **outside)
    blurring = began("Ruritania", "1970", key="ruritania-1970", **outside)
    knowledge = Knowledge([*EIGHT, contrary, blurring])
    wakanda, ruritania, sylvania, borduria = (
        Happening(claim) for claim in [EIGHT[7], EIGHT[2], EIGHT[4], EIGHT[0]]
    )

    assert not go_together(knowledge, wakanda, ruritania)
    assert not go_together(knowledge, ruritania, sylvania)
    assert go_together(knowledge, borduria, wakanda)
    assert go_together(Knowledge(EIGHT), wakanda, ruritania)


def test_nothing_of_one_year_is_set_side_by_side():
    """Relations with South Korea two days after Israel: nobody need know that."""
    one, other = (
        Happening(claim)
        for claim in [began("Borduria", "1991-08-20"), began("Genovia", "1991-08-22")]
    )

    assert not go_together(Knowledge([one.claim, other.claim]), one, other)


def test_two_things_of_one_name_are_not_set_side_by_side(published_knowledge):
    """Who is released was sentenced before, and what is broken off had begun."""
    for draft in drafted(published_knowledge, *SLUGS):
        for one, other in combinations(map(Happening, set_beside(draft)), 2):
            assert one.names.isdisjoint(other.names), draft.key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (began("Turkey", "1981"), took_place("the Turkish fair", "1992")),
        (took_place("the Omonia trial", "1994"), took_place("Omonia’s end", "1999")),
        (
            began("NATO", "1992"),
            began("NATO", "2009", key="nato-joined", predicate=JOINED),
        ),
        (
            began("Japan", "1922"),
            began("Japan", "1981", key="japan-again", predicate=REESTABLISHED),
        ),
    ],
)
def test_names_are_known_by_their_roots(one, other):
    happenings = Happening(one), Happening(other)

    assert not go_together(Knowledge([one, other]), *happenings)


def test_albania_is_no_name_in_common():
    one, other = (
        Happening(took_place("Albania’s independence", "1912")),
        Happening(took_place("the civil war in Albania", "1997")),
    )

    assert go_together(Knowledge([one.claim, other.claim]), one, other)


# What things are called


def test_every_label_of_the_shipped_facts_reads_well_in_a_list(published_knowledge):
    asker = KINDS["order"]
    labels = {
        Happening(claim).label
        for claim in asker.claims(published_knowledge)
        if not asker.refusal(published_knowledge, claim)
        and Happening(claim).kind != STARTS
    }

    assert labels == {
        "Albania joining NATO",
        "Albanian deputy foreign minister’s visit to Pakistan",
        "Albania’s declaration of independence",
        "Break in relations with Iran",
        "Civil war in Albania",
        "Start of relations with Greece de facto (in practice)",
        "Start of relations with Greece de jure (in law)",
        "Election victory of Edi Rama",
        "Launch of the Albanian-American Enterprise Fund",
        "Operation Alba",
        "Peak of the crisis between Greece and Albania",
        "Release of two Omonia defendants",
        "Renewal of relations with Japan",
        "Russian invasion of Ukraine",
        "Sentencing of five members of Omonia to prison",
        "Signing of the Albanian–Turkish military cooperation agreement",
        "Signing of the Treaty of Peace and Friendship between Albania and Greece",
        "Signing of the special protocol and memorandum of understanding between "
        "Kazazis and Qemali",
        "Start of Albania’s two-year term on the UN Security Council",
        "Start of relations with NATO",
        "Start of relations with the European Union",
        "Start of relations with the United Nations",
        "Vote that made Albania a member of the UN Security Council",
    }


def test_no_label_tells_when_it_was(published_knowledge):
    for draft in drafted(published_knowledge, "first", "order"):
        for option in draft.options:
            assert not re.search(r"\d|first|second|last", option.text), draft.key
    for draft in drafted(published_knowledge, "timeline"):
        for prompt in draft.prompts:
            assert not re.search(r"\d|first|second|last", prompt.text), draft.key


@pytest.mark.parametrize(
    "name", ["the fair of 1999", "the second fair", "the 3rd fair"]
)
def test_what_names_its_time_is_refused(name):
    claim = took_place(name, "1999")

    for slug in SLUGS:
        reason = KINDS[slug].refusal(Knowledge([claim]), claim)
        assert reason == "Its name tells when it was."


def test_a_sentence_keeps_the_article_that_a_list_drops():
    claim = began("Alba", "1912", subject=Thing("country", "alba", "Alba", "the Alba"))

    assert Happening(claim).phrase == "the start of relations with the Alba"
    assert Happening(claim).label == "Start of relations with the Alba"


def test_all_that_is_to_be_compared_is_of_one_kind(published_knowledge):
    for draft in drafted(published_knowledge, "first", "order"):
        kinds = {Happening(claim).kind for claim in draft.asked}
        is_of_steps = "events" not in kinds
        assert kinds == {"events"} or is_of_steps, draft.key
        if Happening(draft.claim).kind == STARTS:
            assert kinds == {STARTS}
            assert "which" in draft.stem.casefold()
            assert "states" in draft.stem


# Remarks


def test_only_the_fact_a_question_is_named_for_may_have_a_remark(published_knowledge):
    for draft in drafted(published_knowledge, *SLUGS):
        assert not any(
            claim.remark for claim in set_beside(draft) if claim != draft.claim
        ), draft.key


def test_where_a_reference_gives_another_date_the_article_is_named(published_knowledge):
    drafts = drafted(published_knowledge, *SLUGS)
    doubtful = [draft for draft in drafts if "another date" in draft.claim.remark]

    assert len(doubtful) > 60
    for draft in doubtful:
        assert draft.stem.startswith("According to the article, "), draft.key
        assert not draft.remark or draft.claim.remark in draft.remark


def test_a_remark_beside_several_says_whose_it_is(published_knowledge):
    drafts = {d.claim.key: d for d in drafted(published_knowledge, "order")}

    assert drafts["kosovo-established"].remark.startswith("Kosovo: Outside the article")
    assert drafts["croatia-established"].remark == ""


# Which came first


def test_of_two_the_earlier_is_right_and_both_are_told(published_knowledge):
    for draft in drafted(published_knowledge, "first"):
        right, (wrong,) = draft.right, draft.wrong
        assert right.candidate.value.before(wrong.candidate.value) is True, draft.key
        assert wrong.proof.kind == "disjoint intervals"
        for option in draft.options:
            claim = published_knowledge.claim(option.candidate.claim)
            assert option.candidate.truth == claim.as_told
            assert claim.as_told in draft.explanation


@pytest.mark.parametrize("seed", SEEDS)
def test_no_two_are_compared_twice(published_knowledge, seed):
    pairs = [
        frozenset(claim.key for claim in draft.asked)
        for draft in drafted(published_knowledge, "first", seed=seed)
    ]

    assert len(pairs) >= 150
    assert len(set(pairs)) == len(pairs)


def test_the_fact_a_pair_is_named_for_is_the_earlier_in_about_half(published_knowledge):
    drafts = [
        draft
        for seed in SEEDS
        for draft in drafted(published_knowledge, "first", seed=seed)
    ]
    earlier = sum(draft.right.candidate.claim == draft.claim.key for draft in drafts)

    assert 0.4 < earlier / len(drafts) < 0.6


def test_no_fact_has_more_than_six_pairs_and_half_have_five(published_knowledge):
    pairs = Counter(d.claim.key for d in drafted(published_knowledge, "first"))

    assert set(pairs.values()) <= {1, 2, 3, 4, 5, 6}
    assert sum(count >= 5 for count in pairs.values()) > len(pairs) / 2


# In which order


def test_what_is_to_be_put_in_order_is_drafted_in_the_right_one(published_knowledge):
    for draft in drafted(published_knowledge, "order"):
        dates = [option.candidate.value for option in draft.options]
        assert all(a.before(b) for a, b in combinations(dates, 2)), draft.key
        assert draft.solution == list(range(len(dates)))
        assert 4 <= len(dates) <= 6
        assert [o.candidate.extra["date"] for o in draft.options] == list(
            map(str, dates)
        )
        assert {o.candidate.claim for o in draft.options} == {
            claim.key for claim in draft.asked
        }


def test_five_are_put_in_order_or_four_where_there_are_no_more():
    sizes = {len(draft.options) for draft in drafted(Knowledge(EIGHT), "order")}

    assert sizes == {5}
    assert {len(d.options) for d in drafted(Knowledge(EIGHT[:4]), "order")} == {4}
    assert set(refused(Knowledge(EIGHT[:3]), "order").values()) == {
        "Too few others are surely apart in time."
    }


# Where on the line


@pytest.mark.parametrize("seed", SEEDS)
def test_the_right_gap_alone_holds_the_date(published_knowledge, seed):
    for draft in drafted(published_knowledge, "timeline", seed=seed):
        date = draft.claim.value
        marks = [prompt.claim.value for prompt in draft.prompts]
        held = [
            all(mark.before(date) for mark in marks[:gap])
            and all(date.before(mark) for mark in marks[gap:])
            for gap in range(len(draft.options))
        ]
        assert [gap for gap, is_right in enumerate(held) if is_right] == [
            draft.solution
        ]
        assert sorted(marks, key=lambda mark: mark.first_day) == marks


def test_gaps_are_named_by_the_marks_about_them(published_knowledge):
    for draft in drafted(published_knowledge, "timeline"):
        dates = [str(prompt.claim.value) for prompt in draft.prompts]
        inner = [f"between {a} and {b}" for a, b in pairwise(dates)]
        assert [option.text for option in draft.options] == [
            f"before {dates[0]}",
            *inner,
            f"after {dates[-1]}",
        ]
        ends = [option.candidate.extra for option in draft.options]
        assert [end["before"] for end in ends] == [*dates, ""]
        assert [end["after"] for end in ends] == ["", *dates]


def test_each_wrong_gap_is_told_by_the_mark_that_shuts_it_out(published_knowledge):
    drafts = {d.claim.key: d for d in drafted(published_knowledge, "timeline")}
    for draft in drafts.values():
        marks = [prompt.claim for prompt in draft.prompts]
        told = [option.candidate.claim for option in draft.wrong]
        assert told == [mark.key for mark in marks], draft.key
        for gap, option in enumerate(draft.options):
            word = "later" if gap < draft.solution else "before that"
            mark = published_knowledge.claim(option.candidate.claim)
            assert option.candidate.truth.startswith(mark.as_told)
            assert (gap == draft.solution) is not (
                f"came {word}" in option.candidate.truth
            )

    truth = drafts["kosovo-established"].options[0].candidate.truth
    assert truth.endswith(
        "The start of relations with Kosovo came later, on 18 February 2008."
    )


def test_every_gap_is_right_as_often(published_knowledge):
    """Also in a large base, where the ends of all dates hardly count."""
    for knowledge in (published_knowledge, many(2000)):
        right = Counter(d.solution for d in drafted(knowledge, "timeline"))
        counts = [right[gap] for gap in range(5)]
        due = [sum(counts) / 5] * 5
        assert p_value(chi_square(counts, due), 4) > 0.01


def test_the_widest_gap_is_no_more_often_right_than_others(published_knowledge):
    """Marks drawn about what is asked would leave the widest gap for it."""
    widest = inner = 0
    for seed in range(20):
        for draft in drafted(published_knowledge, "timeline", seed=seed):
            days = [p.claim.value.first_day.toordinal() for p in draft.prompts]
            widths = [b - a for a, b in pairwise(days)]
            if 0 < draft.solution < len(days):
                inner += 1
                widest += widths[draft.solution - 1] == max(widths)

    assert inner > 500
    assert abs(widest / inner - 1 / 3) < 0.06


def test_no_gap_is_shown_in_which_nothing_could_be(published_knowledge):
    asker = KINDS["timeline"]
    dates = [
        claim.value
        for claim in asker.claims(published_knowledge)
        if not asker.refusal(published_knowledge, claim)
    ]
    for draft in drafted(published_knowledge, "timeline"):
        marks = [prompt.claim.value for prompt in draft.prompts]
        assert any(date.before(marks[0]) for date in dates), draft.key
        assert any(marks[-1].before(date) for date in dates), draft.key


def test_marks_are_told_and_only_the_one_fact_is_asked(published_knowledge):
    for draft in drafted(published_knowledge, "timeline"):
        assert draft.asked == (draft.claim,)
        assert 3 <= len(draft.prompts) <= 5


# Size


def many(count: int) -> Knowledge:
    """States with a day each over a hundred years. No two names begin alike."""
    first = dt.date(1912, 1, 1).toordinal()

    def name(n: int) -> str:
        letters = [chr(97 + n // 26**place % 26) for place in range(4)]
        return "".join(letters).capitalize()

    def day(n: int) -> str:
        return dt.date.fromordinal(first + n * 7919 % 36_500).isoformat()

    return Knowledge(began(name(n), day(n)) for n in range(count))


@pytest.mark.parametrize("slug", SLUGS)
def test_ten_times_the_facts_take_ten_times_the_looks(monkeypatch, slug):
    looks = Counter()
    real = module.Years.away

    def counted(self, *args):
        looks["all"] += 1
        return real(self, *args)

    monkeypatch.setattr(Years, "away", counted)
    small = len(drafted(many(200), slug))
    few, looks["all"] = looks["all"], 0
    large = len(drafted(many(2000), slug))

    assert large > 9 * small
    assert looks["all"] < 12 * few


def test_a_companion_is_near_in_time_in_a_large_base():
    for draft in drafted(many(2000), *SLUGS):
        years = [claim.value.year for claim in set_beside(draft)]
        assert max(years) - min(years) <= 16, draft.key


def test_one_more_fact_leaves_most_questions_alone():
    knowledge = many(400)
    more = Knowledge([*knowledge.claims, began("Zzyzx", "1960-05-05")])
    for slug in SLUGS:
        before = {draft.key: draft for draft in drafted(knowledge, slug)}
        after = {draft.key: draft for draft in drafted(more, slug)}
        same = sum(after.get(key) == draft for key, draft in before.items())
        assert same > 0.95 * len(before), slug


def test_every_family_on_time_is_listed():
    assert {slug for slug in KINDS if isinstance(KINDS[slug], InTime)} == set(SLUGS)
