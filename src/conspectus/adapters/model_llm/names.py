"""The name of a model as a setting gives it: provider, model and, for some, an address."""

import os
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
    "ollama": "http://127.0.0.1:11434/v1",
}
_ADDRESSED = ("azure", "ollama", "openai-compatible")
_REGIONS = ("AWS_REGION", "AWS_DEFAULT_REGION")
_REGION = re.compile(r"[a-z]{2,4}(?:-[a-z]{2,12}){1,3}-[0-9]")
_NAME = re.compile(r"(?P<provider>[a-z-]+):(?P<model>[^\s@]+)(?:@(?P<url>\S+))?")


@dataclass(frozen=True, slots=True)
class ModelName:
    """A provider, its model, and the base URL it is reached at.

    The address of Bedrock is that of its region; it is empty while no variable names one.
    """

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
    def place(self) -> str:
        """The machine and, if the address has one, the port."""
        return urlsplit(self.url).netloc or self.host

    @property
    def route(self) -> str:
        """The host, and the proxy that the variables put before it."""
        from urllib.request import getproxies, proxy_bypass  # slow to load

        parts = urlsplit(self.url)
        proxies = getproxies()
        proxy = proxies.get(parts.scheme or "https") or proxies.get("all")
        if not proxy or self.local or proxy_bypass(self.host):
            return self.host
        return f"{self.host} through the proxy {urlsplit(proxy).hostname or 'of the variables'}"

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
    url = match["url"] or (_bedrock() if known == "bedrock" else _ADDRESSES.get(known))
    short = f"{known}:{match['model']}"
    if url is None:
        raise UnknownModel(f"'{short}' has no address: give {short}@URL. The forms are {FORMS}.")
    if (match["url"] and known not in _ADDRESSED) or (url and not _sound(url)):
        raise UnknownModel(
            f"The address of '{short}' does not hold: an http or https URL without a login, for "
            f"{', '.join(_ADDRESSED)} alone. Give {FORMS}."
        )
    return ModelName(known, match["model"], url.rstrip("/"))


def _bedrock() -> str:
    """Return the address of the region that the variables name."""
    region = next((value for name in _REGIONS if (value := os.environ.get(name))), "")
    if not region:
        return ""
    if not _REGION.fullmatch(region):
        raise UnknownModel(f"{' or '.join(_REGIONS)} names no region of AWS: mend it.")
    return f"https://bedrock-runtime.{region}.amazonaws.com{'.cn' * region.startswith('cn-')}"


def _sound(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return (
            parts.scheme in ("http", "https")
            and bool(parts.hostname)
            and parts.port != 0
            and not ("@" in parts.netloc or parts.query or parts.fragment)
        )
    except ValueError:
        return False
