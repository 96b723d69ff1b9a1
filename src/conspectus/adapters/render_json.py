"""JSON: the envelope of the public contract."""

import orjson

from conspectus.domain.envelope import envelope, report_data
from conspectus.domain.report import Report
from conspectus.domain.usage import Usage


class JsonRenderer:
    """Writes `{"report", "usage"}`, or `{"report"}` alone when no usage is given."""

    media_type = "application/json"

    def render(self, report: Report, usage: Usage | None = None) -> bytes:
        """Return UTF-8 JSON; without usage the same report gives the same bytes."""
        data = envelope(report, usage) if usage else {"report": report_data(report)}
        return orjson.dumps(data, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
