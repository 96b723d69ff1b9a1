"""Seams: what the program needs of the world. Adapters fill them, `testing` has stand-ins."""

from conspectus.ports.access import Audit, KeyRing, SessionBook
from conspectus.ports.generation import (
    SILENCE,
    AnswerStore,
    Model,
    Observer,
    Reader,
    Renderer,
    Seal,
)
from conspectus.ports.hooks import Courier, HookBook
from conspectus.ports.jobs import Archive, Handle, JobEngine, Records
from conspectus.ports.printing import Printer
from conspectus.ports.reviews import ReviewBook, Trail

__all__ = [
    "SILENCE",
    "AnswerStore",
    "Archive",
    "Audit",
    "Courier",
    "Handle",
    "HookBook",
    "JobEngine",
    "KeyRing",
    "Model",
    "Observer",
    "Printer",
    "Reader",
    "Records",
    "Renderer",
    "ReviewBook",
    "Seal",
    "SessionBook",
    "Trail",
]
