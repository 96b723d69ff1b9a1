"""Lengths of time and numbers of visits, as consent forms write them."""

from conspectus.domain.facts import Cue
from conspectus.plugins.informed_consent_ki.questions import topics

_ELSEWHERE = (*topics.OPTIONAL, *topics.SIGNATURES, *topics.RECORDS)
NOT_MINE = (
    *_ELSEWHERE,
    r"\bpaid\b|payment|compensat|\bcosts?\b|injur|hurt|confidential|privacy|protect|\bassent\b|"
    r"\bresults?\b|background|side effects?|\brisks?\b|who (?:can|may|cannot)|eligib|\bcontact\b",
)
_LENGTH = (
    r"\b(?:\d[\d.,]{0,12}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|"
    r"eighteen|twenty|thirty|forty|sixty|ninety|several|a few|"
    r"an?|half an?)(?:[- ](?:to|and|or|-|\u2013)?[- ]?(?:\d[\d.]{0,12}|"
    r"two|three|four|five|six|seven|eight|nine|ten|twelve))?(?: and a half| more)?[- ]?"
)
LONG = (
    rf"(?:{_LENGTH} ?(?:days?|weeks?|months?|years?|cycles?|"
    r"(?:academic |school |college |full )?(?:terms?\b|semesters?|trimesters?|"
    r"quarters?\b(?! of)|school years?|academic years?))|"
    r"(?:rest of|all) (?:your|his|her|their|my) li(?:fe|ves)|(?:your|his|her) (?:whole |entire )?"
    r"lifetime|(?:for|during) life\b|indefinitely)"
)
SHORT = rf"{_LENGTH} ?(?:minutes?|mins\b|hours?|hrs\b)"
_TIMES = r"(?:study |clinic |office |hospital |home |training |testing |separate |in-person |lab )*"
COUNT = (
    r"(?<!day )(?<!week )(?<!month )(?<!visit )(?<!part )\b(?:\d+|one|two|three|four|five|six|"
    r"seven|eight|"
    r"nine|ten|eleven|twelve|several|single)"
)
VISITS = (
    rf"{COUNT}[- ]?(?:[\w-]+ ){{0,2}}?{_TIMES}(?:visits?|trips?|(?:clinic|study) days|sessions?|appointments?|lessons?|classes|"
    rf"meetings|workshops|interviews?|surveys|focus groups?|"
    rf"(?:phone |telephone |video )?calls?)\b"
)
WHOLE = Cue(
    r"(?:whole|entire|overall|all (?:three|\d) )[^.;]{0,20}(?:study|trial|project|"
    r"registry|undertaking)[^.;]{0,60}"
    r"(?:last|take|run|finish|complete|expected)|whole undertaking|(?:study|trial|project|registry) (?:as a "
    r"whole|itself|"
    r"overall|will (?:be open|run)|runs? until)|funding|expected that all",
    2.4,
)
# "Plan on a year."
IN_ALL = Cue(
    rf"\bit (?:will )?(?:takes?|lasts?|runs?) (?:about |up to |around |some )?{LONG}[^.;:]{{0,20}}"
    r"(?:altogether|in (?:all|total)|all told|overall|of your (?:life|time))|"
    rf"\bit (?:takes?|lasts?) (?:about )?{LONG}(?<=months|.years)[:.,]|(?:needs?|asks? for) (?:about )?{LONG} of "
    rf"your time|\bbe (?:a )?(?<!samples will be )(?<!data will be )part of (?:this|it) for (?:about )?{LONG}|"
    rf"^(?:\d+[.)] )?(?:(?:your |the )?(?:time|period|term)|length|duration): (?:about |up to |some )?{LONG}|"
    rf"\bvisits? (?:then )?(?:continue|go on) for (?:about )?{LONG}|\bgive (?:us )?(?:about )?{LONG} (?:to|of)\b|"
    rf"\b(?:main|whole|treatment) (?:part|phase|period|stage) (?:lasts?|takes?|runs?) (?:about |up to )?{LONG}|"
    rf"\ball (?:in all|told),? [^.;]{{0,30}}(?:gives?|spends?|is|are|be|takes?|lasts?)\b[^.;]{{0,20}}{LONG}|"
    r"(?:everything|all of (?:it|this)|it all|your part|your visits?) (?:is|are|will be) "
    rf"(?:done|over|finished|complete) (?:with)?in {LONG}|\b(?:allow|(?:plan|count|reckon) (?:on|with)) "
    rf"(?:about )?{LONG}|(?:all|whole|together|altogether)\b[^.;]{{0,30}} (?:takes?|lasts?|comes? to|"
    rf"adds? up to) (?:about )?{LONG}|whole thing takes (?:about )?{SHORT}|(?:stay|remain|followed|be in)\b[^.;]{{0,40}} until "
    rf"[^.;]{{0,40}}birthday",
    2.0,
)
# What lies behind those who may join.
BEFORE_IT = Cue(
    r"\bago\b|(?:with)?in the (?:last|past)|\bwho (?:have |has |had |finished|ended|completed|took)|"
    r"(?:finish|end|complet)ed (?:\w+ )?(?:treatment|therapy|chemotherapy|radiation)",
    2.0,
)
# Who may join, single days, and how long contraception is used.
NOT_A_STAY = Cue(
    r"(?:can|may) (?:not )?(?:take part|join|be in)|years? (?:old|of age)|or older|"
    r"\b(?:those|these|both) (?:\w+ )?(?:days|nights|weeks)\b|birth control|contracept",
    2.0,
)
