"""Who reads the questions of each family. A family that is not here is an error."""

from collections.abc import Callable

from quiz.models import Question
from quiz.quality.witness import how_many, in_time, of_things
from quiz.quality.witness.rows import Rows
from quiz.quality.witness.shapes import Faults

Reader = Callable[[Rows, Question], Faults]

READERS: dict[str, Reader] = {
    "when": in_time.choose_date,
    "year": in_time.choose_date,
    "partner": of_things.choose_partner,
    "listed": of_things.choose_listed,
    "office": of_things.choose_holder,
    "post": of_things.choose_post,
    "who": of_things.choose_doer,
    "amount": how_many.choose_amount,
    "typed-date": in_time.type_date,
    "typed-year": in_time.type_date,
    "typed-partner": of_things.type_partner,
    "typed-acronym": of_things.type_acronym,
    "typed-name": of_things.type_full_name,
    "typed-who": of_things.type_doer,
    "typed-office": of_things.type_holder,
    "typed-signatory": of_things.type_signatory,
    "typed-amount": how_many.type_amount,
    "first": in_time.choose_first,
    "order": in_time.put_in_order,
    "timeline": in_time.place_on_timeline,
    "match-year": in_time.match_dates,
    "match-date": in_time.match_dates,
    "match-event": in_time.match_events,
    "match-deed": of_things.match_doers,
    "match-person": of_things.match_doers,
    "several-member": of_things.choose_members,
    "several-listed": of_things.choose_listed,
    "roll": how_many.name_them_all,
}
