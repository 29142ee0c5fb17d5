"""What a test and each of its questions were worth, as Moodle reckons it; values only.

Marks run from 0 to 1 a question, and what was left open is 0. All variances divide by
one less than the number of attempts. Where a figure cannot be had, it says why.
"""
