"""What the audit's short names mean, in words for a teacher."""

PROOFS = {
    "functional slot": (
        "There can be only one answer",
        "The article gives the one there is, and this is another.",
    ),
    "closed list": (
        "The list is complete",
        "The article says it of these and of nobody else, and this is not among them.",
    ),
    "explicit negative": (
        "A source says no",
        "It is written down that this is not so.",
    ),
    "disjoint intervals": (
        "The dates share no day",
        "However roughly a date is told, it cannot be this one.",
    ),
}

SUBJECTS = {
    "T": (
        "Is it true?",
        "One answer is right in the whole fact base, each wrong one has its proof, and "
        "everything names its source.",
    ),
    "S": (
        "Is it clear?",
        "A whole question in plain words that can be answered before its options are "
        "read. No trick, and no “not”.",
    ),
    "O": (
        "Do the options go together?",
        "All of one kind and equally exact; none twice, none within another, no “all "
        "of these”.",
    ),
    "C": (
        "Does anything give the answer away?",
        "No word, length, form or place sets the right answer apart.",
    ),
    "D": (
        "Are dates and numbers fair?",
        "They stand in order, far enough apart, and follow no pattern.",
    ),
    "K": (
        "Are typed answers taken fairly?",
        "Every usual name and spelling counts, none counts for somebody else, and the "
        "page does not hold the answer.",
    ),
    "R": (
        "Is there one solution to put in order or match?",
        "Only what provably lies apart in time is put in order, and pairs fit in one "
        "way alone.",
    ),
    "Q": (
        "Is a quiz as a whole fair?",
        "No question gives a later one away, nothing is asked twice, and the kinds of "
        "question change.",
    ),
}

BOTS = {
    "all cues together": "All tricks together, weighed as other questions taught it",
    "longest": "Takes the longest option",
    "shortest": "Takes the shortest option",
    "words of the stem": "Looks for words of the question among the options",
    "letters of the stem": "Compares the letters of a short name with its long one",
    "most convergent": "Takes the option most like the others",
    "odd one out": "Takes the option least like the others",
    "middle": "Takes the date or number in the middle",
    "edge": "Takes the first or the last date or number",
    "most frequent": "Takes what is most often among the options",
    "rarest": "Takes what is most seldom among the options",
    "most famous": "Takes what the other questions speak of most",
    "least famous": "Takes what the other questions speak of least",
    "most precise": "Takes the most detailed option",
    "only one not round": "Takes the only number that is not round",
    "alphabetically first": "Takes the first by the alphabet",
    "alphabetically last": "Takes the last by the alphabet",
    "grammar": "Takes what fits the grammar of the question",
    "seen earlier": "Takes what came up earlier in the quiz",
    "not seen earlier": "Takes what did not come up earlier in the quiz",
    "home region": "Takes the neighbours of Albania",
    "place 1": "Always takes the first option",
    "place 2": "Always takes the second option",
    "place 3": "Always takes the third option",
    "place 4": "Always takes the fourth option",
    "arranged as shown": "Leaves everything as it is shown",
    "arranged by the alphabet": "Arranges by the alphabet",
    "arranged by length": "Arranges by length",
}
