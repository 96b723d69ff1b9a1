"""Which format a client wants."""

from collections.abc import Mapping

from conspectus.web.problems import Refusal

FORMS = {
    "json": "application/json",
    "md": "text/markdown",
    "html": "text/html",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""The formats of a document, the one first that is given when none is asked for."""

PAGES = {"json": "application/json", "zip": "application/zip"}
"""The formats of all documents of a job."""


def chosen(accept: str | None, offered: Mapping[str, str]) -> str:
    """Return the offered format that `Accept` likes best. Raises Refusal when it likes none."""
    if not (accept or "").strip():
        return next(iter(offered))
    ranges = [_range(one) for one in (accept or "").split(",") if one.strip()]
    liked = {form: _liking(media, ranges) for form, media in offered.items()}
    best = max(liked, key=lambda form: liked[form])
    if liked[best] <= 0:
        raise Refusal("not-acceptable", available=[*offered.values()])
    return best


def _range(text: str) -> tuple[str, float]:
    media, *options = (part.strip().lower() for part in text.split(";"))
    weight = 1.0
    for option in options:
        name, _, value = option.partition("=")
        if name.strip() == "q":
            try:
                weight = min(1.0, max(0.0, float(value)))
            except ValueError:
                weight = 0.0
    return media, weight


def _liking(media: str, ranges: list[tuple[str, float]]) -> float:
    """Return the weight of the closest range: the type itself, its family, or all."""
    for wanted in (media, f"{media.partition('/')[0]}/*", "*/*"):
        weights = [weight for given, weight in ranges if given == wanted]
        if weights:
            return max(weights)
    return 0.0
