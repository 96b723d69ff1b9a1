"""Characters that Word stores by font position instead of by meaning, and those that none shows."""

import re

UNCHECKED, CHECKED = "\u2610", "\u2612"

_WINGDINGS = {
    0x6C: "\u25cf", 0x6E: "\u25a0", 0x6F: UNCHECKED, 0x71: UNCHECKED, 0x72: UNCHECKED,
    0x73: UNCHECKED, 0x75: "\u25c6", 0x76: "\u2756", 0x77: "\u25c6", 0x78: CHECKED,
    0x9F: "\u2022", 0xA0: "\u2022", 0xA7: "\u25aa", 0xA8: UNCHECKED, 0xD8: "\u27a2",
    0xE0: "\u2192", 0xF0: "\u21e8", 0xFB: "\u2717", 0xFC: "\u2713", 0xFD: CHECKED, 0xFE: CHECKED,
}  # fmt: skip
_WINGDINGS_2 = {
    0x30: UNCHECKED, 0x50: "\u2713", 0x51: CHECKED, 0x52: CHECKED, 0x53: CHECKED, 0x54: CHECKED,
    0x56: CHECKED, 0xA3: UNCHECKED, 0x2A: UNCHECKED,
}  # fmt: skip
_SYMBOL = {
    0x61: "\u03b1", 0x62: "\u03b2", 0x64: "\u03b4", 0x67: "\u03b3", 0x6D: "\u03bc", 0x6B: "\u03ba",
    0xA2: "\u2032", 0xA3: "\u2264", 0xB0: "\u00b0", 0xB1: "\u00b1", 0xB2: "\u2033", 0xB3: "\u2265",
    0xB4: "\u00d7", 0xB7: "\u2022", 0xB8: "\u00f7", 0xB9: "\u2260", 0xBB: "\u2248", 0xAE: "\u2192",
    0xD2: "\u00ae", 0xD3: "\u00a9", 0xD4: "\u2122", 0xE2: "\u00ae", 0xE3: "\u00a9", 0xE4: "\u2122",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_PRIVATE = range(0xF000, 0xF100)
_PRIVATE_USE = re.compile("[\uf000-\uf0ff]")
_UNSEEN = re.compile(
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200e\u200f\u202a-\u202e\u2061-\u206f"
    "\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
_DECEIVING = re.compile("[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e0fff]")


def deceives(text: str) -> bool:
    """Tell whether the text holds characters that turn its direction or smuggle words unseen."""
    return not text.isascii() and bool(_DECEIVING.search(text))


def seen(text: str) -> str:
    """Return the text without characters that nobody sees; those at which a word may part stay."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def symbol(font: str | None, code: int) -> str:
    """Return the character that `code` shows in a symbol font, a bullet when it is unknown."""
    table = _FONTS.get((font or "").casefold())
    if table is None:
        return chr(code) if code not in _PRIVATE and 0x20 <= code < 0xD800 else "\u2022"
    return table.get(code & 0xFF, "\u2022")


def plain(text: str, font: str | None) -> str:
    """Return the text with private-use characters of a symbol font replaced by what they show."""
    if not _PRIVATE_USE.search(text):
        return text
    known = font if (font or "").casefold() in _FONTS else "Symbol"
    return "".join(symbol(known, ord(c)) if ord(c) in _PRIVATE else c for c in text)
