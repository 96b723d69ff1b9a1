"""One call of a language model through pydantic-ai. Slow to load: import it when a call is due."""

from dataclasses import dataclass
from typing import Any

import httpx2
from pydantic_ai.direct import model_request
from pydantic_ai.exceptions import (
    ContentFilterError,
    ModelAPIError,
    ModelQuotaExceededError,
    ModelRateLimitError,
    ModelRequestRejectedError,
    UnexpectedModelBehavior,
)
from pydantic_ai.messages import ModelRequest, ModelResponse
from pydantic_ai.models import Model as Client
from pydantic_ai.models import ModelRequestParameters
from pydantic_ai.output import OutputObjectDefinition
from pydantic_ai.settings import ModelSettings
from pydantic_ai.tools import ToolDefinition

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
        cost = cost_usd(self.name, took.input_tokens, took.output_tokens)
        return Usage(1, 0, 0, took.input_tokens, took.output_tokens, cost, seconds=seconds)

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
        status = getattr(error, "status_code", None)
        told = f" (HTTP {status})" if status else f" ({type(error).__name__})"
        if isinstance(error, UnexpectedModelBehavior):
            return AnswerMalformed(f"{self.name} answers in no form that can be read{told}.")
        if isinstance(error, ModelRateLimitError):
            return ModelBusy(
                f"{self.name} asks to be called less often{told}. Set CONSPECTUS_MODEL_PER_MINUTE.",
                after=error.retry_after,
            )
        refused = isinstance(error, ModelRequestRejectedError | ModelQuotaExceededError)
        if isinstance(error, ModelAPIError) and not refused:
            return ModelUnreachable(
                f"{self.name} at {self.name.host} cannot be reached{told}. Try again later.",
                after=error.retry_after,
            )
        return ModelRefused(
            f"{self.name} refuses the request{told}. Check key, credit, model name and "
            "address, and CONSPECTUS_MODEL_WORDS."
        )
