"""Checks of the omission ledger by the words of its lines."""

import re
from collections.abc import Iterator, Sequence

from conspectus.domain.checks.phrases import Phrase
from conspectus.domain.checks.wording import Wording, plain, quoted
from conspectus.domain.findings import Finding, Severity
from conspectus.domain.report import Omission
from conspectus.domain.rules import Weigh

MOST = 8
"""Lines named for one phrase; the rest is counted."""

_KIND = re.compile(r"^[a-z][a-z ]*: ")
"""What a line begins with before its words: they are quoted without it."""


def left_out(phrases: Sequence[Phrase], severity: Severity) -> Weigh:
    """Ask that no line that was left out says one of the phrases, whatever its reason."""

    def weigh(omissions: Sequence[Omission]) -> Iterator[Finding]:
        for phrase in phrases:
            found = [
                line for line in omissions if line.status == "left_out" and _says(line, phrase)
            ]
            for line in found[:MOST]:
                words = _KIND.sub("", line.item)
                told = f"{_place(line)}{quoted(words, 240)} {phrase.what}"
                yield Finding("", severity, told)
            if rest := found[MOST:]:
                told = f"{len(rest)} more lines of the omission ledger: each {phrase.what}"
                yield Finding("", severity, told)

    return weigh


def _says(line: Omission, phrase: Phrase) -> bool:
    return phrase.said(Wording(line.item, plain(line.item)))


def _place(line: Omission) -> str:
    pages = [piece.page for piece in line.evidence if piece.page is not None]
    return f"Page {pages[0]}: " if pages else ""
