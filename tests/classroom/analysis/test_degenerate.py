"""Where there is nothing to work out, it says why."""

from classroom.analysis import items, options, pools, whole


def test_one_attempt_has_a_facility_and_no_more():
    [first, _] = items.of_all([[1, 0]])

    assert first.facility.value == 100
    assert first.deviation.why == "It takes at least two attempts."
    assert first.discrimination.why == "It takes at least two attempts."
    assert first.effective_weight.why == "It takes at least two attempts."
    assert whole.trust([[1, 0]]).consistency.why == "It takes at least three attempts."
    assert whole.scores([0.5]).deviation.why == "It takes at least two attempts."


def test_where_all_was_right_nothing_can_be_compared():
    rows = [[1, 1], [1, 1], [1, 1], [1, 1]]
    [first, _] = items.of_all(rows)

    assert first.deviation.value == 0
    assert first.discrimination.why.startswith("Everybody earned the same here")
    assert first.effective_weight.why.startswith("Everybody earned the same in all")
    assert whole.trust(rows).consistency.why.startswith("Everybody earned the same")
    assert whole.scores([1, 1, 1, 1]).skewness.why.startswith("Everybody earned")


def test_where_only_one_question_told_pupils_apart_it_has_nothing_to_go_with():
    first, second = items.of_all([[1, 0.3], [0, 0.3], [1, 0.3]])

    assert (
        first.discrimination.why == "Everybody earned the same on the other questions."
    )
    assert second.discrimination.why.startswith("Everybody earned the same here")


def test_one_question_has_no_others():
    [only] = items.of_all([[1], [0], [0]])

    assert only.discrimination.why == "It takes at least two questions."
    assert only.effective_weight.value == 100
    assert whole.trust([[1], [0], [0]]).consistency.why == (
        "It takes at least two questions."
    )


def test_three_attempts_have_no_kurtosis_yet():
    scores = whole.scores([0.1, 0.5, 0.6])

    assert scores.skewness.value is not None
    assert scores.kurtosis.why == "It takes at least four attempts."


def test_where_papers_differ_what_cannot_be_compared_is_left_out():
    rows = [{"a": 1.0, "b": 0.0}, {"a": 0.0, "c": 1.0}, {"b": 1.0, "c": 1.0}]
    found = pools.of_all(rows)

    assert not pools.is_one_paper(rows)
    assert found["a"].facility.value == 50
    assert found["a"].discrimination.why == pools.DIFFERENT
    assert (
        found["a"].with_itself.why
        == "Everybody earned the same on the other questions."
    )


def test_options_of_which_nobody_or_everybody_chose_one_say_so():
    offered = [("1991", False), ("1993", True)]
    never, always = options.of_all(offered, [["1993"]] * 3, [1.0, 2.0, 3.0])

    assert never.correlation.why == "Nobody chose it."
    assert never.works is False
    assert always.correlation.why == "Everybody chose it."
    assert always.works is None
