"""Reading the runs of a paragraph: fields, symbols, check boxes, hidden text and breaks."""

import re
from dataclasses import replace

from conspectus.adapters.read_docx.blocks import Run
from conspectus.adapters.read_docx.glyphs import CHECKED, UNCHECKED, deceives, plain, seen, symbol
from conspectus.adapters.read_docx.ooxml import (
    MATH,
    Element,
    W,
    check_box,
    children,
    hexadecimal,
    on,
    text_boxes,
    val,
)
from conspectus.adapters.read_docx.styles import Look, Styles, run_look

BUTTON = re.compile(r"\s*MACROBUTTON\s+\S+\s+(.*\S)", re.S)  # a place to fill in: shows itself
LEAST_SIZE = 4  # half points: smaller type is a speck on the paper
BREAKS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}


class RunReader:
    """Reads runs in order and remembers what concerns the paragraphs after them.

    `hidden` counts the characters set as hidden text, `deceived` tells that there were some that
    turn the direction of others, `boxes` collects text boxes until they are
    taken, `open_fields` tells for each field that is open whether its result has begun.
    """

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.hidden = 0
        self.deceived = False
        self.boxes: list[Element] = []
        self.open_fields: list[bool] = []

    def read(self, paragraph: Element, look: Look, on_paper: bool) -> list[Run]:
        """Return the visible runs of `w:p`, the fields' instructions left out.

        `on_paper` tells that the paragraph stands in no table or box, whose ground may be dark:
        there, white words are hidden words.
        """
        runs: list[Run] = []
        for child in children(paragraph):
            if child.tag == W + "r":
                runs.extend(self._run(child, look, on_paper))
            elif child.tag == W + "sdt":
                runs.append(Run(CHECKED if check_box(child) else UNCHECKED))
            elif child.tag in (MATH + "oMath", MATH + "oMathPara"):
                runs.append(Run("".join(t.text or "" for t in child.iter(MATH + "t"))))
        # A field whose result never begins in its paragraph is broken; it may hide nothing more.
        self.open_fields = [begun for begun in self.open_fields if begun]
        return [run for run in runs if run.text]

    def _run(self, run: Element, paragraph: Look, on_paper: bool) -> list[Run]:
        properties = run.find(W + "rPr")
        style = val(properties.find(W + "rStyle")) if properties is not None else None
        look = run_look(properties).over(self._styles.style(style)).over(paragraph)
        text = "".join(self._piece(child, properties) for child in children(run))
        self.deceived = self.deceived or deceives(text)
        text = seen(text)
        tiny = 0 < (look.size or 0) < LEAST_SIZE
        if look.hidden or tiny or (on_paper and look.white and not look.shaded):
            self.hidden += len(text.strip())
            return []
        return [
            Run(
                text,
                bool(look.bold),
                bool(look.caps),
                bool(look.underline),
                look.size or 0,
                bool(look.italic),
                bool(look.tinted),
            )
        ]

    def _piece(self, child: Element, properties: Element | None) -> str:
        if child.tag == W + "fldChar":
            return self._field(child)
        if not all(self.open_fields):
            button = BUTTON.match(child.text or "") if child.tag == W + "instrText" else None
            return button[1] if button else ""
        if child.tag == W + "t":
            text = child.text or ""
            kept = child.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
            return plain(text if kept else text.strip(" \t\r\n"), _font(properties))
        if child.tag == W + "sym":
            return symbol(child.get(W + "font"), hexadecimal(child.get(W + "char"), 0x2022))
        if child.tag in (W + "drawing", W + "pict", W + "object"):
            self.boxes.extend(text_boxes(child))
        if child.tag == W + "r":
            return "".join(self._piece(inner, properties) for inner in children(child))
        return BREAKS.get(str(child.tag), "")

    def _field(self, mark: Element) -> str:
        kind = mark.get(W + "fldCharType")
        shown = ""
        if kind == "begin":
            box = mark.find(f"{W}ffData/{W}checkBox")
            if box is not None and all(self.open_fields):
                state = on(box.find(W + "checked"))
                if state is None:
                    state = on(box.find(W + "default"))
                shown = CHECKED if state else UNCHECKED
            self.open_fields.append(False)
        elif self.open_fields and kind == "separate":
            self.open_fields[-1] = True
        elif self.open_fields and kind == "end":
            self.open_fields.pop()
        return shown


def trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Return the runs without white space at either end of the paragraph."""
    kept = list(runs)
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[0] = _with_text(kept[0], kept[0].text.lstrip())
        kept[-1] = _with_text(kept[-1], kept[-1].text.rstrip())
    return tuple(kept)


def _with_text(run: Run, text: str) -> Run:
    return replace(run, text=text)


def _font(properties: Element | None) -> str | None:
    fonts = properties.find(W + "rFonts") if properties is not None else None
    return (fonts.get(W + "ascii") or fonts.get(W + "hAnsi")) if fonts is not None else None
