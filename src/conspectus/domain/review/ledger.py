"""The omission ledger under review: which lines wait for a person, and what was said of them."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from conspectus.domain.document import Document, Statement
from conspectus.domain.report import Omission
from conspectus.domain.review.acts import Done, Resolve
from conspectus.domain.source import Evidence, grouped, quoted_words
from conspectus.domain.trail import digest

TOLD = "Told in the words of the source."
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A line of the ledger, and the act that resolved it, if one did.

    A line is open while the source tells something that the document leaves out and no person
    has said why; the reason that the program gives does not count.
    """

    id: str
    omission: Omission
    resolution: Done | None = None

    @property
    def open(self) -> bool:
        """Whether a person must still decide."""
        return self.omission.status == "left_out" and self.resolution is None


def ledger_lines(
    omissions: Iterable[Omission], resolved: Mapping[str, Done]
) -> tuple[LedgerLine, ...]:
    """Return the lines by stable ids; the reason of one that was resolved is the person's."""
    return tuple(_lines(omissions, resolved))


def told_verbatim(
    omissions: Iterable[Omission], document: Document, written: Container[str]
) -> Iterator[Omission]:
    """Yield the omissions; one whose every quote a reviewer put into the document is included.

    Whoever wrote the statement said the very words of the source, and lets it rest on them.
    """
    own = [statement for _, statement in document.statements if statement.id in written]
    for omission in omissions:
        if omission.status == "left_out" and _said(omission.evidence, own):
            yield replace(omission, status="included", reason=TOLD)
        else:
            yield omission


def _said(evidence: tuple[Evidence, ...], statements: Iterable[Statement]) -> bool:
    quotes = [_letters(quote) for quote in quoted_words(evidence)]
    pieces = {piece for group in grouped(evidence) for piece in group}
    return bool(quotes) and any(
        pieces <= {*one.evidence} and all(quote in _letters(one.text) for quote in quotes)
        for one in statements
    )


def _letters(text: str) -> str:
    return "".join(_WORDS.findall(text.lower()))


def _lines(omissions: Iterable[Omission], resolved: Mapping[str, Done]) -> Iterator[LedgerLine]:
    seen: Counter[str] = Counter()
    for omission in omissions:
        seen[omission.item] += 1
        suffix = f"-{seen[omission.item]}" if seen[omission.item] > 1 else ""
        id_ = digest(omission.item)[:12] + suffix
        done = resolved.get(id_)
        if done is None or omission.status != "left_out" or not isinstance(done.act, Resolve):
            yield LedgerLine(id_, omission)
        else:
            yield LedgerLine(id_, replace(omission, reason=done.act.reason), done)
