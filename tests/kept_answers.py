"""Requests and kept answers for the tests of the cache."""

from uuid import uuid4

from conspectus.domain.answers import Kept, Purge, Tags, footprint
from conspectus.domain.facts import Question
from conspectus.domain.request import Answer, Citation, Claim, Extract, Reply, Request
from conspectus.domain.usage import Usage

KEY = "0" * 64
TAGS = Tags("ki 1.0", "maker:model", "d" * 64, "ward")


def request(words: str = "You may stop at any time.", **tags: str) -> Request:
    """Return a request of one question over one extract."""
    question = Question("stopping", "text", "May one stop?")
    return Request((question,), (Extract(1, "paragraph", words),), **tags)


def kept(
    words: str = "“You may stop.”",
    tags: Tags = TAGS,
    asked: float = 1_000.0,
    expires: float | None = None,
) -> Kept:
    """Return an answer of one claim, paid with a cent."""
    claim = Claim(words, (Citation(1, words), Citation(2, "é")), "when")
    replies = (Reply("stopping", (claim,)), Reply("paid", (), False), Reply("none"))
    usage = Usage(2, 0, 0, 900, 80, 0.01, 0.0, 1.5)
    answer = Answer(replies, usage)
    return Kept(answer, tags, asked, expires, footprint(answer))


def purge(before: float = 2_000.0, **tags: str) -> Purge:
    """Return a purge that no store knows yet."""
    return Purge(uuid4().hex, before, **tags)
