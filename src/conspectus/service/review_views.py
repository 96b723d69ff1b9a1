"""Reviews as plain data: the shapes of the public contract."""

import json
from typing import Any

from conspectus.domain.envelope import omission_data, report_data, signature_data
from conspectus.domain.moments import moment
from conspectus.domain.review.acts import Done, Resolve
from conspectus.domain.review.ledger import LedgerLine
from conspectus.domain.trail import Entry
from conspectus.service.review import Opened

Data = dict[str, Any]


def review_data(found: Opened, addable: list[tuple[str, str]]) -> Data:
    """Return a review; `addable` are the sections that the document might have as well."""
    review, judged = found.review, found.examined
    return {
        "document_id": found.document.id,
        "name": found.document.name,
        "status": review.status,
        "acts": review.seen,
        "report": report_data(judged.report),
        "sections": [
            {
                "id": section.id,
                "title": section.title,
                "statements": len(section.statements),
                "approved": section.id in review.approved,
            }
            for section in review.document.sections
        ],
        "addable": [{"id": id_, "title": title} for id_, title in addable],
        "written": sorted(review.written),
        "corrected": sorted(review.corrected),
        "ledger": [_line(line) for line in judged.ledger],
        "signatures": [signature_data(signature) for signature in review.signatures],
        "hindrances": [*judged.hindrances],
    }


def entry_data(entry: Entry) -> Data:
    """Return an act with the thing it concerns before and after, and its line on the trail."""
    words = json.loads(entry.words)
    return {
        "number": entry.number,
        "act": words["act"],
        "before": words["before"],
        "after": words["after"],
        "actor": entry.line.actor,
        "time": moment(entry.line.time),
        "line": entry.line.number,
        "seal": entry.line.hash,
    }


def _line(line: LedgerLine) -> Data:
    told = omission_data(line.omission)
    return {"id": line.id, **told, "open": line.open, "resolution": _resolution(line.resolution)}


def _resolution(done: Done | None) -> Data | None:
    if done is None or not isinstance(done.act, Resolve):
        return None
    return {"reason": done.act.reason, "actor": done.actor, "time": moment(done.time)}
