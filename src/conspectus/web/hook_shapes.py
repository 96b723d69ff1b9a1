"""The shapes of answers about webhooks."""

from pydantic import BaseModel, ConfigDict, Field

from conspectus.domain.hooks import DeliveryState


class HookUrl(BaseModel):
    """Where to send messages."""

    model_config = ConfigDict(extra="forbid")

    url: str = Field(min_length=1, max_length=2000, examples=["https://office.example/hook"])


class HookLine(BaseModel):
    """A webhook without its secret."""

    id: str = Field(examples=["9f86d081884c7d65"])
    url: str
    created: str


class FreshHook(HookLine):
    """A webhook with the secret that signs its messages, which is shown only now."""

    secret: str = Field(examples=["whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"])


class HookPage(BaseModel):
    """All webhooks of the workspace."""

    webhooks: list[HookLine]


class DeliveryLine(BaseModel):
    """A message and how it went; `due` is when it is sent again."""

    id: str
    job_id: str
    status: DeliveryState
    attempts: int
    answer: str = Field(examples=["HTTP 204"])
    due: str | None


class Deliveries(BaseModel):
    """Messages, the latest first."""

    deliveries: list[DeliveryLine]
