"""Sums of money in forms, as regular expressions."""

from conspectus.domain.facts import Cue

SUM = (
    r"(?:[$\u20ac\u00a3] ?\d|\d[\d,.]* ?(?:us )?(?:dollars|euros?|pounds|usd|eur|gbp|rand|"
    r"shillings|rupees)\b)"
)
ALL = (
    r"(?:\btotal|(?:all|each|both) of (?:it|them|these|the (?:above|foregoing))|altogether|in all)"
)

# Sums that are not what the subject gets.
OTHER_SUM = Cue(
    r"\$600|internal revenue|\birs\b|\btax(?:es|able)?\b|1099|another study|other stud(?:y|ies) "
    r"of|own form|teacher|\bdr\. |speaking|lectures?|shares? of|stock|per year from|insurance "
    r"limit|reported to|sub-?study|optional|biobank|stored samples|extra sample|co-?pay|"
    r"deductible|\$0\b|list price|a class\)|sells for|above that of|(?:college|university|"
    r"hospital|doctors?|clinic|company|school|institution|investigators?|center) (?:gets?|"
    r"receives?|is paid|are paid|earns?|will (?:be paid|receive|get))",
    4.0,
)
