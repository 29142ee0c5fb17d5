"""Review: what to ask a learner again, today or for a day to come, and in which form.

`picking` and `sessions` choose from values alone; `reviewing` and `readiness` read them.
"""
