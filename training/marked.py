"""Reads forms whose lines are marked with the questions that they answer (see `README.md`)."""

import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from conspectus.domain.request import Extract
from conspectus.domain.source import PassageKind

FORMS = Path(__file__).with_name("forms")
HELD = Path(__file__).with_name("held")

_HEADING = re.compile(r"(#+) +(?P<text>.+)")
_MARKS = re.compile(r" *\[(?P<labels>[a-z_+\- ]+)\]$")
_ITEM = re.compile(r"(?:[-*\u2022\u2013]|\(?[a-z0-9]{1,2}[.)])\s+(?=\S)")

Labels = frozenset[str]


def marked(text: str) -> tuple[list[Extract], list[Labels]]:
    r"""Return a form as a model sees it, and the labels of each of its extracts.

    >>> marked("# Risks\n- It may hurt. [key_risks]")[1]
    [frozenset(), frozenset({'key_risks'})]
    """
    extracts: list[Extract] = []
    labels: list[Labels] = []
    path: tuple[str, ...] = ()
    for line in filter(None, map(str.strip, text.splitlines())):
        found = _MARKS.search(line)
        labels.append(frozenset(found["labels"].split()) if found else frozenset())
        words = line[: found.start()] if found else line
        number = len(extracts) + 1
        if heading := _HEADING.match(words):
            depth = len(heading[1])
            path = path[: depth - 1]
            extracts.append(Extract(number, "heading", heading["text"], path, depth))
            path = (*path, heading["text"])
            continue
        kind: PassageKind = "row" if " | " in words else "paragraph"
        if item := _ITEM.match(words):
            kind, words = "item", words[item.end() :]
        cells = tuple(words.split(" | ")) if kind == "row" else ()
        extracts.append(Extract(number, kind, words, path, cells=cells))
    return extracts, labels


def digest(paths: Iterable[Path]) -> str:
    """Return the SHA-256 of files, by their names and bytes."""
    whole = sha256()
    for path in sorted(paths):
        whole.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()
