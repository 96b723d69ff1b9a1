"""The Markdown file."""

import re
from pathlib import Path

from conspectus.adapters.render_markdown import MarkdownRenderer
from reports import REPORT, with_text

GOLDEN = Path(__file__).parent / "golden" / "report.md"


def test_the_whole_file_is_as_it_was() -> None:
    """The file is compared byte by byte; `python tests/golden/write.py` writes it anew."""
    assert MarkdownRenderer().render(REPORT).decode() == GOLDEN.read_text("utf-8")


def test_every_mark_has_its_footnote() -> None:
    """Footnotes are defined once each, in the order in which they are first cited."""
    text = MarkdownRenderer().render(REPORT).decode()
    defined = re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    cited = re.findall(r"\[\^(\d+)\](?!:)", text)
    assert defined == list(dict.fromkeys(cited)) == [str(n) for n in range(1, 8)]


def test_a_line_never_begins_with_markup_of_the_text() -> None:
    """Numbers, signs and hashes at the start of a statement stay text."""
    for text in ("1. One", "2) Two", "+ plus", "- minus", "# hash", "> more", "=== bar"):
        lines = MarkdownRenderer().render(with_text(text)).decode().splitlines()
        assert text not in {line[: len(text)] for line in lines}


def test_a_number_with_a_point_is_left_as_it_is() -> None:
    """Only what would begin a list is escaped, so figures stay easy to read."""
    lines = MarkdownRenderer().render(with_text("1.5 mg of study drug")).decode().splitlines()
    assert "1.5 mg of study drug[^1]" in lines
