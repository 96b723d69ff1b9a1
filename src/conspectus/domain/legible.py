"""Text as a page can show it: one line, no character that is unseen or not allowed."""

import re

_LINE_END_HYPHEN = re.compile("(?<=\\w)[\ufffe\u0002](?=\\s*\\w)")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # control characters
    "\u00ad\u200b\u200e\u200f\u2060\ufeff"  # soft hyphen, zero width, direction marks
    "\u202a-\u202e\u2066-\u2069"  # what turns the direction of text round
    "\ud800-\udfff\ufffe\uffff]"  # what UTF-8 and XML do not hold
)
_OWN_SIGN = re.compile("[\ue000-\uf8ff]")  # of the font alone, most often a bullet


def legible(text: str) -> str:
    """Return the text on one line; letters, digits and punctuation stay as they are.

    What a PDF library puts for a line-end hyphen becomes a hyphen; other characters that no page
    shows, or that would turn the direction of the text round it, are left out. A sign that only the
    font of the source knows is shown as a bullet.
    """
    seen = _OWN_SIGN.sub("\u2022", _LINE_END_HYPHEN.sub("-", text))
    return " ".join(_UNSEEN.sub("", seen).split())
