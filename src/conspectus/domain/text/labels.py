"""The name of a file as a label: something to show, never a path."""

import re
import unicodedata

LONGEST_NAME = 200


def labelled(name: str) -> str:
    """Return a file name without folders and control characters, of at most 200 characters."""
    last = re.split(r"[/\\]", name.rstrip("/\\"))[-1]
    shown = "".join(c for c in last if not unicodedata.category(c).startswith("C") or c == "\t")
    shown = " ".join(shown.split())
    if len(shown) > LONGEST_NAME:
        stem, dot, suffix = shown.rpartition(".")
        ending = dot + suffix if stem and len(suffix) <= 8 else ""
        shown = shown[: LONGEST_NAME - len(ending)] + ending
    return "document" if shown in ("", ".", "..") else shown
