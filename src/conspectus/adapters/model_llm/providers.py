"""The clients of the providers. Addresses come from the model's name alone, keys from variables."""

from collections.abc import Callable, Mapping

import httpx2
from pydantic_ai.models import Model
from pydantic_ai.profiles.openai import OpenAIModelProfile

from conspectus.adapters.model_llm.names import ModelName
from conspectus.adapters.model_llm.wire import CONNECT_SECONDS, open_wire


def connect(name: ModelName, key: str, seconds: float) -> tuple[Model, httpx2.AsyncClient]:
    """Return the client of a model and the HTTP client beneath it, which the caller closes.

    `key` is that of `key_of`, or one for a server whose provider has no variable of its own.
    """
    http = open_wire(name, key, seconds)
    return _MAKERS[name.provider](name, key, http), http


def _openai(name: ModelName, key: str, http: httpx2.AsyncClient) -> Model:
    from pydantic_ai.models.openai import OpenAIChatModel
    from pydantic_ai.providers.openai import OpenAIProvider

    provider = OpenAIProvider(base_url=name.url, api_key=key, http_client=http)
    return OpenAIChatModel(name.model, provider=provider)


def _azure(name: ModelName, key: str, http: httpx2.AsyncClient) -> Model:
    from pydantic_ai.models.openai import OpenAIChatModel
    from pydantic_ai.providers.azure import AzureProvider

    endpoint = name.url if name.url.endswith("/v1") else f"{name.url}/openai/v1"
    provider = AzureProvider(azure_endpoint=endpoint, api_key=key, http_client=http)
    return OpenAIChatModel(name.model, provider=provider)


def _compatible(name: ModelName, key: str, http: httpx2.AsyncClient) -> Model:
    from pydantic_ai.models.openai import OpenAIChatModel
    from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider

    provider = OpenAICompatibleProvider(
        name.provider,
        base_url=name.url,
        api_key=key or None,
        http_client=http,
        # The bounds of strings, which pydantic-ai would strip, reach the server's grammar.
        profile=OpenAIModelProfile(
            json_schema_transformer=None,
            supports_json_schema_output=True,
            openai_chat_supports_max_completion_tokens=False,
        ),
    )
    return OpenAIChatModel(name.model, provider=provider)


def _anthropic(name: ModelName, key: str, http: httpx2.AsyncClient) -> Model:
    from pydantic_ai.models.anthropic import AnthropicModel
    from pydantic_ai.providers.anthropic import AnthropicProvider

    provider = AnthropicProvider(base_url=name.url, api_key=key, http_client=http)
    return AnthropicModel(name.model, provider=provider)


def _google(name: ModelName, key: str, http: httpx2.AsyncClient) -> Model:
    from pydantic_ai.models.google import GoogleModel
    from pydantic_ai.providers.google import GoogleProvider

    provider = GoogleProvider(base_url=name.url, api_key=key, http_client=http)
    return GoogleModel(name.model, provider=provider)


def _bedrock(name: ModelName, key: str, http: httpx2.AsyncClient) -> Model:
    import boto3
    from botocore.config import Config
    from pydantic_ai.models.bedrock import BedrockConverseModel
    from pydantic_ai.providers.bedrock import BedrockProvider

    settled = Config(
        read_timeout=http.timeout.read,
        connect_timeout=CONNECT_SECONDS,
        retries={"total_max_attempts": 1},
    )
    client = boto3.client("bedrock-runtime", region_name=key, endpoint_url=name.url, config=settled)
    return BedrockConverseModel(name.model, provider=BedrockProvider(bedrock_client=client))


_MAKERS: Mapping[str, Callable[[ModelName, str, httpx2.AsyncClient], Model]] = {
    "openai": _openai,
    "azure": _azure,
    "anthropic": _anthropic,
    "google": _google,
    "bedrock": _bedrock,
    "ollama": _compatible,
    "openai-compatible": _compatible,
}
