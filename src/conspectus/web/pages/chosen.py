"""Words of the source that a form has chosen, as its fields."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from conspectus.domain.review.acts import ActRefused
from conspectus.domain.source import Evidence

Given = Mapping[str, str]
"""The fields of a form."""

Spots = list[dict[str, Any]]

SPOT = "spot."
"""Fields of words that were chosen begin so; each holds the places of one quote."""


def spots_of(given: Given) -> Spots:
    """Return the places of all words that a form has chosen. Raises ActRefused."""
    found: Spots = []
    for name, value in given.items():
        if name.startswith(SPOT):
            try:
                found += json.loads(value)
            except (ValueError, TypeError):
                raise ActRefused("The words were not chosen with this page.") from None
    return found


def spots_data(pieces: Sequence[Evidence]) -> str:
    """Return the places of a quote as the value of a field."""
    return json.dumps([spot_data(piece) for piece in pieces])


def spot_data(piece: Evidence) -> dict[str, Any]:
    """Return the place of a piece of evidence."""
    return {
        "page": piece.page,
        "anchor": piece.anchor,
        "start": piece.start,
        "end": piece.end,
        "group": piece.group,
    }
