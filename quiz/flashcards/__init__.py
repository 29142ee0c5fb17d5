"""Flashcards: made of what can be asked without options. Nothing is written of them."""
