"""What stands around a quote: the whole sentences it is part of."""

from itertools import accumulate

from conspectus.domain.text.fold import squash
from conspectus.domain.text.sentences import split


def sentences_around(quote: str, text: str) -> tuple[str, ...]:
    """Return the whole sentences of a text around a quote that is a fragment, wherever it stands.

    Nothing when the quote is whole sentences, or not in the text.
    """
    if any(text[start:end] == quote for start, end in split(text)):
        return ()
    if squash(quote) == squash(text):
        return ()
    found = sentences_with(quote, text)
    whole = any(squash(sentence) == squash(quote) for sentence in found)
    return () if whole else found


def sentences_with(quote: str, text: str) -> tuple[str, ...]:
    """Return the whole sentences of a text that hold a quote, once for each place it stands at."""
    wanted, squashed = squash(quote), squash(text)
    if not wanted or wanted not in squashed:
        return ()
    spans = split(text)
    ends = list(accumulate(len(squash(text[start:end])) for start, end in spans))
    found: list[str] = []
    at = squashed.find(wanted)
    while at >= 0:
        held = [
            span
            for span, begin, end in zip(spans, (0, *ends), ends, strict=False)
            if begin < at + len(wanted) and at < end
        ]
        found.append(text[held[0][0] : held[-1][1]])
        at = squashed.find(wanted, at + 1)
    return tuple(dict.fromkeys(found))
