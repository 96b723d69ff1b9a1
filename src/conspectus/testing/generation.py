"""Stand-ins for the ports of one generation."""

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace

from conspectus.domain.answers import Kept, Purge, Size, footprint
from conspectus.domain.envelope import envelope
from conspectus.domain.errors import EmptySource, ModelUnreachable
from conspectus.domain.happenings import Happening, Work
from conspectus.domain.report import Report
from conspectus.domain.request import Answer, Reply, Request, shape_of
from conspectus.domain.source import Page, Passage, Source, Span, Upload
from conspectus.domain.usage import Usage
from conspectus.ports import Observer


class TextReader:
    """Reads UTF-8 text.

    Form feeds part pages, each line is a passage, `# ` begins a heading, `- ` an item.
    """

    async def read(self, upload: Upload) -> Source:
        """Raise EmptySource when there is no text."""
        return text_source(upload.data.decode(), upload.name, upload.digest)


def text_source(text: str, name: str = "form.txt", digest: str = "0" * 64) -> Source:
    """Make a source of a text, see TextReader."""
    if not text.strip():
        raise EmptySource(f"{name} holds no text.")
    pages: list[Page] = []
    passages: list[Passage] = []
    path: tuple[str, ...] = ()
    for index, page in enumerate(text.split("\f")):
        pages.append(Page(index + 1, page, str(index + 1)))
        for start, end in _blocks(page):
            raw = page[start:end]
            level = len(raw) - len(raw.lstrip("#"))
            words = " ".join(raw.lstrip("#-").split())
            span = (Span(index, end - len(raw.lstrip("#- ")), end),)
            number = len(passages) + 1
            if level:
                path = path[: level - 1]
                passages.append(Passage(number, "heading", words, span, path, level))
                path = (*path, words)
            elif raw.startswith("- "):
                passages.append(Passage(number, "item", words, span, path, 1))
            else:
                passages.append(Passage(number, "paragraph", words, span, path))
    return Source(name, digest, "text/plain", "en", tuple(pages), tuple(passages))


def _blocks(page: str) -> Iterable[tuple[int, int]]:
    at = 0
    for block in page.split("\n"):
        start = at + len(block) - len(block.lstrip())
        if block.strip():
            yield start, at + len(block.rstrip())
        at += len(block) + 1


@dataclass
class ScriptedModel:
    """Gives the replies it was made with, and keeps the requests it was asked."""

    replies: Mapping[str, Reply]
    name: str = "scripted"
    most_words: int | None = None
    asked: list[Request] = field(default_factory=list)

    def shape(self, request: Request) -> Mapping[str, object]:
        """Return the name and the request."""
        return {"model": self.name, "request": shape_of(request)}

    async def ask(self, request: Request) -> Answer:
        """Answer each question that has a scripted reply."""
        self.asked.append(request)
        return Answer(
            tuple(self.replies[q.name] for q in request.questions if q.name in self.replies)
        )


@dataclass
class UnreachableModel:
    """A model that cannot be reached."""

    name: str = "unreachable"
    most_words: int | None = None

    def shape(self, request: Request) -> Mapping[str, object]:
        """Return the name and the request."""
        return {"model": self.name, "request": shape_of(request)}

    async def ask(self, request: Request) -> Answer:
        """Raise ModelUnreachable."""
        raise ModelUnreachable("The model cannot be reached. Try again later.")


@dataclass
class SlowModel:
    """Takes `seconds` to say nothing about every question, for `cost_usd`; counts its calls."""

    seconds: float = 0.2
    cost_usd: float | None = 0.01
    name: str = "slow"
    most_words: int | None = None
    calls: int = 0

    def shape(self, request: Request) -> Mapping[str, object]:
        """Return the name and the request."""
        return {"model": self.name, "request": shape_of(request)}

    async def ask(self, request: Request) -> Answer:
        """Answer that the passages do not say."""
        self.calls += 1
        await asyncio.sleep(self.seconds)
        replies = tuple(Reply(question.name) for question in request.questions)
        return Answer(replies, Usage(1, 0, 0, 1000, 100, self.cost_usd))


@dataclass
class DictAnswers:
    """Keeps answers in a dictionary for ever, whatever their time."""

    kept: dict[str, Kept] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)

    async def get(self, key: str) -> Kept | None:
        """Return the answer."""
        return self.kept.get(key)

    async def put(self, key: str, kept: Kept) -> None:
        """Keep an answer."""
        self.kept[key] = replace(kept, tier="dict")

    async def lease(self, key: str, owner: str, seconds: float) -> bool:
        """Take the right to ask; it never expires."""
        return self.owners.setdefault(key, owner) == owner

    async def release(self, key: str, owner: str) -> None:
        """Give the right back if it is still held."""
        if self.owners.get(key) == owner:
            del self.owners[key]

    async def purge(self, purge: Purge) -> Mapping[str, int]:
        """Take answers away."""
        gone = [key for key, kept in self.kept.items() if purge.takes(kept)]
        for key in gone:
            del self.kept[key]
        return {"dict": len(gone)}

    async def sizes(self) -> Mapping[str, Size]:
        """Return what is held."""
        held = sum(footprint(kept.answer) for kept in self.kept.values())
        return {"dict": Size(len(self.kept), held)}


class DataRenderer:
    """Renders the envelope as Python's own notation."""

    media_type = "text/plain"

    def render(self, report: Report, usage: Usage | None = None) -> bytes:
        """Return the repr of the envelope."""
        return repr(envelope(report, usage or Usage())).encode()


@dataclass
class ListObserver(Observer):
    """Keeps what it is told."""

    stages: list[tuple[str, int, int]] = field(default_factory=list)
    sections: list[tuple[str, int, int]] = field(default_factory=list)
    works: list[Work] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)

    def stage(self, name: str, done: int, total: int) -> None:
        """Note the stage."""
        self.stages.append((name, done, total))

    def section(self, name: str, done: int, total: int) -> None:
        """Note the section."""
        self.sections.append((name, done, total))

    def during(self, work: Work) -> AbstractContextManager[object]:
        """Note the work when it has ended."""
        return self._during(work)

    @contextmanager
    def _during(self, work: Work) -> Iterator[None]:
        try:
            yield
        finally:
            self.works.append(work)

    def happened(self, what: Happening) -> None:
        """Note it."""
        self.happenings.append(what)
