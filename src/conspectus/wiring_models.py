"""The models that the settings choose, built from their names."""

from collections.abc import Callable
from contextlib import AsyncExitStack

from pydantic import SecretStr

from conspectus.adapters.model_fallback import FallbackModel
from conspectus.adapters.model_llm.keys import key_of
from conspectus.adapters.model_llm.model import LlmModel
from conspectus.adapters.model_llm.names import model_name
from conspectus.adapters.model_llm.prompt import Sampling
from conspectus.adapters.model_offline import OfflineModel
from conspectus.adapters.model_patient import Patience, PatientModel
from conspectus.ports import SILENCE, Model, Observer
from conspectus.settings import Settings

OFFLINE = "offline"
Around = Callable[[Model], Model]


def model(
    settings: Settings,
    closing: AsyncExitStack,
    cached: Around,
    paced: Around | None = None,
    tell: Callable[[str], None] = lambda line: None,
    observer: Observer = SILENCE,
) -> Model:
    """Return the model that the settings choose, and the one behind it if any.

    Raises UnknownModel or MissingKey.
    """
    around = (settings, closing, cached, paced, tell, observer)
    first = _model(settings.model, settings.model_key, *around)
    given, key = settings.fallback_model, settings.fallback_key
    if given is None:
        return first
    if key is None and same_address(given, settings.model):
        key = settings.model_key
    return FallbackModel(first, _model(given, key, *around), tell)


def _model(
    given: str,
    own_key: SecretStr | None,
    settings: Settings,
    closing: AsyncExitStack,
    cached: Around,
    paced: Around | None,
    tell: Callable[[str], None],
    observer: Observer,
) -> Model:
    if given == OFFLINE:
        return OfflineModel()
    name = model_name(given)
    key = key_of(name) or (own_key.get_secret_value() if own_key else "")
    sampling = Sampling(output_tokens=settings.model_output, seconds=settings.model_seconds)
    llm = LlmModel(name, key, settings.model_words, sampling, observer)
    closing.push_async_callback(llm.aclose)
    patience = Patience(
        tries=settings.model_tries,
        at_once=settings.model_at_once,
        per_minute=None if paced else settings.model_per_minute,
    )
    asked = paced(llm) if paced else llm
    return cached(PatientModel(asked, patience, tell=tell, observer=observer))


def require_model(given: str) -> None:
    """Raise UnknownModel or MissingKey when no model goes by that name, or its key is missing."""
    if given != OFFLINE:
        key_of(model_name(given))


def with_model(settings: Settings, given: str) -> Settings:
    """Return the settings with another model; a key does not go along to another address."""
    key = settings.model_key
    if key and settings.model != OFFLINE and not same_address(given, settings.model):
        key = None
    return settings.model_copy(update={"model": given, "model_key": key})


def same_address(one: str, other: str) -> bool:
    """Tell whether two models are reached at the same address, so that one key is for both."""
    return OFFLINE not in (one, other) and model_name(one).url == model_name(other).url


def strangers(settings: Settings) -> tuple[str, ...]:
    """Name the models outside this machine that are sent words of the source.

    Each comes with its host, and with the proxy between.
    """
    given = [settings.model, settings.fallback_model]
    names = [model_name(one) for one in given if one and one != OFFLINE]
    return tuple(f"{name} ({name.route})" for name in names if not name.local)
