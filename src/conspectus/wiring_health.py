"""The composition root of health: what is looked at, and how."""

from collections.abc import Mapping

from conspectus.adapters.model_llm.names import model_name
from conspectus.adapters.observe_models import ModelWatch
from conspectus.domain.errors import UnknownModel
from conspectus.service import looks
from conspectus.service.health import Component, Health, Look
from conspectus.service.looks import OwnWorker
from conspectus.settings import Settings
from conspectus.wiring import Cache, open_cache
from conspectus.wiring_models import OFFLINE
from conspectus.wiring_stores import Stores, open_stores


def components(
    settings: Settings,
    stores: Stores,
    cache: Cache,
    watch: ModelWatch | None = None,
    own: OwnWorker | None = None,
) -> Mapping[str, Look]:
    """Return how each component is looked at; `watch` and `own` are of this process."""
    models, records = language_models(settings), stores.records
    main = next(iter(language_models(settings, main=True)), "")
    return {
        "database": looks.database(records, stores.engine),
        "llm_api": looks.models(records, watch or ModelWatch(), models, main),
        "cache": looks.cache(cache.ailing, used=settings.llm_cache_enabled and bool(models)),
        "archive": looks.archive(stores.archive),
        "workers": looks.workers(records, own),
        "disk": looks.disk(settings.data_dir),
    }


async def examined(settings: Settings) -> Mapping[str, Component]:
    """Look at every component once, from outside of the service."""
    async with open_stores(settings) as stores, open_cache(settings) as cache:
        health = Health(components(settings, stores, cache), patience=5.0)
        await health.look()
        return health.components


def language_models(settings: Settings, main: bool = False) -> list[str]:
    """Name the language models of the settings; the one asked first alone if it is `main`."""
    given = [settings.model]
    if not main:
        given += [settings.fallback_model or OFFLINE, *settings.models.values()]
    return [name for one in dict.fromkeys(given) if one != OFFLINE and (name := _name(one))]


def _name(given: str) -> str:
    try:
        return str(model_name(given))
    except UnknownModel:
        return ""  # whoever asks for it is told
