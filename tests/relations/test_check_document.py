from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from relations.models import Milestone, Office, Passage, Source, Treaty
from tests.relations.small import ARTICLE

pytestmark = pytest.mark.django_db

GIVEN = (
    Path(__file__).resolve().parents[2]
    / "../shared/document/foreign_relations_of_albania.txt"
)


@pytest.fixture
def copy(tmp_path):
    """Writes a copy of the small article, changed where asked."""

    def copy(old="", new=""):
        assert old in ARTICLE
        path = tmp_path / "article.txt"
        path.write_text(ARTICLE.replace(old, new) if old else ARTICLE, "utf-8")
        return path

    return copy


def check(path, **options):
    said = StringIO()
    call_command("check_document", path, stdout=said, **options)
    return said.getvalue()


def test_the_article_as_it_was_confirms_every_fact(load, copy):
    load()

    said = check(copy(), strict=True)

    assert said.endswith(
        "Places noted: 10; unused for a reason: 3; neither used nor explained: 0.\n"
        "Every fact stands at each of its places.\n"
    )
    assert "sections 3, paragraphs 4, tables 1, rows 3, list items 1.\n" in said
    assert (
        "Facts: 7 (milestones 1, treaties 1, offices 1, figures 1, memberships 3).\n"
    ) in said
    assert "     1  Opening\n     2  Sylvania\n     4  Partners\n" in said


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("7 April 1924", "8 April 1924",
         "treaty treaty-1924: Sylvania, paragraph 1: it does not say '7 April 1924'."),
        ("Rufus Firefly", "Zeppo Firefly",
         "office firefly-minister: Opening, paragraph 1: it does not say 'Rufus"),
        ("| | 1922 |", "| | 1923 |",
         "milestone sylvania-established: Partners, row 1: it does not say '1922'."),
        ("28 August", "29 August",
         "unidentified row partners-row-2: Partners, row 2: it does not say '28 August"),
        ("CERN (observer)", "CERN",
         "membership cern-listed: Partners, paragraph 1, entry 2: it does not say"),
        ("CERN (observer) and WTO", "CERN (observer)",
         "membership wto-listed: Partners, paragraph 1, entry 3: there is no such"),
        ("== Sylvania ==", "== Sylvanien ==",
         "treaty treaty-1924: Sylvania, paragraph 1: there is no such place."),
    ],
)  # fmt: skip
def test_a_fact_that_lost_its_support_is_named(load, copy, old, new, message):
    load()

    with pytest.raises(CommandError) as refusal:
        check(copy(old, new))

    assert message in str(refusal.value)


def test_it_says_where_the_key_words_stand_now(load, copy):
    load()

    with pytest.raises(CommandError) as refusal:
        check(copy("Freedonia and Sylvania signed", "Hail.\nFreedonia and S signed"))

    assert (
        "treaty treaty-1924: Sylvania, paragraph 1: it does not say '7 April 1924', "
        "'treaty'. Its key words stand at Sylvania, paragraph 2."
    ) in str(refusal.value)


def test_every_place_of_a_fact_must_say_it(load, copy):
    load()
    Treaty.objects.get().passages.add(Passage.objects.get(slug="opening-1"))

    with pytest.raises(CommandError, match="treaty-1924: Opening, paragraph 1"):
        check(copy())


def test_a_fact_without_a_place_or_key_words_is_not_confirmed(load, copy):
    load()
    Treaty.objects.get().passages.clear()
    Office.objects.update(tokens=[])

    with pytest.raises(CommandError) as refusal:
        check(copy())

    assert str(refusal.value).splitlines() == [
        "treaty treaty-1924: nowhere: it names no place.",
        "office firefly-minister: nowhere: it has no key words.",
        "Facts without their support: 2.",
    ]


def test_a_date_that_the_key_words_do_not_give_is_not_confirmed(load, copy):
    load()
    Milestone.objects.update(date="1923")

    with pytest.raises(CommandError, match="they do not give its date, 1923"):
        check(copy())


@pytest.mark.parametrize("tokens", [["2022–23"], ["1 May 2023"], ["2022-23"]])
def test_a_date_may_be_told_as_the_end_of_a_span(load, copy, tokens):
    load()
    Treaty.objects.update(date="2023", tokens=tokens)

    with pytest.raises(CommandError) as refusal:
        check(copy())

    assert "its date" not in str(refusal.value)


def test_a_fact_taken_back_needs_no_support(load, copy):
    load()
    Treaty.objects.update(standing=Treaty.Standing.RETRACTED)

    assert "Facts: 6 (" in check(copy("7 April 1924", "8 April 1924"))


def test_a_place_of_another_source_is_not_looked_for(small, load, copy):
    small.add("source", slug="book", title="A book", kind="reference")
    small.add("section", slug="book", source=["book"], position=1, title="A book")
    small.add("passage", slug="book-9", section=["book"], kind="paragraph", number=9)
    small.change("treaty", "treaty-1924", passages=[["book-9"], ["sylvania-1"]])
    load()

    assert "Every fact stands at each of its places." in check(copy())


def test_new_places_are_reported_and_are_errors_only_when_strict(load, copy):
    load()
    path = copy("- List of hats", "- List of hats\n- List of shoes")

    assert "Partners, item 2 is new: List of shoes\n" in check(path)
    with pytest.raises(CommandError, match=r"^Places not settled: 1\.$"):
        check(path, strict=True)


def test_a_place_with_neither_fact_nor_reason_is_a_gap(load, copy):
    load()
    Office.objects.all().delete()

    assert "Opening, paragraph 1 has neither a fact nor a reason why not" in check(
        copy()
    )


def test_a_new_entry_of_a_list_is_a_gap(load, copy):
    load()

    assert "Partners, paragraph 1, entry 4 is new: ZOO\n" in check(
        copy("and WTO.", ", WTO and ZOO")
    )


def test_a_table_taken_as_a_whole_settles_its_rows(small, load, copy):
    for slug in ("partners-row-2", "partners-row-3"):
        if slug == "partners-row-2":
            small.drop("unidentifiedrow", slug)
        small.drop("passage", slug)
    small.add(
        "passage",
        slug="partners-table",
        section=["partners"],
        kind="table",
        number=1,
        unused_because="A table of hats.",
    )
    load()

    assert "neither used nor explained: 0." in check(copy())


def test_a_place_both_used_and_explained_away_is_an_error_when_strict(load, copy):
    load()
    Passage.objects.filter(slug="opening-1").update(unused_because="No reason.")

    assert "Opening, paragraph 1 has both facts and a reason" in check(copy())
    with pytest.raises(CommandError, match="Places not settled: 1"):
        check(copy(), strict=True)


def test_a_place_noted_for_nothing_is_reported(small, load, copy):
    small.add(
        "passage", slug="partners-table", section=["partners"], kind="table", number=1
    )
    load()

    assert "Partners, the table is noted for nothing." in check(copy())


def test_a_paragraph_told_by_its_entries_is_not_noted_for_nothing(small, load, copy):
    small.add(
        "passage",
        slug="partners-1",
        section=["partners"],
        kind="paragraph",
        number=1,
    )
    load()

    assert "nothing" not in check(copy())


def test_accept_notes_the_text_so_that_a_change_is_seen(load, copy):
    load()
    said = check(copy(), accept=True)
    assert "Texts noted as checked: 10." in said

    assert "changed" not in check(copy())
    assert "Sylvania, paragraph 2 changed.\n" in check(copy("a hat", "two hats"))


def test_accept_notes_nothing_while_a_fact_is_lost(load, copy):
    load()

    with pytest.raises(CommandError):
        check(copy("7 April 1924", "8 April 1924"), accept=True)

    assert set(Passage.objects.values_list("fingerprint", flat=True)) == {""}


def test_accept_a_second_time_writes_nothing(load, copy):
    load()
    check(copy(), accept=True)

    assert "Texts noted as checked: 0." in check(copy(), accept=True)


def test_text_that_moved_is_followed(load, copy):
    load()
    check(copy(), accept=True)

    said = check(copy("They disagree", "Hail.\n\nThey disagree"))

    assert (
        "Sylvania, paragraph 2 changed; its text now stands at Sylvania, paragraph 3."
    ) in said
    assert "Sylvania, paragraph 3 is new: They disagree about a hat." in said


def test_text_that_stood_elsewhere_before_has_not_moved_there(small, load, copy):
    small.add(
        "passage",
        slug="opening-2",
        section=["opening"],
        kind="paragraph",
        number=2,
        unused_because="A hat again.",
    )
    load()
    hat = "They disagree about a hat."
    path = copy("Rufus Firefly.", f"Rufus Firefly.\n{hat}")
    check(path, accept=True)
    before, _, rest = path.read_text("utf-8").rpartition(hat)
    path.write_text(f"{before}They agree.{rest}", "utf-8")

    said = check(path)

    assert "Sylvania, paragraph 2 changed.\n" in said


def test_a_place_that_is_gone_is_reported(load, copy):
    load()
    check(copy(), accept=True)

    said = check(copy("They disagree about a hat.\n", ""))

    assert "Sylvania, paragraph 2 is gone.\n" in said


def test_list_prints_what_was_left_out_and_why(load, copy):
    load()

    said = check(copy(), lists=True)

    assert "  Sylvania, paragraph 2: Nobody knows which hat.\n" in said
    assert "Nobody knows" not in check(copy())


def test_quiet_says_nothing_when_all_is_well(load, copy):
    load()

    assert check(copy(), verbosity=0) == ""


def test_an_article_under_a_new_title_is_the_only_one_there_is(load, copy):
    load()

    assert "Every fact stands" in check(copy("Foreign relations", "The relations"))


def test_a_title_tells_two_articles_apart(load, copy):
    load()
    Source.objects.create(slug="other", title="Ruritania", kind="document")

    assert "Every fact stands" in check(copy())
    with pytest.raises(CommandError, match="no article named 'The relations of Free"):
        check(copy("Foreign relations", "The relations"))


def test_a_file_that_cannot_be_read_is_a_clear_error(load, tmp_path):
    with pytest.raises(CommandError, match="This file cannot be read"):
        check(tmp_path / "nowhere.txt")


def test_an_empty_fact_base_is_a_clear_error(copy):
    with pytest.raises(CommandError, match="Load the facts first"):
        check(copy())


def test_the_given_article_confirms_every_published_fact():
    if not GIVEN.exists():
        pytest.skip("the article is not at hand")
    call_command("load_facts", verbosity=0)
    if not Source.objects.exists():
        pytest.skip("no facts are published yet")

    said = check(GIVEN, strict=True)

    assert said.endswith("Every fact stands at each of its places.\n")
