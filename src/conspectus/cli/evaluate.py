"""`conspectus evaluate`."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import mean
from typing import Any

from rich.console import Console
from rich.table import Table

from conspectus.cli.generate import read
from conspectus.cli.open import named, settings
from conspectus.domain.errors import UsageError
from conspectus.service.evaluation import Score, score
from conspectus.wiring import open_service, reader

SUFFIXES = (".pdf", ".docx")
_SHARES = (
    ("field_accuracy", "facts right"),
    ("evidence_valid", "quotes valid"),
    ("evidence_on_gold_page", "on gold page"),
    ("risks_mentioned", "risks mentioned"),
    ("statements_borne", "statements borne out"),
)


def run(folder: Path, plugin: str, as_json: bool) -> int:
    """Score every gold file of the folder; return the exit code."""
    pairs = list(gold_pairs(folder))
    if not pairs:
        raise UsageError(
            f"No gold file (*.json with 'facts') with a PDF or DOCX of the same name in {folder}."
        )
    scores = asyncio.run(_scores(pairs, plugin))
    if as_json:
        print(json.dumps([asdict(one) for one in scores], indent=2))  # noqa: T201  # the result
    else:
        _print(scores)
    return 0


def gold_pairs(folder: Path) -> list[tuple[dict[str, Any], Path]]:
    """Return every gold file beneath the folder with its source.

    The source may stand in the folder, in the one above it, or in a folder beside it.
    """
    sources = {
        path.stem.replace(" ", "_"): path
        for root in (folder.parent, folder)
        for suffix in reversed(SUFFIXES)
        for path in sorted(root.glob(f"*{suffix}")) + sorted(root.glob(f"*/*{suffix}"))
    }
    pairs = []
    for path in sorted(folder.rglob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        if isinstance(gold, dict) and "facts" in gold and "document" in gold:
            source = sources.get(gold["document"])
            if source:
                pairs.append((gold, source))
    return pairs


async def _scores(pairs: Sequence[tuple[dict[str, Any], Path]], plugin: str) -> list[Score]:
    chosen = settings()
    plugin_id, brought = named(plugin)
    scores = []
    async with open_service(chosen, plugins=brought) as service:
        for gold, path in pairs:
            upload = read(path)
            result = await service.generate(upload, plugin_id)
            source = await reader(chosen).read(upload)
            scores.append(score(result.report, gold, source))
    return scores


def _print(scores: Sequence[Score]) -> None:
    table = Table(title="Facts and documents against gold")
    table.add_column("document", overflow="fold")
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
