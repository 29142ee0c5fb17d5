"""Figures as they are printed."""

from django import template

register = template.Library()


@register.filter
def with_minus(printed: str) -> str:
    """A number below zero with the sign for it: a hyphen is read out as none."""
    return printed.replace("-", "\N{MINUS SIGN}")
