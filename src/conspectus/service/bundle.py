"""All results of a job as one zip, made while it is sent."""

import io
import zipfile
from collections.abc import AsyncIterator
from dataclasses import replace

from conspectus.domain.errors import StorageError
from conspectus.domain.job import Failure, JobDocument
from conspectus.service.jobs import Jobs
from conspectus.service.review import Reviews
from conspectus.service.views import summary_csv, summary_row

SUMMARY = "summary.csv"
MOST = 200
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""Every member has the same time: the same results give the same bytes."""


async def bundle(
    jobs: Jobs, reviews: Reviews, workspace: str, job: str, form: str
) -> AsyncIterator[bytes]:
    """Yield a zip of every document as it stands, reviewed or not, and a summary of all."""
    standings = await reviews.standings(workspace, job)
    sink = _Sink()
    rows: list[tuple[object, ...]] = []
    names: set[str] = {SUMMARY}
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as packed:
        after = -1
        while page := await jobs.documents(workspace, job, after, MOST):
            after = page[-1].position
            for document in page:
                if document.status != "succeeded":
                    rows.append(summary_row(document, ""))
                    continue
                try:
                    if document.id in standings:
                        found = await reviews.open(workspace, document.id)
                        data, stands = reviews.rendered(found, form), found.review.status
                    else:
                        data = await jobs.rendered(workspace, document.id, form)
                        stands = "draft"
                except StorageError as error:
                    missing = replace(document, failure=Failure(error.code, str(error)))
                    rows.append(summary_row(missing, ""))
                    continue
                name = _name(document, form, names)
                rows.append(summary_row(document, name, stands))
                packed.writestr(_member(name), data)
                yield sink.taken()
        packed.writestr(_member(SUMMARY), summary_csv(rows))
    yield sink.taken()


def _name(document: JobDocument, form: str, names: set[str]) -> str:
    """Return a name that no other member has, whatever a file system thinks of small letters."""
    stem = document.name.rpartition(".")[0].strip(". ") or document.name.strip(". ") or "document"
    stem = "".join("_" if char in '<>:"/\\|?*' else char for char in stem)
    name = f"{stem}.{form}"
    if name.lower() in names:
        name = f"{stem} ({document.position + 1}).{form}"
    while name.lower() in names:
        name = f"_{name}"
    names.add(name.lower())
    return name


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _LONG_AGO)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = 0o600 << 16
    return member


class _Sink(io.RawIOBase):
    """Takes what is written, and gives it away."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        piece = bytes(data)  # type: ignore[call-overload]  # a buffer
        self._pieces.append(piece)
        return len(piece)

    def taken(self) -> bytes:
        """Return what was written since."""
        whole, self._pieces = b"".join(self._pieces), []
        return whole
