"""Shipped stand-ins for every port: typed fakes, no mocks; a generation or a job runs on them."""

from conspectus.testing.access import MemoryAudit, MemoryKeyRing
from conspectus.testing.generation import (
    DataRenderer,
    DictAnswers,
    ListObserver,
    ScriptedModel,
    SlowModel,
    TextReader,
    UnreachableModel,
    text_source,
)
from conspectus.testing.hooks import ListCourier, MemoryHookBook
from conspectus.testing.jobs import MemoryArchive, MemoryEngine
from conspectus.testing.records import MemoryRecords

__all__ = [
    "DataRenderer",
    "DictAnswers",
    "ListCourier",
    "ListObserver",
    "MemoryArchive",
    "MemoryAudit",
    "MemoryEngine",
    "MemoryHookBook",
    "MemoryKeyRing",
    "MemoryRecords",
    "ScriptedModel",
    "SlowModel",
    "TextReader",
    "UnreachableModel",
    "text_source",
]
