"""What is told about a language model: where text goes before it goes, and what it took after."""

import logging
from collections.abc import Mapping

from rich.console import Console

from conspectus.domain.text.counting import counted
from conspectus.domain.usage import Usage
from conspectus.settings import Settings
from conspectus.wiring_models import strangers

_log = logging.getLogger("conspectus.cli")


def announce(console: Console, name: str, chosen: Settings, pretty: bool = True) -> None:
    """Name the models outside this machine that are sent the text of a file, before they are.

    It is said to a person, or to the log where nobody reads along.
    """
    for stranger in strangers(chosen):
        if not pretty:
            model = {"model": stranger.partition(" ")[0]}
            _log.warning("Words of documents go to another machine.", extra={"told": model})
            continue
        told = f"Sends the text of {name} to {stranger}"
        console.print(told, soft_wrap=True, markup=False, highlight=False)


class Told:
    """Prints what is told while a model is asked, each line once however many calls it befalls."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._lines: set[str] = set()

    def __call__(self, line: str) -> None:
        """Print a line that is new."""
        if line not in self._lines:
            self._lines.add(line)
            self._console.print(line, soft_wrap=True, markup=False, highlight=False)


def bill(usage: Usage) -> str:
    """Say in one line what a language model took and the cache saved; nothing when none did."""
    tokens = usage.input_tokens + usage.output_tokens
    hits = usage.cache_hits + usage.coalesced
    if not tokens and not hits and usage.cost_usd is not None:
        return ""
    calls = "1 call" if usage.calls == 1 else f"{usage.calls} calls"
    answers = "1 answer" if hits == 1 else f"{hits} answers"
    told = [calls, f"{answers} from the cache"]
    if usage.calls:
        told += [f"{tokens:,} tokens", _money(usage.cost_usd) or "cost unknown"]
    if hits:
        told.append(f"saved {_money(usage.saved_usd) or f'{hits} calls of unknown cost'}")
    return ", ".join(told)


def ailing(counts: Mapping[str, int]) -> str:
    """Say in one line that the answer cache failed, as this process counted; nothing if not."""
    failed = {name: count for name, count in counts.items() if name.startswith("failures_")}
    told = ", ".join(
        f"{name.removeprefix('failures_')} {counted(count, 'time')}"
        for name, count in sorted(failed.items())
    )
    if not told:
        return ""
    return (
        f"The answer cache failed ({told}): answers that it did not find or keep are paid for "
        "again. `conspectus cache stats` says what to do."
    )


def _money(amount: float | None) -> str:
    if amount is None:
        return ""
    return f"${amount:.2f}" if amount >= 0.01 or not amount else f"${amount:.4f}"
