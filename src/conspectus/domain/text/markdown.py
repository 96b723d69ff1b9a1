"""Text in Markdown that stands for itself."""

import re

from conspectus.domain.text.legible import legible

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")
_LINE_START = re.compile(r"^(?:([-+=:])|(\d{1,9})([.)])(?=\s|$))")


def escaped(text: str) -> str:
    """Return text that stands for itself wherever it is put, at the start of a line as well."""
    safe = _SPECIAL.sub(r"\\\1", legible(text))
    return _LINE_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", safe)
