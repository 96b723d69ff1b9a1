"""One call of a language model through pydantic-ai. Slow to load: import it when a call is due."""

import asyncio
from dataclasses import dataclass
from typing import Any

import httpx2
from pydantic_ai.direct import model_request
from pydantic_ai.exceptions import (
    ContentFilterError,
    ModelAPIError,
    ModelRateLimitError,
    UnexpectedModelBehavior,
)
from pydantic_ai.messages import ModelRequest, ModelResponse
from pydantic_ai.models import Model as Client
from pydantic_ai.models import ModelRequestParameters
from pydantic_ai.output import OutputObjectDefinition
from pydantic_ai.settings import ModelSettings
from pydantic_ai.tools import ToolDefinition

from conspectus.adapters.model_llm.causes import (
    NotConnected,
    TooLong,
    causes,
    is_unconnected,
    reason_of,
    status_of,
)
from conspectus.adapters.model_llm.names import ModelName
from conspectus.adapters.model_llm.prices import cost_usd
from conspectus.adapters.model_llm.prompt import INSTRUCTIONS, Sampling
from conspectus.domain.errors import (
    AnswerFiltered,
    AnswerMalformed,
    AnswerTruncated,
    ModelBusy,
    ModelError,
    ModelRefused,
    ModelUnreachable,
)
from conspectus.domain.usage import Usage

OUTPUT = "answer"
MOST_TOKENS = 2**53
"""What a server counts beyond this is nonsense, and no number of JSON."""

_WHOLE = ("stop", "tool_call")
_TRY_LATER = (408, 409, 425, 429)
_FIXED_TEMPERATURE = ("openai_supports_reasoning", "anthropic_disallows_sampling_settings")


@dataclass(frozen=True, slots=True)
class Caller:
    """A model's client and the HTTP client beneath it."""

    name: ModelName
    client: Client
    http: httpx2.AsyncClient
    sampling: Sampling

    async def call(self, prompt: str, schema: dict[str, Any]) -> ModelResponse:
        """Call once. Raise the ModelError that says what went wrong."""
        try:
            async with asyncio.timeout(self.sampling.seconds):  # some clients bound each read only
                return await model_request(
                    self.client,
                    [ModelRequest.user_text_prompt(prompt, instructions=INSTRUCTIONS)],
                    model_settings=self._settings(),
                    model_request_parameters=self._parameters(schema),
                    instrument=False,  # prompts and answers never reach a trace
                )
        except Exception as error:  # each provider's library has errors of its own
            raise self._error(error) from error

    def usage(self, response: ModelResponse, seconds: float) -> Usage:
        """Return what a call took; an unknown price is None."""
        took = response.usage
        read, written = min(took.input_tokens, MOST_TOKENS), min(took.output_tokens, MOST_TOKENS)
        cost = cost_usd(self.name, read, written)
        return Usage(1, 0, 0, read, written, cost, seconds=seconds)

    def whole(self, response: ModelResponse, usage: Usage) -> str:
        """Return the text of an answer. Raise a ModelError when it is not whole."""
        if response.finish_reason == "content_filter":
            raise AnswerFiltered(
                f"{self.name} withheld its answer (content filter). Choose another model.",
                usage=usage,
            )
        if response.finish_reason == "length":
            raise AnswerTruncated(
                f"The answer of {self.name} ends after {usage.output_tokens} tokens, before it is "
                "whole. Raise CONSPECTUS_MODEL_OUTPUT.",
                usage=usage,
            )
        told = response.finish_reason or (response.provider_details or {}).get("finish_reason")
        if told is not None and told not in _WHOLE:
            raise AnswerTruncated(
                f"{self.name} broke its answer off. Try again, or choose another model.",
                usage=usage,
            )
        calls = response.tool_calls
        return calls[0].args_as_json_str() if calls else response.text or ""

    async def aclose(self) -> None:
        """Close the connections."""
        await self.http.aclose()

    def _settings(self) -> ModelSettings:
        """Return the settings of a call, less those that the model would warn that it ignores."""
        settings = ModelSettings(
            max_tokens=self.sampling.output_tokens, request_timeout=self.sampling.seconds
        )
        if self.name.provider != "bedrock":  # whose client is made without retries
            settings["max_retries"] = 0
        if not any(self.client.profile.get(feature) for feature in _FIXED_TEMPERATURE):
            settings["temperature"] = self.sampling.temperature
        return settings

    def _parameters(self, schema: dict[str, Any]) -> ModelRequestParameters:
        """Bind the answer to the schema: natively, or as the only tool where that is unknown."""
        if self.client.profile.get("supports_json_schema_output", False):
            form = OutputObjectDefinition(json_schema=schema, name=OUTPUT, strict=True)
            return ModelRequestParameters(output_mode="native", output_object=form)
        tool = ToolDefinition(
            name=OUTPUT, parameters_json_schema=schema, strict=True, kind="output"
        )
        return ModelRequestParameters(
            output_mode="tool", output_tools=[tool], allow_text_output=False
        )

    def _error(self, error: Exception) -> ModelError:
        """Say in our words what went wrong; a provider's own words may repeat a key."""
        if isinstance(error, ContentFilterError):
            return AnswerFiltered(f"{self.name} withheld its answer. Choose another model.")
        status = status_of(error)
        told = reason_of(error, self.sampling.seconds)
        if isinstance(error, ModelRateLimitError):
            return ModelBusy(
                f"{self.name} asks to be called less often ({told}). Set "
                "CONSPECTUS_MODEL_PER_MINUTE.",
                after=error.retry_after,
            )
        if status is not None and 300 <= status < 500 and status not in _TRY_LATER:
            return ModelRefused(f"{self.name} refuses the request ({told}). {_advice(status)}")
        unconnected = is_unconnected(error)
        if not unconnected and _is_unreadable(error):
            return AnswerMalformed(f"{self.name} answers in no form that can be read ({told}).")
        if unconnected or isinstance(error, ModelAPIError | TimeoutError):
            kind = NotConnected if unconnected else ModelUnreachable
            ill = "fails" if status else "cannot be reached"
            return kind(
                f"{self.name} at {self.name.place} {ill} ({told}). Check that the server runs "
                "well there, or try again later.",
                after=getattr(error, "retry_after", None),
            )
        return ModelRefused(f"{self.name} refuses the request ({told}). {_advice(None)}")


def _is_unreadable(error: Exception) -> bool:
    """Tell whether something came back, and is no answer."""
    if isinstance(error, UnexpectedModelBehavior | LookupError | TypeError | ValueError):
        return True
    return any(isinstance(cause, TooLong | ValueError) for cause in causes(error))


def _advice(status: int | None) -> str:
    """Say what to look at first."""
    if status in (401, 403):
        return "Check the key and what it may use."
    if status == 402:
        return "Check the credit of the account."
    if status == 404 or (status or 400) < 400:
        return "Check model name and address."
    if status in (400, 413, 422):
        return "Lower CONSPECTUS_MODEL_WORDS; if that does not help, check model name and address."
    return "Check key, credit, model name and address."
