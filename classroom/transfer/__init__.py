"""Question sets, own questions and pupils, in from a spreadsheet and out to one.

A file is held against its limits, read into a Table, and run through a resource: once
to see what would come of it, and once more, when that was confirmed, to do it.
"""
