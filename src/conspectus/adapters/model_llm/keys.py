"""The keys of the providers, from the variables that are usual for them."""

import os

from conspectus.adapters.model_llm.names import ModelName
from conspectus.domain.errors import MissingKey

_VARIABLES: dict[str, tuple[str, ...]] = {
    "openai": ("OPENAI_API_KEY",),
    "azure": ("AZURE_OPENAI_API_KEY",),
    "anthropic": ("ANTHROPIC_API_KEY",),
    "google": ("GOOGLE_API_KEY", "GEMINI_API_KEY"),
    "bedrock": ("AWS_REGION", "AWS_DEFAULT_REGION"),
}


def key_of(name: ModelName) -> str:
    """Return the key of a provider (the region of Bedrock, whose client finds its own keys).

    Raises MissingKey; an empty string where none is needed.
    """
    variables = _VARIABLES.get(name.provider, ())
    found = [value for variable in variables if (value := os.environ.get(variable))]
    if variables and not found:
        raise MissingKey(f"{name} needs a key: set the variable {' or '.join(variables)}.")
    return found[0] if found else ""
