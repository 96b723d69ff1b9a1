"""The name of a model as a setting gives it: provider, model and, for some, an address."""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Literal, get_args
from urllib.parse import urlsplit

from conspectus.domain.errors import UnknownModel

Provider = Literal[
    "openai", "azure", "anthropic", "google", "bedrock", "ollama", "openai-compatible"
]
FORMS = (
    "offline, openai:NAME, anthropic:NAME, google:NAME, bedrock:NAME, azure:DEPLOYMENT@URL, "
    "ollama:NAME or openai-compatible:NAME@URL"
)
_ADDRESSES: dict[str, str] = {
    "openai": "https://api.openai.com/v1",
    "anthropic": "https://api.anthropic.com",
    "google": "https://generativelanguage.googleapis.com",
    "bedrock": "",
    "ollama": "http://127.0.0.1:11434/v1",
}
_ADDRESSED = ("azure", "ollama", "openai-compatible")
_NAME = re.compile(r"(?P<provider>[a-z-]+):(?P<model>[^\s@]+)(?:@(?P<url>\S+))?")


@dataclass(frozen=True, slots=True)
class ModelName:
    """A provider, its model, and the base URL it is reached at (empty: as its client knows)."""

    provider: Provider
    model: str
    url: str

    def __str__(self) -> str:
        return f"{self.provider}:{self.model}"

    @property
    def host(self) -> str:
        """The machine that text is sent to."""
        return urlsplit(self.url).hostname or "amazonaws.com"

    @property
    def local(self) -> bool:
        """Whether text stays on this machine."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


def model_name(given: str) -> ModelName:
    """Read the name of a model. Raise UnknownModel with all forms when it has none of them."""
    match = _NAME.fullmatch(given)
    provider = match["provider"] if match else ""
    known = next((one for one in get_args(Provider) if one == provider), None)
    if not match or not known:
        raise UnknownModel(f"There is no model '{given}'. Give {FORMS}.")
    url = match["url"] or _ADDRESSES.get(known)
    if url is None or (match["url"] and known not in _ADDRESSED) or (url and not _sound(url)):
        raise UnknownModel(f"The address in the model '{given}' does not hold. Give {FORMS}.")
    return ModelName(known, match["model"], url.rstrip("/"))


def _sound(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return (
            parts.scheme in ("http", "https")
            and bool(parts.hostname)
            and parts.port != 0
            and not (parts.username or parts.query or parts.fragment)
        )
    except ValueError:
        return False
