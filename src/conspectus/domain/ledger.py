"""The omission ledger under review: which lines wait for a person, and what was said of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from conspectus.domain.acts import Done, Resolve
from conspectus.domain.report import Omission
from conspectus.domain.trail import digest


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
