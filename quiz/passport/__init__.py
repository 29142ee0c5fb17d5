"""The passport: which stamps there are (places), earned (book), and how each is drawn."""
