"""Marks made up for the tests: 24 attempts at 10 questions, with parts and ties.

Question 8 was known to all, question 9 goes against the rest, question 10 is hard.
"""

MARKS = """
1   1   0.6 1   1   0   1    1 0 0.3
1   1   1   1   0.5 1   1    1 0 1
0   1   0.3 0   0.5 0   0.25 1 1 0
1   0   0.6 1   1   1   0.75 1 0 0
1   1   1   0   1   0   1    1 0 0.3
0   0   0   0   0   0   0.25 1 1 0
1   1   0.6 1   0.5 1   0.5  1 1 0
0   1   0   1   0   0   0.5  1 1 0
1   1   1   1   1   1   0.75 1 0 0.3
1   0   0.3 0   0.5 1   0    1 1 0
1   1   0.6 1   1   0   1    1 0 0
0   0   0.3 1   0   0   0.25 1 0 0
1   1   1   1   1   1   1    1 1 0.3
1   0   0   0   0.5 0   0.5  1 1 0
0   1   0.6 0   0   0   0.25 1 1 0
1   1   0.6 1   1   1   0.75 1 0 0
1   1   1   1   0.5 0   0.75 1 0 0.3
0   0   0   1   0.5 0   0    1 1 0
1   1   0.3 0   1   1   0.5  1 0 0
1   0   0.6 1   0   0   0.5  1 1 0
0   1   0.3 0   0.5 1   0.25 1 0 0
1   1   1   1   1   0   1    1 0 1
0   0   0.3 0   0   0   0    1 1 0
1   1   0.6 1   0.5 1   0.75 1 0 0
"""

ROWS = [[float(mark) for mark in line.split()] for line in MARKS.strip().splitlines()]
