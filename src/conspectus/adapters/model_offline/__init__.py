"""The built-in extractive model: no key, no network, no weights.

It answers from the wording of the passages alone. Every question carries its own guidance (the
cues, headings and forms of `Aspect`), so the engine knows nothing of any one kind of document.
"""

from conspectus.adapters.model_offline.model import OfflineModel

__all__ = ["OfflineModel"]
