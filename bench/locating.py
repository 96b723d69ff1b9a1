"""Finding a quote in 100 kB of text, in milliseconds."""

import random
from collections.abc import Iterator

from bench.forms import long_form, raw_text
from bench.measure import Figure, best
from conspectus.domain.locate import PageIndex

SIZE, QUOTES = 100_000, 200


def figures() -> Iterator[Figure]:
    """Measure quotes as they stand, and with their line breaks folded."""
    text = raw_text(long_form(60))[:SIZE].replace("\r\n", "\n")
    pages = [text[at : at + 2500] for at in range(0, len(text), 2500)]
    index = PageIndex(pages)
    chance = random.Random(1)
    quotes = []
    while len(quotes) < QUOTES:
        page = chance.choice(pages)
        words = page.split(" ")
        start = chance.randrange(max(1, len(words) - 25))
        quotes.append(" ".join(words[start : start + 20]))
    for name, some in (
        ("exact", quotes),
        ("folded", [" ".join(quote.split()) for quote in quotes]),
        ("absent", [f"{quote} zyx" for quote in quotes]),
    ):
        seconds = best(lambda some=some: [index.find(quote) for quote in some], 3)  # type: ignore[misc]
        yield Figure(f"locate a quote in 100 kB, {name}", seconds / len(some) * 1000, 1, "ms")
