"""Shipped stand-ins for every port: typed fakes, no mocks; a generation or a job runs on them."""

from conspectus.testing.access import MemoryAudit, MemoryKeyRing, MemorySessionBook
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
from conspectus.testing.printing import BlankPrinter
from conspectus.testing.records import MemoryRecords
from conspectus.testing.reviews import MemoryReviewBook

__all__ = [
    "BlankPrinter",
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
    "MemoryReviewBook",
    "MemorySessionBook",
    "ScriptedModel",
    "SlowModel",
    "TextReader",
    "UnreachableModel",
    "text_source",
]
