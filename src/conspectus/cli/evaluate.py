"""`conspectus evaluate`."""

import json
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import asdict
from pathlib import Path
from statistics import mean

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from conspectus.cli.generate import read
from conspectus.cli.open import named, settings
from conspectus.cli.sending import announce
from conspectus.cli.signals import until_told
from conspectus.domain.errors import UsageError
from conspectus.service.evaluation import KeptReading, Score, score
from conspectus.service.gold import Gold, read_gold
from conspectus.wiring import open_service, reader

SUFFIXES = (".pdf", ".docx")
_SHARES = (
    ("field_accuracy", "facts"),
    ("evidence_valid", "quotes"),
    ("evidence_on_gold_page", "page"),
    ("risks_mentioned", "risks"),
    ("statements_borne", "borne"),
)
"""The shares of a score and their columns: facts that are right, quotes that stand on their page,
right facts with a quote on a page of the gold, main risks told, statements borne out."""


def run(folder: Path, plugin: str, as_json: bool) -> int:
    """Score every gold file of the folder; return the exit code."""
    pairs = list(gold_pairs(folder))
    if not pairs:
        raise UsageError(
            f"No gold file (*.json with 'facts') with a PDF or DOCX of the same name in {folder}."
        )
    scores = until_told(_scores(pairs, plugin))
    if as_json:
        print(json.dumps([asdict(one) for one in scores], indent=2))  # noqa: T201  # the result
    else:
        _print(scores)
    return 0


def gold_pairs(folder: Path) -> Iterator[tuple[Gold, Path]]:
    """Yield every gold file beneath the folder with its source; tell of those without one.

    The source may stand in the folder, in the one above it, or in a folder beside it. Raises
    UsageError naming file and field when a gold file is broken.
    """
    sources = {
        path.stem.replace(" ", "_"): path
        for root in (folder.parent, folder)
        for suffix in reversed(SUFFIXES)
        for path in sorted(root.glob(f"*{suffix}")) + sorted(root.glob(f"*/*{suffix}"))
    }
    for path in sorted(folder.rglob("*.json")):
        if gold := read_gold(path):
            if source := sources.get(gold.document):
                yield gold, source
            else:
                told = f"{path} is passed over: there is no PDF or DOCX named '{gold.document}'."
                Console(stderr=True).print(told, soft_wrap=True, markup=False, highlight=False)


async def _scores(pairs: Sequence[tuple[Gold, Path]], plugin: str) -> list[Score]:
    chosen = settings()
    plugin_id, brought = named(plugin)
    scores = []
    async with AsyncExitStack() as closing:
        kept = KeptReading(reader(chosen, closing))
        opened = open_service(chosen, plugins=brought, reading=kept)
        service = await closing.enter_async_context(opened)
        for gold, path in pairs:
            upload = read(path, chosen.max_bytes)
            announce(Console(stderr=True), upload.name, chosen)
            result = await service.generate(upload, plugin_id)
            scores.append(score(result.report, gold, await kept.read(upload)))
    return scores


def _print(scores: Sequence[Score]) -> None:
    table = Table(
        title="Against gold: shares of what is right",
        box=SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
        pad_edge=False,
    )
    table.add_column("document", no_wrap=True)
    for _, title in _SHARES:
        table.add_column(title, justify="right")
    table.add_column("words", justify="right")
    table.add_column("grade", justify="right")
    table.add_column("wrong", overflow="fold")
    for one in scores:
        shares = (f"{getattr(one, name):.2f}" for name, _ in _SHARES)
        table.add_row(
            one.document, *shares, str(one.words), f"{one.grade:.1f}", ", ".join(one.wrong)
        )
    means = (f"{mean(getattr(one, name) for one in scores):.2f}" for name, _ in _SHARES)
    table.add_section()
    table.add_row(
        "mean",
        *means,
        f"{mean(one.words for one in scores):.0f}",
        f"{mean(one.grade for one in scores):.1f}",
        "",
    )
    Console().print(table)
