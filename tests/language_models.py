"""Language models for tests: real clients, pointed at a server on this machine."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from conspectus.adapters.model_llm.model import LlmModel
from conspectus.adapters.model_llm.names import model_name
from conspectus.adapters.model_llm.prompt import Sampling

T = TypeVar("T")
QUICK = Sampling(seconds=20.0)


def with_model(
    url: str,
    work: Callable[[LlmModel], Awaitable[T]],
    sampling: Sampling = QUICK,
    most_words: int = 6000,
    given: str = "openai-compatible:tiny",
) -> T:
    """Run some work with a model, and close it."""

    async def run() -> T:
        name = model_name(f"{given}@{url}" if url else given)
        model = LlmModel(name, "sk-test", most_words, sampling)
        try:
            return await work(model)
        finally:
            await model.aclose()

    return asyncio.run(run())
