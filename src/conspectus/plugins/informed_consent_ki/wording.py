"""From words of the form to words a patient reads: plainer and in shorter sentences."""

import re
from functools import lru_cache

from conspectus.domain.claims.check import check_claim
from conspectus.domain.claims.plain import plain
from conspectus.domain.text.glossing import glossed
from conspectus.domain.text.lexicon import GRAMMAR
from conspectus.domain.text.sentences import sentences
from conspectus.domain.text.words import ideas
from conspectus.plugins.informed_consent_ki.breaking import LONG
from conspectus.plugins.informed_consent_ki.pruning import (
    addressed,
    filled,
    standing_alone,
    unfrayed,
    unlisted,
    unnamed,
    unnumbered,
    unopened,
    without_asides,
)

_RISK = re.compile(
    r"^there (?:is|are|may be)(?: also| even| always)? (?:(?:an? |some )?(?=risks? )|(?=an? ))"
    r"(?P<what>(?:an? )?(?:small |slight |very small )?(?:risks?|chance|possibility)"
    r" (?:of|that)\b)",
    re.IGNORECASE,
)
_RATED = re.compile(
    r"^an? (?P<how>(?:very )?(?:uncommon|rare|common|frequent|possible)) (?:risk|side effect) is "
    r"(?:an? )?(?P<what>.+)$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"^(?:the )?risks? (?:of|from) (?:an? |the )?(?P<what>[^:]{2,40}: )", re.I)
_TAIL = re.compile(r"(?:,? (?:for (?:instance|example)|such as|etc\.?))$", re.IGNORECASE)
_AFTER_COLON = re.compile(r"(?<=: )(?!I\b)[A-Z][a-z]*\b(?![ -][A-Z])")
_TITLED = re.compile(r"(?<=[a-z)] )[A-Z][a-z]+\b")


@lru_cache(maxsize=512)
def simplified(text: str) -> str:
    """Return the text in plain words, without what a statement can do without.

    What the claim check does not accept as saying the same is not done.
    """
    text = closed(" ".join(text.split()).replace(" -- ", " \u2013 "))
    for simpler in (
        unnumbered, filled, unfrayed, standing_alone, unnamed, addressed, unopened, plain, _brief,
        glossed,
    ):  # fmt: skip
        text = _kept(simpler(text), text)
    return text


@lru_cache(maxsize=512)
def shown(text: str) -> str:
    """Return a list item: plain words, a capital in front, no full stop."""
    text = " ".join(text.split()).rstrip(" .;,:")
    for simpler in (
        unnumbered, unfrayed, standing_alone, addressed, unopened, unlisted, _untailed,
        _named_first, plain, _quiet, glossed,
    ):  # fmt: skip
        attempt = simpler(text).strip().rstrip(".")
        text = attempt if attempt and not check_claim(attempt, [text]) else text
    return text[:1].upper() + text[1:]


def closed(text: str) -> str:
    """Return a sentence with a capital in front and one full stop behind."""
    text = text.strip()
    text = text[:1].upper() + text[1:]
    text = re.sub(r"(?<!\.)\.\.$", ".", text)
    return text if text.endswith((".", "!", "?")) else text.rstrip(" ,;:") + "."


def uncapitalised(text: str) -> str:
    """Return the text with a small letter in front, unless it may begin with a name."""
    return re.sub(r"^[A-Z][a-z]*\b", _lower, text)


def _kept(attempt: str, text: str) -> str:
    return text if attempt == text or check_claim(attempt, [text]) else closed(attempt)


def _brief(text: str) -> str:
    return " ".join(
        without_asides(sentence) if len(sentence.split()) > LONG else sentence
        for sentence in sentences(text)
    )


def _untailed(text: str) -> str:
    return _TAIL.sub("", text)


def _named_first(text: str) -> str:
    text = _RATED.sub(r"\g<what> (\g<how>)", text)
    return _ABOUT.sub(r"\g<what>", _RISK.sub(r"\g<what>", text))


def _quiet(text: str) -> str:
    """Write words that are no names without a capital inside of an item."""
    text = _AFTER_COLON.sub(_lower, text)
    titled = _TITLED.findall(text)
    is_title = (len(titled) + 1) * 2 > len(text.split())
    return _TITLED.sub(_lower, text) if is_title and all(map(_is_common, titled)) else text


def _lower(match: re.Match[str]) -> str:
    return match[0].lower() if _is_common(match[0]) else match[0]


def _is_common(word: str) -> bool:
    return word.lower() in GRAMMAR or len(ideas(word.lower())) > 1
