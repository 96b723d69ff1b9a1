"""How many corrupted claims the claim check catches, and how many true ones it refuses.

    python -m bench.claims bench/paraphrases.txt GOLD_DIR... [--show KIND] [--seed N] [--rounds N]

A line of a .txt file is a true paraphrase and, after "<", its quotes. Of gold files, every value,
and every sentence or item of it, is a claim against all quotes of its fact, when its figures stand
in them, and every quote is a claim against itself. True claims that pass are corrupted in every
way that applies.
"""

import argparse
import gc
import json
import random
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.corruptions import KINDS
from bench.measure import Figure
from bench.reversals import REVERSALS
from conspectus.domain.claims.check import check_claim
from conspectus.domain.findings import Finding

PIECE = re.compile(r"; |(?<=[a-z0-9)])\. (?=[A-Z])")
NUMBER_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
Pair = tuple[str, str, list[str]]
"""Name of the fact, claim and quotes."""
Fact = tuple[str, list[str], list[str]]
"""Name of the fact, the items of its value, and its quotes."""


def written(path: Path) -> Iterator[Fact]:
    """Read hand-written paraphrases with their quotes."""
    for line in path.read_text().splitlines():
        if "<" in line and not line.startswith("#"):
            claim, quotes = line.split("<", 1)
            yield path.stem, [claim.strip()], [quote.strip() for quote in quotes.split("|")]


def golden(path: Path) -> Iterator[Fact]:
    """Read the items of the value and the quotes of every fact of a gold file."""
    for name, fact in json.loads(path.read_text())["facts"].items():
        value = fact["value"]
        quotes = list(dict.fromkeys(evidence["quote"] for evidence in fact["evidence"]))
        told = bool(value and quotes) and not isinstance(value, bool)
        texts = value if isinstance(value, list) else [value]
        yield f"{path.stem}.{name}", texts if told else [], quotes


def facts(paths: list[Path]) -> Iterator[Fact]:
    """Read everything in the files and folders."""
    for path in paths:
        if path.suffix == ".txt":
            yield from written(path)
        else:
            for file in sorted(path.glob("*.json")) if path.is_dir() else [path]:
                yield from golden(file)


def numbers_in(text: str) -> set[str]:
    """Return the numbers of a text, in figures."""
    for value, word in enumerate(NUMBER_WORDS, 1):
        text = re.sub(rf"\b{word}\b", str(value), text, flags=re.I)
    return set(re.findall(r"\d+(?:[.,]\d+)*", text.replace("twice", "2")))


@dataclass(frozen=True, slots=True)
class Outcome:
    """True claims that were refused, corrupted ones that passed, and how many were tried."""

    refused: list[tuple[Pair, list[Finding]]]
    missed: dict[str, list[tuple[Pair, str]]]
    checked: int
    tried: dict[str, int]
    milliseconds: float

    def share_missed(self, kind: str) -> float:
        """Per cent of the corrupted claims of a kind that passed."""
        return 100 * len(self.missed[kind]) / max(1, self.tried[kind])


def measure(pairs: list[Pair], rng: random.Random, rounds: int) -> Outcome:
    """Check every claim, and every corruption of those that pass."""
    gc.collect()  # what earlier measurements left behind is not this one's cost
    begun = time.perf_counter()
    found = [check_claim(claim, quotes) for _, claim, quotes in pairs]
    spent = 1000 * (time.perf_counter() - begun) / max(1, len(pairs))
    refused = [(pair, findings) for pair, findings in zip(pairs, found, strict=True) if findings]
    true = [pair for pair, findings in zip(pairs, found, strict=True) if not findings]
    tried = {
        kind: [
            (pair, changed)
            for _ in range(rounds)
            for pair in true
            if (changed := corrupt(pair[1], rng)) and changed != pair[1]
        ]
        for kind, corrupt in (KINDS | REVERSALS).items()
    }
    missed = {
        kind: [case for case in cases if not check_claim(case[1], case[0][2])]
        for kind, cases in tried.items()
    }
    counts = {kind: len(cases) for kind, cases in tried.items()}
    return Outcome(refused, missed, len(pairs), counts, spent)


def show(title: str, outcome: Outcome, shown: str) -> None:
    """Print the figures, and the claims of one kind that were judged wrongly."""
    refused = len(outcome.refused)
    share = refused / max(1, outcome.checked)
    print(f"{title}: refused {refused}/{outcome.checked} = {share:.1%}", end="")
    print(f", {outcome.milliseconds:.2f} ms a check")
    for (name, claim, _), findings in outcome.refused if shown == title else []:
        print(f"  REFUSED {name}: {claim}")
        for finding in findings:
            print(f"      {finding.rule} {finding.message}")
    for kind, tried in outcome.tried.items():
        caught = tried - len(outcome.missed[kind])
        print(f"   {kind:20} {caught:5}/{tried:5} = {caught / max(1, tried):.1%}")
        for (name, claim, _), changed in outcome.missed[kind] if shown == kind else []:
            print(f"  MISSED {title} {name}: {changed}\n      {claim}")


BARS = dict.fromkeys(KINDS, 5) | {"antonym": 10, "restriction": 10, "bound": 10}
"""Per cent of the corrupted claims of a kind that may pass, over quotes and paraphrases. Who does
what ("role") is measured, without a bar."""


def figures() -> Iterator[Figure]:
    """Measure the example forms and the written paraphrases."""
    here = Path(__file__)
    levels = collect([here.with_name("paraphrases.txt"), here.parents[1] / "examples"])
    outcomes = {title: measure(pairs, random.Random(1), 5) for title, pairs in levels.items()}
    for title, outcome in outcomes.items():
        refused = 100 * len(outcome.refused) / outcome.checked
        bar = 2 if title == "quotes" else 5
        yield Figure(f"claim check, {title}: true ones refused", refused, bar, "%")
        yield Figure(f"claim check, {title}: one check", outcome.milliseconds, 1, "ms")
    for kind, bar in BARS.items():
        quoted = outcomes["quotes"].share_missed(kind)
        yield Figure(f"claim check, quotes: {kind}, missed", quoted, 5, "%")
        told = [outcomes[title] for title in ("quotes", "written", "values")]
        missed = sum(len(outcome.missed[kind]) for outcome in told)
        tried = sum(outcome.tried[kind] for outcome in told)
        yield Figure(f"claim check, all: {kind}, missed", 100 * missed / max(1, tried), bar, "%")


def collect(folders: list[Path]) -> dict[str, list[Pair]]:
    """Return the claims by level: quotes, written paraphrases, whole values and their items.

    A quote is checked against itself, a paraphrase when its figures stand in its quotes.
    """
    levels: dict[str, dict[tuple[str, ...], Pair]] = {
        "quotes": {}, "written": {}, "values": {}, "items": {},
    }  # fmt: skip
    for name, texts, quotes in facts(folders):
        levels["quotes"] |= {(quote,): (name, quote, [quote]) for quote in quotes}
        pieces = [piece for text in texts for piece in PIECE.split(text) if piece]
        gold = "." in name
        for level, claims in (
            [("values", ["; ".join(texts)]), ("items", pieces)] if gold else [("written", texts)]
        ):
            levels[level] |= {
                (claim, *quotes): (name, claim, quotes)
                for claim in claims
                if claim and numbers_in(claim) <= numbers_in(" ".join(quotes))
            }
    return {level: list(pairs.values()) for level, pairs in levels.items() if pairs}


def main() -> None:
    """Measure the gold folders named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--show", default="")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=1)
    given = parser.parse_args()
    rng = random.Random(given.seed)
    for title, pairs in collect(given.gold).items():
        show(title, measure(pairs, rng, given.rounds), given.show)


if __name__ == "__main__":
    main()
