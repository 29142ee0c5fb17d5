"""How well Besa foresees forgetting, tried on learners whose forgetting is known.

Run by `make bench-memory`. Learners are made up (`minds.py`) and study the shipped
questions (`catalogue.py`) for half a year under the rules of `quiz.recall.judging` and
`quiz.recall.ratings` (`study.py`); what was predicted is held against what happened.
"""
