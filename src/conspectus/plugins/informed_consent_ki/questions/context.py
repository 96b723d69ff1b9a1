"""Headings and wording that several questions about the study share."""

from conspectus.domain.facts import Cue
from conspectus.plugins.informed_consent_ki.questions import topics

ELSEWHERE = (*topics.OPTIONAL, *topics.SIGNATURES, *topics.RECORDS)
PARTS = (*topics.PURPOSE, *topics.KEY, *topics.ABOUT)
WHO = (*topics.WHO, *topics.JOINING)
ENDING = (
    r"withdraw|\bleav(?:e|ing)\b|stop(?:ping)? (?:being|taking part|the study|early|my|your part)|"
    r"tak(?:en|e) (?:me|you|my child|out|off)|\bend(?:ed|s)?\b|early|terminat|change (?:my|"
    r"your) mind|"
    r"if (?:i|you) (?:decide to |want to )?stop",
)
# Unlike the topic, not "What will happen if I decide to take part?".
CHOICES = (
    r"alternatives?|other (?:options|choices|treatments?|ways)|\boptions\b|other than (?:taking|"
    r"being)|"
    r"if (?:i|you|we|my child|your child) (?:do not|don.t|decide not|choose not|decline|say no)",
)

JOIN = (
    r"(?:take part|taking part|participate|join|enroll|be in|be included|be part|be invited|"
    r"qualify|volunteer|sign up|donate|be (?:a )?(?:subjects?|participants?|volunteers?))"
)

EARLIER = Cue(
    r"(?:earlier|previous|prior|past|other|another|pilot|similar|smaller|animal) (?:\w+ ){0,2}"
    r"(?:stud|trial|research|survey)|in the past|years ago|in (?:mice|monkeys|animals)|"
    r"have (?:been|shown|received|taken)|so far",
    1.2,
)
DANGLING = Cue(
    r"^(?:it|they|them|these|those|that|this (?:is|was|means|count|will|may)|he|she|such)\b", 0.8
)
