"""Sums of money in forms, as regular expressions."""

from conspectus.domain.facts import Aspect, Cue

SUM = (
    r"(?:(?:[$\u20ac\u00a3\u20b9\u00a5]|\b(?:rs\.?|inr|chf|usd|eur|gbp|cad|aud|nzd|zar|kes)) ?\d|\d[\d,.]{0,12} ?(?:us )?(?:dollars|euros?|pounds|usd|eur|gbp|rand|"
    r"shillings|rupees)\b)"
)
ALL = r"(?:\btotal|^(?:sum\b|everything|all (?:parts|visits|items|stages|steps|of it)\b)|(?:all|each|both) of (?:it|them|these|the (?:above|foregoing))|all ?together|in all)"

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

# What students are given for taking part.
CREDIT = Aspect(
    "credit",
    (
        Cue(
            r"(?:receiv\w+|get|gets|earn\w*|gain|given|award\w*|offer\w*|grant\w*|compensated|"
            r"assigned|obtain|worth|credited) .{0,60}(?:(?:extra|course|class|research|"
            r"participation|bonus|partial|psychology|subject.pool|sona|academic|continuing "
            r"education|cme|ce) (?:\w+ )?(?:credits?|points?|hours?)\b|credits? (?:hours?|points?|"
            r"toward|for|in (?:your|the))|bonus points?)",
            2.0,
        ),
        Cue(r"\d[\d.]{0,12} ?(?:%|percent|per ?cent|points?|credits?|sona|hours?)", 0.6),
        Cue(r"you (?:will|can|may) |participants? (?:will|can|may)|students (?:will|can|may)", 0.3),
    ),
    avoid=(
        Cue(
            r"\bnot (?:required|wish|want|take|participate|affect)|alternative|instead|still|other "
            r"ways|eligible to|can be awarded|know whether|informed that|credit (?:card|report|"
            r"history)|tax credit",
            1.6,
        ),
    ),
    most=2,
    threshold=1.9,
)
