"""A model around a model that never pays twice for the same answer."""

from conspectus.adapters.model_cached.model import CachedModel
from conspectus.adapters.model_cached.replay import UnaskedModel
from conspectus.adapters.model_cached.seal import HmacSeal

__all__ = ["CachedModel", "HmacSeal", "UnaskedModel"]
