"""What a run used: it stands beside the report, never inside it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Usage:
    """Calls of a model, answers that came from the cache, tokens, US dollars and seconds.

    `coalesced` answers were shared with an identical request under way. A cost is None when the
    price of the model is unknown; a sum with an unknown cost is unknown.
    """

    calls: int = 0
    cache_hits: int = 0
    coalesced: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost_usd: float | None = 0.0
    saved_usd: float | None = 0.0
    seconds: float = 0.0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            self.calls + other.calls,
            self.cache_hits + other.cache_hits,
            self.coalesced + other.coalesced,
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
            _sum(self.cost_usd, other.cost_usd),
            _sum(self.saved_usd, other.saved_usd),
            self.seconds + other.seconds,
        )


def _sum(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one + other
