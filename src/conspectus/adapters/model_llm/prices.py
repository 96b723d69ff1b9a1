"""What calls cost, by the price list that genai-prices ships; nothing is downloaded."""

from genai_prices import Usage as Tokens
from genai_prices import calc_price

from conspectus.adapters.model_llm.names import ModelName

_SELLERS = {
    "openai": "openai",
    "azure": "azure",
    "anthropic": "anthropic",
    "google": "google",
    "bedrock": "aws",
}
BYTES_OF_A_TOKEN = 2
"""In UTF-8, at the least: an estimate of what a call may cost must not be too low."""


def cost_usd(name: ModelName, input_tokens: int, output_tokens: int) -> float | None:
    """Return what the tokens cost in US dollars, None when the price is unknown."""
    seller = _SELLERS.get(name.provider)
    if seller is None:
        return None
    tokens = Tokens(input_tokens=input_tokens, output_tokens=output_tokens)
    try:
        return float(calc_price(tokens, name.model, provider_id=seller).total_price)
    except LookupError:
        return None


def most_usd(name: ModelName, words: str, output_tokens: int) -> float | None:
    """Return what a call with these words and at most so many tokens back may cost."""
    return cost_usd(name, len(words.encode()) // BYTES_OF_A_TOKEN + 1, output_tokens)
