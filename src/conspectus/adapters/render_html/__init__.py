"""HTML: one file without scripts or outside parts, for screen and paper."""

from base64 import b64encode
from collections import defaultdict
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from conspectus.domain import apparatus
from conspectus.domain.blocks import blocks
from conspectus.domain.document import Document
from conspectus.domain.notes import notes, places
from conspectus.domain.report import Report
from conspectus.domain.text.counting import counted
from conspectus.domain.text.legible import legible
from conspectus.domain.usage import Usage

_HERE = Path(__file__).parent
_STYLE = (_HERE / "page.css").read_text("utf-8")
_HASH = b64encode(sha256(_STYLE.encode()).digest()).decode()

POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"
"""The content security policy under which the page shows as meant; it is in the page as well."""


class HtmlRenderer:
    """Writes the document with marks that show their quotes, then all that stands behind it."""

    media_type = "text/html; charset=utf-8"

    def __init__(self) -> None:
        loader = FileSystemLoader(_HERE)
        pages = Environment(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        pages.filters["legible"] = legible
        self._page = pages.get_template("page.html")

    def render(self, report: Report, usage: Usage | None = None) -> bytes:
        """Return UTF-8 HTML; usage is not shown, so the same report gives the same bytes."""
        cited, marks = notes(report.document)
        page = self._page.render(
            report=report,
            notes=cited,
            note={note.number: note for note in cited},
            marks=marks,
            anchors=_anchors(report.document),
            backlinks=_backlinks(marks),
            locations=apparatus.locations(report.document),
            ledger=apparatus.ledger(report.omissions, cited),
            checks=apparatus.checks(report.findings),
            apparatus=apparatus,
            blocks=blocks,
            places=places,
            counted=counted,
            style=Markup(_STYLE),
            policy=POLICY,
        )
        return page.encode()


def _anchors(document: Document) -> Mapping[str | None, str]:
    """Return an HTML id for every section and statement, whatever signs its own id holds."""
    found: dict[str | None, str] = {}
    for number, section in enumerate(document.sections, 1):
        found[section.id] = f"s{number}"
        found |= {s.id: f"s{number}-{n}" for n, s in enumerate(section.statements, 1)}
    return found


def _backlinks(marks: Mapping[str, tuple[int, ...]]) -> Mapping[int, list[str]]:
    """Return the statements that cite a note, by its number, in reading order."""
    found: dict[int, list[str]] = defaultdict(list)
    for statement, numbers in marks.items():
        for number in numbers:
            found[number].append(statement)
    return found
