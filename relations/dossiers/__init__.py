"""Dossiers: a state, body, treaty, person or theme, and exactly the facts it consists of."""
