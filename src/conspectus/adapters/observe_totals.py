"""What is counted for good: calls of models, their tokens, and what they cost and saved."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from conspectus.domain.happenings import Happening, Work
from conspectus.domain.totals import NANO, Few, Tallies, Total
from conspectus.ports import Observer


class TotalsObserver(Observer):
    """Counts into tallies, which go to the records."""

    def __init__(self, tallies: Tallies) -> None:
        self._tallies = tallies
        self._named = Few()

    def during(self, work: Work) -> AbstractContextManager[object]:
        """Count a call when it has ended."""
        return self._call(work) if work.kind == "call" else nullcontext()

    @contextmanager
    def _call(self, work: Work) -> Iterator[None]:
        try:
            yield
        finally:
            model, usage, add = self._named(work.name), work.usage, self._tallies.add
            add(Total("calls", model, work.outcome or "failed"), 1)
            add(Total("tokens", model, "input"), usage.input_tokens)
            add(Total("tokens", model, "output"), usage.output_tokens)
            add(Total("nano_usd", model, "spent"), round((usage.cost_usd or 0.0) * NANO))

    def happened(self, what: Happening) -> None:
        """Count what was saved."""
        if what.kind == "saved":
            saved = Total("nano_usd", self._named(what.name), "saved")
            self._tallies.add(saved, round(what.amount * NANO))
