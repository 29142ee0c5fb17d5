"""Question sets: what they ask, whether it can be had, and the papers drawn for them."""
