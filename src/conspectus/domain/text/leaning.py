"""Sentences that rest on the one before them: what they speak of, or what they turn, stands there.

Neither is fit to be told without it: "They last a day." of what? "However, it may not." what may?
"""

import re

_VERBS = (
    r"(?:is|are|was|were|will|would|may|might|can|could|must|should|has|have|had|takes?|lasts?"
    r"|includes?|goes|go|means?|gets?|get|needs?|stays?|keeps?|gives?|pays?|covers?|does|do)"
)
_HERE = (
    r"(?:study|research|project|trial|form|consent|document|booklet|leaflet|letter|registry"
    r"|biobank|program|programme|experiment|survey|center|centre|clinic|hospital|university"
    r"|school|year|summary|section|page|sheet|information|work)"
)
_SUPPOSED = (
    r"It (?:is|was|will be|would be|may be|might be|can be|could be|seems|turns out)"
    r" (?:\w+ ){0,4}?(?:that|to|whether|if|how|what|which|when|where|who|for you|up to|your)\b"
    r"|It (?:costs?|looks as|helps to|takes (?:time|part))\b"
    r"|It is (?:\w+ )?(?:free|voluntary|possible|important)\b"
)
_LEANS = re.compile(
    rf"(?!{_SUPPOSED})(?:It|Its)\b"
    r"|(?:They|Them|Theirs?)\b"
    rf"|This(?! (?:[\w-]+ ){{0,2}}{_HERE}\b)\b|That (?:is|was|would|will|may|can|[a-z]+ [a-z]+)\b"
    r"|These\b|Those(?! (?:who|whose|with|in|of|on|that|taking)\b)\b|Such\b"
    r"|(?:Both|Neither|Either|Each)(?: (?:of (?:these|them|those)|one))?"
    rf" {_VERBS}\b|Each [a-z]+ (?:takes|lasts)\b"
    r"|(?:One|Some|Most|Many|None|All|Half|Part|Few|Several|Others)"
    rf" (?:of (?:it|these|them|those|this|that)\b"
    rf"|{_VERBS}\b(?![^.]*\b(?:benefit|help\w*|gain|served)\b))"
    r"|The (?:others?(?! (?:choice|option|way|possibility)s?\b)|rest|remainder|latter|former|same"
    r"|only exceptions?|exceptions?|(?:first|second|third|last) (?:is|was|will|and|takes|lasts))\b"
    r"|(?:After|Before|Until|Since|Once|When|With|For|From|Of|By|At|In|On|During|Because of|If"
    rf"|Besides|Unlike) (?:this|that|these|those|them|it|they|so|not|such)\b(?! {_HERE}\b)"
    rf"(?! (?:is|was|seems|turns|becomes|would be) (?:\w+ ){{0,4}}(?:that|to|for)\b)"
    r"|(?:Twice|Once|Every|Each|At) (?:[a-z]+ ){1,3}(?:it|they) (?!is|was|will be)"
    r"|(?:Then|Afterwards?|Thereafter|Meanwhile|Otherwise|Instead)\b"
    r"|From then on\b|(?:By|Until|Up to) then\b|In the meantime\b"
)
_TURN = re.compile(
    r"^(?:however|but|yet|nevertheless|nonetheless|even so|still,|on the other hand|unless"
    r"|except|the (?:only )?exceptions?|this does not (?:mean|apply)|this is not"
    r"|it is possible, though)\b|^.{0,60}\b(?:however|nevertheless|on the other hand),",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:not|no|cannot|never|only|must|unless|except|without|may|might|could|risk)\b"
    r"|n[\u2019']t\b",
    re.IGNORECASE,
)
_KIND = re.compile(r"\b(?:benefit|help|encourage|free to|thank|legal rights)", re.IGNORECASE)


def leans(sentence: str) -> bool:
    """Tell whether a sentence speaks of what only the sentence before it names.

    >>> leans("They last a day."), leans("It is your choice."), leans("This study is small.")
    (True, False, False)
    """
    return _LEANS.match(sentence) is not None


def turns(sentence: str) -> bool:
    """Tell whether a sentence limits what the one before it says: "However, it may not.".

    >>> turns("But we cannot promise it."), turns("However, others may benefit.")
    (True, False)
    """
    limits = _TURN.match(sentence) and _LIMIT.search(sentence)
    return limits is not None and _KIND.search(sentence) is None
