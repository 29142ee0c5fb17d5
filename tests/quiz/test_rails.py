from quiz.rails import Share, rails


def test_shares_stand_from_edge_to_edge_one_under_the_other():
    chart = rails([Share("None", "0%", 0), Share("Half", "50%", 50, to=100, aim=90)])

    first, second = chart.rails
    assert (first.x, first.to_x, first.aim_x) == (chart.left, None, None)
    assert (second.x, second.to_x, second.aim_x) == (320, chart.right, 566)
    assert chart.top < first.y < second.y < chart.bottom < chart.height


def test_the_grid_stands_where_the_shares_do():
    chart = rails([Share("Half", "50%", 50)])

    assert chart.grid[0] == (chart.left, 0)
    assert chart.grid[2] == (chart.rails[0].x, 50)
    assert chart.grid[-1] == (chart.right, 100)
