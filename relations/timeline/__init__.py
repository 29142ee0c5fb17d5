"""The timeline: every dated fact, drawn as exactly as it is known."""
