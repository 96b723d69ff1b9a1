"""Language models: calls for a long form, calls after an edit, babble that breaks the schema.

`python -m bench.models FOLDER...` prints which share of the gold quotes beneath the folders is in
the passages of the request that asks for their fact.
"""

import asyncio
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import mean

from tests.tiny_gguf import llama_server

from bench.forms import long_form
from bench.measure import Figure
from conspectus.adapters.model_llm.model import LlmModel
from conspectus.adapters.model_llm.names import model_name
from conspectus.adapters.model_llm.prompt import Sampling
from conspectus.adapters.read_pdf import PdfParser
from conspectus.cli.evaluate import gold_pairs
from conspectus.domain.errors import AnswerMalformed
from conspectus.domain.facts import Question
from conspectus.domain.request import Extract, Request
from conspectus.domain.source import Passage, Source, Upload
from conspectus.pipeline.plan import Plan
from conspectus.plugins.informed_consent_ki import plugin
from conspectus.service.evaluation import normal
from conspectus.settings import Settings

PAGES, LATER, BABBLES = 36, 2, 200
WORDS = Settings.model_fields["model_words"].default


def figures() -> Iterator[Figure]:
    """Count; no time is measured here."""
    source = PdfParser(max_pages=PAGES).parse(Upload("form.pdf", long_form(PAGES)))
    calls = len(_requests(source.passages, source)) + LATER
    yield Figure(f"model calls, {PAGES} pages, both later looks included", calls, 12, "")
    yield Figure("calls again, a word of a passage edited, mean", _again(source), 3, "")
    yield Figure(
        f"babble of {BABBLES} that breaks the schema, llama.cpp", asyncio.run(_broken()), 0, ""
    )


def _requests(passages: Sequence[Passage], source: Source) -> list[Request]:
    changed = replace(source, passages=tuple(passages))
    return [look.request for look in Plan(changed, plugin, WORDS).first()]


def _again(source: Source) -> float:
    """Return how many requests an edit of one passage changes, for a passage of every page."""
    before = set(_requests(source.passages, source))
    changed = []
    for page in range(len(source.pages)):
        here = [i for i, p in enumerate(source.passages) if p.spans and p.spans[0].page == page]
        if here:
            index = here[len(here) // 2]
            edited = replace(source.passages[index], text=source.passages[index].text + " indeed")
            after = (*source.passages[:index], edited, *source.passages[index + 1 :])
            changed.append(len(set(_requests(after, source)) - before))
    return mean(changed)


async def _broken() -> int:
    """Return how many answers of random weights, bound by a schema, break it."""
    asked = Question("pay", "text", "What is paid?", most_words=15)
    broken = 0
    with tempfile.TemporaryDirectory() as folder, llama_server(Path(folder)) as url:
        name = model_name(f"openai-compatible:tiny@{url}")
        model = LlmModel(name, "", WORDS, Sampling(temperature=1.0))
        for number in range(BABBLES):
            extract = Extract(1, "paragraph", f"You will be paid ${number}.")
            try:
                await model.ask(Request((asked,), (extract,)))
            except AnswerMalformed:
                broken += 1
        await model.aclose()
    return broken


def recall(folders: Sequence[Path]) -> Iterator[str]:
    """Yield, for every fact and over all, the share of gold quotes that its requests hold."""
    found: dict[str, list[bool]] = {}
    for gold, path in (pair for folder in folders for pair in gold_pairs(folder)):
        source = PdfParser().parse(Upload(path.name, path.read_bytes()))
        whole = _squashed(source.passages)
        held: dict[str, list[str]] = {}
        for look in Plan(source, plugin, WORDS).first():
            for question in look.request.questions:
                held.setdefault(question.name, []).append(_squashed(look.passages))
        for name, fact in gold.facts.items():
            for evidence in fact.evidence:
                quote = "".join(normal(evidence.quote).lower().split())
                if quote in whole and name in held:
                    found.setdefault(name, []).append(any(quote in part for part in held[name]))
    for name, hits in found.items():
        yield f"{name:28} {sum(hits):4} of {len(hits):4}  {mean(hits):.3f}"
    yield f"{'all':28} {mean(hit for hits in found.values() for hit in hits):.3f}"


def _squashed(passages: Sequence[Passage]) -> str:
    return "".join("".join(normal(passage.text).lower().split()) for passage in passages)


if __name__ == "__main__":
    print("\n".join(recall([Path(folder) for folder in sys.argv[1:]])))
