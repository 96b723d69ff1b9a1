"""Plain words beside the medical terms of a text: "blood in the urine (hematuria)"."""

import re

from conspectus.domain.text.lay_terms import LAY_TERMS

_TERM = re.compile(
    r"(?<![\w-])(?P<article>an? )?(?P<term>"
    + "|".join(map(re.escape, sorted(LAY_TERMS, key=len, reverse=True)))
    + r")(?![\w-])",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"\s*(?:$|[.;|)/]|,(?! (?:an? |which|that is|meaning|i\.e\.))|:(?! [a-z])"
    r"|\([^()\d]*[\d.,]+ ?(?:%|percent\b|(?:in|of|out of) )"
    r"|(?:is|are|was|were)\b(?! an?\b)|(?:that|which)\b(?! (?:is|are|means)\b)"
    r"|(?:and|or|may|might|can|could|will|has|have|had|in|of|with|without|from|when|where|while|after|before|during|if|at|on|to|for|as|by|due|because|caused"
    r"|but|than|happen(?:s|ed)?|occur(?:s|red)?)\b)",
    re.IGNORECASE,
)
"""What may follow a term that stands for itself: not the noun it describes, nor an explanation."""

_RATE = re.compile(r" \(\W*\d")
_TWO = re.compile(r"\) \(")
_NAMED = re.compile(
    r"(?:[\"\u201c(/]|called |known as |type of |(?<!seri)(?:al|ary|ic|ive|ous) )\Z", re.IGNORECASE
)
"""What stands before a term that explains what was said in plain words, or is half of a name."""


def glossed(text: str) -> str:
    """Put the plain words for a medical term before it, and the term in brackets.

    A term whose plain words, or another explanation, stand in the text already is left alone.

    >>> glossed("Hematuria (5%) or a neuropathy")
    'Blood in the urine (hematuria, 5%) or a neuropathy (nerve damage)'
    """
    for match in reversed(list(_TERM.finditer(text))):
        before, after = text[: match.start()], text[match.end() :]
        plain = LAY_TERMS[match["term"].lower()]
        if _explained(text, plain, before, after):
            continue
        said = _beside(match, plain)
        text = before + (
            _TWO.sub(", ", said + after, count=1) if _RATE.match(after) else said + after
        )
    return text


def _explained(text: str, plain: str, before: str, after: str) -> bool:
    in_brackets = before.count("(") > before.count(")")
    known = all(word in text.lower() for word in re.findall(r"\w{3,}", plain))
    return known or in_brackets or not _FREE.match(after) or bool(_NAMED.search(before))


def _beside(match: re.Match[str], plain: str) -> str:
    term = match["term"]
    if match["article"]:
        return f"{match[0]} ({plain})"
    if term[0].isupper() and term[1:].islower():
        return f"{plain[0].upper()}{plain[1:]} ({term[0].lower()}{term[1:]})"
    return f"{plain} ({term})"
