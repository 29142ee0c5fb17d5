from django.template.loader import render_to_string

from classroom.analysis.figures import Figure


def test_a_figure_below_zero_has_a_minus_and_no_hyphen():
    told = render_to_string(
        "desk/figure.html", {"figure": Figure(-12.34), "unit": "%", "places": 1}
    )

    assert told.strip() == "\N{MINUS SIGN}12.3%"
