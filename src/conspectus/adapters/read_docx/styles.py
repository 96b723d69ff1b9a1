"""Styles and lists: what a paragraph looks like once all inheritance is resolved."""

import re
from dataclasses import dataclass, fields
from functools import lru_cache

from conspectus.adapters.read_docx.ooxml import Element, W, number, on, val

_CHANNELS = re.compile(r"[\dA-Fa-f]{6}")
WHITE = (None, "auto", "FFFFFF", "ffffff")
HEADING_NAME = re.compile(
    r"^(?!.*(?:table|header|\btoc\b|contents)).*\bhead(?:ing|line)?\s*(\d)?", re.I
)
CONTENTS_NAME = re.compile(r"^(?:toc\s*\d|table of figures)", re.I)


@dataclass(frozen=True, slots=True)
class Look:
    """Properties of a paragraph or run; None means that nothing is said.

    `outline` is the heading level from 0 (9 is body text), `size` is in half points, `list_id`
    and `list_level` name a numbering (`list_id` 0 takes a list away), `indent` is in twentieths
    of a point, `tinted` tells of a color that is no grey, `shaded` of a ground
    that is not white.
    """

    outline: int | None = None
    list_id: int | None = None
    list_level: int | None = None
    indent: int | None = None
    size: int | None = None
    bold: bool | None = None
    caps: bool | None = None
    underline: bool | None = None
    italic: bool | None = None
    tinted: bool | None = None
    hidden: bool | None = None
    white: bool | None = None
    shaded: bool | None = None
    contents: bool | None = None

    def over(self, base: "Look") -> "Look":
        """Return these properties, completed by those of `base`."""
        return _completed(self, base)


PLAIN = Look()


@lru_cache(maxsize=4096)
def _completed(look: Look, base: Look) -> Look:
    pairs = ((getattr(look, f.name), getattr(base, f.name)) for f in fields(Look))
    return Look(*(mine if mine is not None else theirs for mine, theirs in pairs))


def paragraph_look(properties: Element | None) -> Look:
    """Read `w:pPr`, without the style that it names."""
    if properties is None:
        return PLAIN
    indent = properties.find(W + "ind")
    left = (indent.get(W + "left") or indent.get(W + "start")) if indent is not None else None
    return Look(
        outline=number(properties.find(W + "outlineLvl")),
        list_id=number(properties.find(f"{W}numPr/{W}numId")),
        list_level=number(properties.find(f"{W}numPr/{W}ilvl")),
        indent=int(left) if left and left.lstrip("-").isdigit() else None,
        shaded=_shaded(properties),
    )


_UNSAID = ("vanish", "strike", "dstrike")


def run_look(properties: Element | None) -> Look:
    """Read `w:rPr`, without the style that it names."""
    if properties is None:
        return PLAIN
    return Look(
        size=number(properties.find(W + "sz")),
        bold=on(properties.find(W + "b")),
        caps=on(properties.find(W + "caps")),
        underline=on(properties.find(W + "u")),
        italic=on(properties.find(W + "i")),
        tinted=_is_tinted(val(properties.find(W + "color"))),
        hidden=next(filter(None, (on(properties.find(W + name)) for name in _UNSAID)), None),
        white=_is_white(val(properties.find(W + "color"))),
        shaded=_shaded(properties) or (properties.find(W + "highlight") is not None or None),
    )


class Styles:
    """The style sheet of a document (`styles.xml`)."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._looks: dict[str, Look] = {}
        self._default: str | None = None
        for style in root.iter(W + "style") if root is not None else ():
            name = style.get(W + "styleId") or ""
            self._styles[name] = style
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true"):
                self._default = name
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None
        self._base = run_look(defaults)

    def paragraph(self, properties: Element | None) -> Look:
        """Return the look of a paragraph: its own properties over those of its style."""
        style = val(properties.find(W + "pStyle")) if properties is not None else None
        named = self.style(style or self._default)
        return paragraph_look(properties).over(named).over(self._base)

    def style(self, name: str | None) -> Look:
        """Return the look that a style gives, inherited properties included."""
        if name is None or name not in self._styles:
            return PLAIN
        if name not in self._looks:
            self._looks[name] = PLAIN  # ends a chain of styles that are based on each other
            self._looks[name] = self._resolve(self._styles[name])
        return self._looks[name]

    def heads_first_row(self, name: str | None) -> bool:
        """Whether a table style sets the first row in bold."""
        seen: set[str | None] = set()
        while name not in seen and (style := self._styles.get(name or "")) is not None:
            seen.add(name)
            for part in style.findall(W + "tblStylePr"):
                if part.get(W + "type") == "firstRow" and on(part.find(f"{W}rPr/{W}b")):
                    return True
            name = val(style.find(W + "basedOn"))
        return False

    def _resolve(self, style: Element) -> Look:
        own = run_look(style.find(W + "rPr")).over(paragraph_look(style.find(W + "pPr")))
        own = own.over(_named(val(style.find(W + "name")) or ""))
        return own.over(self.style(val(style.find(W + "basedOn"))))


class Lists:
    """The list definitions of a document (`numbering.xml`)."""

    def __init__(self, root: Element | None) -> None:
        self._formats: dict[tuple[int, int], str] = {}
        if root is None:
            return
        outlines = {a.get(W + "abstractNumId"): a for a in root.iter(W + "abstractNum")}
        linked = {val(a.find(W + "styleLink")): a for a in outlines.values()}
        for instance in root.iter(W + "num"):
            try:
                list_id = int(instance.get(W + "numId") or "")
            except ValueError:
                continue
            outline = outlines.get(val(instance.find(W + "abstractNumId")))
            if outline is not None and (link := val(outline.find(W + "numStyleLink"))):
                outline = linked.get(link, outline)
            for level in [*(outline if outline is not None else ()), *instance.iter(W + "lvl")]:
                if level.tag == W + "lvl" and (level.get(W + "ilvl") or "").isdigit():
                    form = val(level.find(W + "numFmt")) or "decimal"
                    self._formats[list_id, int(level.get(W + "ilvl") or "")] = form

    def format(self, look: Look) -> str | None:
        """Return the number format of a list paragraph ("bullet", "decimal", ...), else None."""
        if not look.list_id:
            return None
        form = self._formats.get((look.list_id, look.list_level or 0))
        return None if form == "none" else form


def _is_white(color: str | None) -> bool | None:
    return None if color is None else color.upper() == "FFFFFF"


def _is_tinted(color: str | None) -> bool | None:
    """Whether a color is more than a shade of grey."""
    if color is None or not _CHANNELS.fullmatch(color):
        return None if color is None else False
    channels = [int(color[i : i + 2], 16) for i in (0, 2, 4)]
    return max(channels) - min(channels) > 40


def _shaded(properties: Element) -> bool | None:
    shade = properties.find(W + "shd")
    return None if shade is None else shade.get(W + "fill") not in WHITE


def _named(name: str) -> Look:
    if CONTENTS_NAME.match(name):
        return Look(contents=True)
    if name.casefold() == "title":
        return Look(outline=0)
    heading = HEADING_NAME.match(name)
    return Look(outline=int(heading[1] or 2) - 1 if heading else None)
