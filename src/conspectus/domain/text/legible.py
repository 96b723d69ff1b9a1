"""Text as a page can show it: one line, no character that is unseen or not allowed."""

import re

_LINE_END_HYPHEN = re.compile("(?<=\\w)[\ufffe\u0002](?=\\s*\\w)")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # control characters
    "\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u2060-\u206f\ufe00-\ufe0f\ufeff"  # no width
    "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufff9-\ufffb"  # letters and patterns without ink
    "\u202a-\u202e\U000e0000-\U000e0fff"  # what turns the direction of text round, or tags it
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
