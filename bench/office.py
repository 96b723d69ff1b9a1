"""Made-up forms, a plugin that asks six topics, and a model that takes its time, for jobs."""

import asyncio
import os
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from conspectus import Aspect, Cue, Plugin, Question, SectionTemplate
from conspectus.adapters.observe_silent import SilentObserver
from conspectus.domain.request import Answer, Citation, Claim, Reply, Request, shape_of
from conspectus.domain.usage import Usage
from conspectus.service import Service
from conspectus.service.intake import Incoming
from conspectus.settings import Settings
from conspectus.testing import TextReader
from conspectus.wiring import renderers
from conspectus.wiring_jobs import Works, open_works

SECONDS = 0.2
TOPICS = ("pay", "risk", "visit", "contact", "sample", "purpose")
MODEL = "openai-compatible:parrot@http://127.0.0.1:9/v1"


def _question(topic: str) -> Question:
    cues = (Cue(rf"\b{topic}\b", 3.0),)
    return Question(topic, "text", f"What of {topic}?", (Aspect("a", cues),), topic=topic)


plugin = Plugin(
    id="six-topics",
    version="1.0.0",
    name="Six topics",
    description="Asks of each topic once.",
    questions=tuple(map(_question, TOPICS)),
    sections=tuple(
        SectionTemplate(t, t.title(), lambda fact, _, t=t: (p.text for p in fact(t).parts()))
        for t in TOPICS
    ),
    parameters={"type": "object", "properties": {}, "additionalProperties": False},
)


def form(number: int) -> str:
    """Return a form; no two have a line in common."""
    lines = [f"# Form {number}"]
    for topic in TOPICS:
        lines += [f"# The {topic} {number}", f"The {topic} of form {number} is number {number}."]
    return "\n".join(lines)


@dataclass
class Parrot:
    """Answers each question with the passage that names its topic; notes every call in a file."""

    log: Path | None = None
    seconds: float = SECONDS
    name: str = "parrot"
    most_words: int | None = 1000
    calls: int = 0

    def shape(self, request: Request) -> Mapping[str, object]:
        """Return the name and the request."""
        return {"model": self.name, "request": shape_of(request)}

    async def ask(self, request: Request) -> Answer:
        """Say what the form says, a while later."""
        self.calls += 1
        key = sha256(repr(shape_of(request)).encode()).hexdigest()[:16]
        self._note("asked", key)
        await asyncio.sleep(self.seconds)
        self._note("told", key)
        return Answer(
            tuple(
                Reply(question.name, (Claim(e.text, (Citation(e.number, e.text),), "a"),))
                for question in request.questions
                for e in request.extracts
                if e.kind != "heading" and e.text.startswith(f"The {question.name} ")
            ),
            Usage(1, cost_usd=0.01),
        )

    def _note(self, what: str, key: str) -> None:
        if self.log:
            number = os.open(self.log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
            os.write(number, f"{what} {key} {time.time():.4f} {os.getpid()}\n".encode())
            os.close(number)


def settings(
    folder: Path, slots: int, lease_seconds: float = 5.0, database: str | None = None
) -> Settings:
    """Return settings with that many documents and calls at once."""
    return Settings(
        data_dir=folder,
        database_url=database,  # type: ignore[arg-type]  # pydantic makes it a secret
        model=MODEL,
        slots=slots,
        model_at_once=slots,
        lease_seconds=lease_seconds,
        reader="direct",
    )


@asynccontextmanager
async def opened(chosen: Settings, model: Parrot) -> AsyncIterator[tuple[Service, Works]]:
    """Open jobs over files in a folder, with the stand-ins for reader and model."""
    parts = (TextReader(), model, renderers(), {plugin.id: plugin}, SilentObserver(), "0")
    service = Service(*parts)
    async with open_works(chosen, service) as works:
        yield service, works


def incoming(many: int) -> list[Incoming]:
    """Return forms on their way in."""

    async def chunks(number: int) -> AsyncIterator[bytes]:
        yield form(number).encode()

    return [Incoming(f"form{number}.txt", chunks(number)) for number in range(many)]
