"""What came of what was set: who did it, what was hard, and who knows what by now.

Everything is read anew from the answers. `sittings` and `answers` read, the others
work with what these have read.
"""
