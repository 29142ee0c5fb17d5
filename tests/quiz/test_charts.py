from quiz import charts


def test_one_score_makes_no_line():
    assert charts.line([(50, "once")]) is None


def test_the_line_goes_from_edge_to_edge_and_up_with_the_score():
    chart = charts.line([(0, "first"), (50, "second"), (100, "third")])

    assert [point.x for point in chart.points] == [chart.left, 334, chart.right]
    assert [point.y for point in chart.points] == [212, 114, 16]
    assert chart.polyline == "44,212 334,114 624,16"
    assert [point.label for point in chart.points] == ["first", "second", "third"]


def test_the_grid_stands_where_the_points_do():
    chart = charts.line([(0, "first"), (100, "second")])

    assert [(line.value, line.y) for line in chart.grid] == [
        (0, 212),
        (25, 163),
        (50, 114),
        (75, 65),
        (100, 16),
    ]


def test_every_point_stays_inside_the_picture():
    chart = charts.line([(n % 101, "") for n in range(200)])

    assert all(0 <= point.x <= chart.width for point in chart.points)
    assert all(0 <= point.y <= chart.height for point in chart.points)


def test_counts_stand_on_a_grid_that_ends_on_a_round_number():
    chart = charts.counts([(0, "first"), (101, "second")])

    assert [line.value for line in chart.grid] == [0, 30, 60, 90, 120]
    assert [point.value for point in chart.points] == [0, 101]
    assert chart.points[0].y == chart.grid[0].y


def test_counts_of_nothing_have_a_grid_all_the_same():
    chart = charts.counts([(0, ""), (0, "")])

    assert [line.value for line in chart.grid] == [0, 1, 2, 3, 4]
    assert {point.y for point in chart.points} == {212}


def test_a_count_stays_until_it_changes():
    chart = charts.counts([(0, ""), (2, ""), (4, "")])

    assert chart.steps == "M44 212H334V114H624V16"
