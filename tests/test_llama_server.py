"""A real llama.cpp server with random weights: whatever it babbles keeps to the schema."""

import asyncio
from dataclasses import replace

import pytest

from conspectus.adapters.model_llm.prompt import Sampling
from conspectus.domain.request import Extract, Request
from language_models import with_model
from plugins import CHANCE, HARMS, PAY, plugin
from tiny_gguf import llama_server

BABBLES, AT_ONCE = 12, 2
SHORT = tuple(replace(question, most_words=15) for question in (PAY, HARMS, CHANCE))


@pytest.fixture(scope="module")
def llama(tmp_path_factory: pytest.TempPathFactory):
    """Serve the tiny model."""
    with llama_server(tmp_path_factory.mktemp("llama")) as url:
        yield url


def test_every_answer_of_a_real_server_is_valid(llama: str) -> None:
    """Schema-bound babble passes the check, call after call: no bound is the model's to break."""
    sampling = Sampling(temperature=1.0, seconds=60.0)

    async def many(model) -> list[int]:
        slots = asyncio.Semaphore(AT_ONCE)

        async def one(number: int) -> int:
            text = f"You will be paid ${number} for each visit."
            request = Request(SHORT, (Extract(1, "paragraph", text),), plugin=plugin.id)
            async with slots:
                answer = await model.ask(request)
            return len(answer.replies)

        return await asyncio.gather(*(one(number) for number in range(BABBLES)))

    assert with_model(llama, many, sampling) == [len(SHORT)] * BABBLES
