"""Real requests of a form, prepared: what a language model is sent, and answers to it."""

import asyncio
import gc
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from statistics import median
from time import perf_counter

import orjson

from bench.forms import EXAMPLES
from conspectus.adapters.model_llm.prompt import INSTRUCTIONS, VERSION, prompt_of
from conspectus.adapters.model_llm.schema import schema_of
from conspectus.adapters.model_offline import OfflineModel
from conspectus.adapters.read_direct import DirectReader
from conspectus.adapters.read_pdf import PdfParser
from conspectus.adapters.sniff import PDF, sniff
from conspectus.domain.request import Answer, Request
from conspectus.domain.source import Upload
from conspectus.domain.usage import Usage
from conspectus.pipeline.plan import Plan
from conspectus.plugins.informed_consent_ki import plugin

WORDS = 500
"""Of the passages in one request: about a page."""


@dataclass(frozen=True, slots=True)
class Case:
    """One request: its shape, its answer, and the answer as the bytes of a bare cache."""

    shape: Mapping[str, object]
    answer: Answer
    value: bytes

    @property
    def bare_key(self) -> str:
        """The key that the shortest code would make, with no rule about order or numbers."""
        return sha256(orjson.dumps(self.shape)).hexdigest()


class PreparedModel:
    """Answers case N to the request tagged N: making shapes is not the work of a cache."""

    name, most_words = "prepared", WORDS

    def __init__(self, cases: Sequence[Case]) -> None:
        self._cases = cases

    def shape(self, request: Request) -> Mapping[str, object]:
        """Return the shape of the case."""
        return self._cases[int(request.document)].shape

    async def ask(self, request: Request) -> Answer:
        """Return the answer of the case."""
        return self._cases[int(request.document)].answer


def cases(number: int) -> list[Case]:
    """Return so many different requests: those of one form over and over, with another number."""
    reader = DirectReader({PDF: PdfParser(max_pages=100)}, sniff)
    source = asyncio.run(reader.read(Upload("form.pdf", EXAMPLES[-1].read_bytes())))
    made = []
    for look in Plan(source, plugin, WORDS).first():
        replies = OfflineModel().answer(look.request).replies
        answer = Answer(replies, Usage(1, 0, 0, 6000, 400, 0.02))
        shape = {
            "instructions": INSTRUCTIONS,
            "schema": schema_of(look.request.questions),
            "version": VERSION,
            "model": "maker:model",
            "base_url": "https://example.org/v1",
            "temperature": 0.0,
            "output_tokens": 6000,
        }
        made.append((shape, prompt_of(look.request), answer, orjson.dumps(replies)))
    return [
        Case({**shape, "prompt": f"{prompt} {n}"}, answer, value)
        for n in range(number)
        for shape, prompt, answer, value in [made[n % len(made)]]
    ]


async def ratio(
    work: Callable[[int], Awaitable[object]],
    floor: Callable[[int], Awaitable[object]],
    numbers: Sequence[int],
    made: Sequence[Case],
    rounds: int = 5,
) -> float:
    """Return how many times longer `work` takes than `floor`: the median of each, one by one.

    They take turns case by case, so that other work on the machine befalls both alike, and never
    one right after the other on the same case. The shape of the case was just made, as a model
    makes it: it is read once before.
    """
    works, floors = [], []
    gc.collect()
    gc.freeze()  # as `wiring` does
    for turn in range(rounds):
        gc.collect()
        for place, number in enumerate(numbers):
            other = numbers[place - 1 - turn]
            orjson.dumps(made[number].shape)
            started = perf_counter()
            await floor(other)
            between = perf_counter()
            await work(number)
            works.append(perf_counter() - between)
            floors.append(between - started)
    return median(works) / median(floors)
