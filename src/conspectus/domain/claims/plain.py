"""Formal wording in plain words, changed only where the meaning stays the same."""

import re
from collections.abc import Mapping

from conspectus.domain.claims.check import check_claim

_WORDS = {
    "a majority of": "most", "a maximum of": "at most", "a minimum of": "at least",
    "the majority of": "most", "additional": "extra",
    "administer": "give", "administered": "given", "administering": "giving",
    "adverse effect": "side effect", "adverse effects": "side effects",
    "adverse reaction": "side effect", "adverse reactions": "side effects",
    "annually": "every year", "anticipate": "expect", "anticipated": "expected",
    "approximately": "about", "are able to": "can", "are required to": "must",
    "as a result of": "because of",
    "as well as": "and", "assess": "check", "assist": "help", "assistance": "help",
    "at the present time": "now", "be randomized to": "be put by chance in",
    "beneficial": "helpful",
    "commence": "start", "commences": "starts", "compensate": "pay", "compensated": "paid",
    "concerning": "about", "confidential": "private",
    "contraception": "birth control", "currently": "now", "demonstrate": "show",
    "determine": "find out", "disclose": "share", "disclosed": "shared",
    "disclosed to": "shared with",
    "discontinue": "stop", "discontinued": "stopped", "discontinuing": "stopping",
    "distributed to": "given to", "due to": "because of",
    "during the course of": "during", "each subject": "each person",
    "examination": "exam", "examinations": "exams", "experimental agent": "experimental drug",
    "fatigue": "tiredness", "female subjects": "women", "fetus": "unborn baby",
    "for the duration of": "during",
    "for the purpose of": "for", "frequently": "often", "immediately": "right away",
    "in conjunction with": "with", "in order to": "to",
    "in the event that": "if", "individuals": "people",
    "initiate": "start", "initiated": "started", "injection": "shot", "injections": "shots",
    "intravenously": "through a vein", "investigational": "experimental",
    "investigators": "researchers", "in excess of": "more than", "is able to": "can",
    "is required to": "must", "male subjects": "men",
    "may be subjects": "may take part",
    "can be subjects": "can take part",
    "maintain": "keep", "maintained": "kept", "laboratory": "lab",
    "may experience": "may have", "medication": "medicine", "medications": "medicines",
    "notified": "told", "notify": "tell", "numerous": "many", "obtain": "get",
    "obtaining": "getting", "occur": "happen", "occurred": "happened",
    "occurring": "happening", "occurs": "happens", "on a daily basis": "every day",
    "once daily": "once a day", "orally": "by mouth", "participate": "take part",
    "participated": "took part", "participates": "takes part",
    "participating": "taking part", "participation in": "taking part in", "per day": "a day",
    "per hour": "an hour", "per month": "a month", "per visit": "a visit",
    "per week": "a week", "per year": "a year", "persons": "people", "physician": "doctor",
    "physicians": "doctors", "potential": "possible", "prior to": "before",
    "purchase": "buy", "questionnaire": "survey", "questionnaires": "surveys",
    "randomly assigned to": "put by chance in",
    "receive": "get", "receives": "gets", "receiving": "getting", "regarding": "about",
    "reimbursed": "paid back", "remain": "stay", "remuneration": "payment", "reside": "live",
    "retain": "keep", "retained": "kept", "specimen": "sample", "specimens": "samples",
    "subjects": "people", "subsequent to": "after", "sufficient": "enough",
    "terminate": "end", "terminated": "ended", "therefore": "so", "twice daily": "twice a day",
    "subsequently": "later", "thereafter": "after that",
    "to which you are otherwise entitled": "you would otherwise have",
    "to which your child is otherwise entitled": "your child would otherwise have",
    "until such time as": "until", "upon": "on",
    "utilize": "use", "utilized": "used", "utilizing": "using",
    "whether or not": "whether", "whether or not to": "whether to", "will be required to": "must",
    "end your participation in": "end your part in",
    "with the exception of": "except for", "with regard to": "about", "with respect to": "about",
    "withdraw from the study": "leave the study", "withdraw from this study": "leave this study",
}  # fmt: skip


def _after(*words: str) -> str:
    return "(?:" + "|".join(rf"(?<=\b{word} )" for word in words) + ")"


def _not_after(*words: str) -> str:
    return "".join(rf"(?<!\b{word} )" for word in words)


_GROUP = r"(?= (?:[\w-]+ ){0,4}(?:groups?|arms?|cohorts?)\b)"
_PEOPLE = _after(
    "you",
    "we",
    "they",
    "he",
    "she",
    "who",
    "child",
    "children",
    "doctor",
    "doctors",
    "people",
    "women",
    "men",
)
_ONLY: Mapping[str, tuple[str, str]] = {
    "additional": (
        "",
        r"(?= (?:[$\u00a3\u20ac] ?\d|(?:\w+ )?(?:visits?|tests?|time|tubes?|blood|costs?|minutes?"
        r"|hours?|scans?|samples?|specimens?|procedures?|questions?|money)\b))",
    ),
    "are required to": (_PEOPLE, ""),
    "as well as": (r"(?<=, )", ""),
    "assistance": ("", r"(?! programs?\b)"),
    "be randomized to": ("", _GROUP),
    "concerning": (_not_after("is", "are", "be", "very", "more") + r"(?<!ly )", r"(?= \w)"),
    "determine": ("", r"(?= (?:if|whether|how|what|which|who|why)\b)"),
    "disclose": (
        "", r"(?= (?:\w+ ){0,3}(?:information|data|names?|identity|results|records|samples)\b)",
    ),
    "due to": ("", r"(?! (?:you|him|her|them|end|finish|start|close)\b)"),
    "immediately": ("", r"(?! (?:after|before|following|prior|available|upon)\b)"),
    "injection": ("", r"(?! sites?\b)"),
    "is required to": (_PEOPLE, ""),
    "occurring": (r"(?<!naturally )", ""),
    "occurs": (r"(?<!naturally )", ""),
    "orally": (_not_after("presented", "explained", "told", "asked", "consent", "agree"), ""),
    "potential": (
        r"(?<!bearing )",
        r"(?= [a-z])(?! (?:for|to|of|and|or|is|are|in|that|as|may|must|should|who)\b)",
    ),
    "randomly assigned to": ("", _GROUP),
    "receiving": (_not_after("a", "the"), ""),
    "remain": ("", r"(?= \w)(?! (?:will|may|can|are|is|after|from|over|to be)\b)"),
    "remuneration": (_not_after("pay", "you"), ""),
    "subjects": (_not_after("on", "about"), ""),
    "sufficient": (_not_after("a"), ""),
    "therefore": (r"(?:\A|(?<=[.;,] )|(?<=\band ))", ""),
    "whether or not": (
        _after("decide", "choose", "know", "see", "tell you", "about", "choice", "decision"), "",
    ),
    "will be required to": (_PEOPLE, ""),
}  # fmt: skip
"""What must stand before and behind a phrase for the plain words to mean the same."""


def _pattern(phrase: str) -> str:
    before, behind = _ONLY.get(phrase, ("", ""))
    return before + phrase.replace(" ", r"\s+") + r"(?![\w-]|['\u2019])" + behind


_FORMAL = re.compile(
    r"(?<![\w\"\u201c\u2018'-])(?P<article>an?\s+)?(?P<words>"
    + "|".join(map(_pattern, sorted(_WORDS, key=len, reverse=True)))
    + ")",
    re.I,
)
_BOUNDS = ((re.compile(r"≥\s*(?=\d)"), "at least "), (re.compile(r"≤\s*(?=\d)"), "at most "))
_POSSESSED = re.compile(
    r"\b(?:human|research|study|female|male|(?:your|my|his|her|its|their|our)(?:\s+\w+)?)\s+\Z",
    re.I,
)
_TWICE = re.compile(r"\b([\w ]{4,40}) \(\1\)", re.I)
_BOUND = ("subjects", "participation in", "individuals", "persons")


def plain(text: str) -> str:
    """Return the text in plainer words that say the same; case and articles are kept right.

    Names stay as they are: a capitalised word inside a sentence is never changed. The result
    passes `check_claim` against the text, or is the text.
    """
    for sign, words in _BOUNDS:
        text = sign.sub(words, text)
    plainer = _TWICE.sub(r"\1", _FORMAL.sub(_plainer, text))
    if plainer == text or not check_claim(plainer, [text]):
        return plainer
    plainer = text
    for match in reversed(list(_FORMAL.finditer(text))):
        changed = plainer[: match.start()] + _plainer(match) + plainer[match.end() :]
        if not check_claim(changed, [text]):
            plainer = changed
    return plainer


def _plainer(match: re.Match[str]) -> str:
    said = match["words"]
    text, start = match.string, match.start("words")
    inside = start > 0 and not re.search(r"(?:\A|[.!?:;\n(\"•-]\s*)\Z", text[:start])
    follows = re.match(r"\s+[A-Z][a-z]", text[match.end() :])
    key = " ".join(said.lower().split())
    if said != said.lower() and (inside or follows or said.isupper()):
        return match[0]
    if key in _BOUND and _POSSESSED.search(text[:start]):
        return match[0]
    word = _WORDS[key]
    article = match["article"] or ""
    if article:
        article = (
            ("an " if word[0] in "aeiou" else "a ")
            if article[0].islower()
            else ("An " if word[0] in "aeiou" else "A ")
        )
    return article + (word[0].upper() + word[1:] if said[0].isupper() else word)
