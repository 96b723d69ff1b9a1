"""The shapes of answers, as the OpenAPI document shows them."""

from typing import Any, Literal

from pydantic import BaseModel, Field

from conspectus.domain.job import JobState, State

_JOB = "019aa0c1d2e3f4a5b6c7d8e9"
_TRACE = "4bf92f35" * 4
_DOCUMENT = f"{_JOB}-000000"


class Usage(BaseModel):
    """What was spent."""

    calls: int = Field(description="Of the model.", examples=[6])
    cache_hits: int
    coalesced: int = Field(description="Answers shared with an equal question under way.")
    input_tokens: int
    output_tokens: int
    cost_usd: float | None = Field(description="null: the price is unknown.", examples=[0.0132])
    saved_usd: float | None
    seconds: float


class Failure(BaseModel):
    """Why a document has no report."""

    code: str = Field(examples=["encrypted"])
    detail: str = Field(examples=["The document needs a password."])
    retryable: bool


class DocumentStatus(BaseModel):
    """How far a document is."""

    document_id: str = Field(examples=[_DOCUMENT])
    name: str = Field(examples=["consent.pdf"])
    status: State
    stage: str | None = Field(examples=["extract"])
    progress: float = Field(ge=0, le=1, description="Of the stage under way.")
    error: Failure | None


class Job(BaseModel):
    """A job without its documents."""

    job_id: str = Field(examples=[_JOB])
    status: JobState
    plugin_id: str = Field(examples=["informed-consent-ki"])
    parameters: dict[str, Any]
    model: str = Field(examples=["offline"])
    priority: int
    total_documents: int
    counts: dict[State, int] = Field(examples=[{"succeeded": 2, "running": 1}])
    progress: float = Field(ge=0, le=1, description="The share of documents that have ended.")
    timestamps: dict[JobState, str] = Field(examples=[{"queued": "2026-11-23T08:00:00.000Z"}])
    trace_id: str | None = Field(
        description="Names the job in logs, traces and reports of errors.", examples=[_TRACE]
    )
    usage: Usage


class Status(Job):
    """A job, and how far each document is."""

    documents: list[DocumentStatus]


class JobPage(BaseModel):
    """Jobs, the latest first; `next` is the cursor of the page that follows."""

    jobs: list[Job]
    next: str | None


class Submitted(BaseModel):
    """A job that was queued."""

    job_id: str = Field(examples=[_JOB])
    status: Literal["queued"]
    total_documents: int = Field(ge=1, examples=[3])


class Envelope(BaseModel):
    """A report, the same bytes for the same document, and beside it what the run used."""

    report: dict[str, Any] = Field(
        description="Sections of statements with their evidence, facts, omissions and findings."
    )
    usage: Usage


class Result(BaseModel):
    """What became of a document."""

    document_id: str = Field(examples=[_DOCUMENT])
    name: str = Field(examples=["consent.pdf"])
    status: State
    report: dict[str, Any] | None
    usage: Usage
    error: Failure | None


class Results(BaseModel):
    """Results in the order of upload; `next` is the cursor of the page that follows."""

    documents: list[Result]
    next: str | None


class Replayed(BaseModel):
    """A report made again from kept answers; `same` tells whether it is so byte for byte."""

    same: bool
    report: dict[str, Any]


class PluginLine(BaseModel):
    """A kind of document that can be made."""

    id: str = Field(examples=["informed-consent-ki"])
    version: str = Field(examples=["1.0.0"])
    name: str
    description: str
    languages: list[str] = Field(examples=[["en"]])
    parameters: dict[str, Any] = Field(description="A JSON Schema; every property has a default.")


class Plugins(BaseModel):
    """All plugins that are installed."""

    plugins: list[PluginLine]


class Question(BaseModel):
    """What a plugin asks of a document."""

    name: str = Field(examples=["compensation"])
    kind: str = Field(examples=["text"])
    ask: str


class SectionLine(BaseModel):
    """A section of the document that is made."""

    id: str
    title: str


class RuleLine(BaseModel):
    """A rule that the document is held against."""

    id: str = Field(examples=["KI-F1"])
    citation: str


class PluginDetails(PluginLine):
    """A plugin with its questions, sections and rules."""

    questions: list[Question]
    sections: list[SectionLine]
    rules: list[RuleLine]


class Size(BaseModel):
    """What a tier of the cache holds."""

    entries: int
    bytes: int


class CacheStats(BaseModel):
    """The kept answers by tier, and what they have saved over all runs."""

    tiers: dict[str, Size]
    totals: dict[str, float]


class Purged(BaseModel):
    """How many answers went, by tier."""

    purged: dict[str, int] = Field(examples=[{"sqlite": 12}])
    away: list[str] = Field(description="Tiers that were not reached.", examples=[["redis"]])


Condition = Literal["healthy", "degraded", "unhealthy"]


class Check(BaseModel):
    """How one part of the service is."""

    status: Condition
    reason: str = Field(description="In a few words.", examples=["It cannot be used."])


class Health(BaseModel):
    """How the service is. No model is asked for it."""

    status: Condition
    draining: bool = Field(description="The server was told to stop, and serves on for a moment.")
    version: str
    components: dict[str, Check]
    models: list[str] = Field(description="Models outside this machine that are sent text.")
    timestamp: str


class Alive(BaseModel):
    """The process answers."""

    status: Literal["ok"]


class Figures(BaseModel):
    """Figures of the machine and of the program."""

    system: dict[str, Any]
    application: dict[str, Any]
    timestamp: str
