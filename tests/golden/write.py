"""Write the golden files anew, after a change of the output that is wanted."""

import sys
from pathlib import Path

from conspectus.adapters.render_html import HtmlRenderer
from conspectus.adapters.render_markdown import MarkdownRenderer

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent))

from reports import REPORT  # noqa: E402 - found beside the tests

body = HtmlRenderer().render(REPORT).decode().partition("<body>")[2]
(HERE / "report.body.html").write_text(body, "utf-8")
(HERE / "report.md").write_bytes(MarkdownRenderer().render(REPORT))
