"""What a batch leaves in its folder: a file for each source, and a summary."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from conspectus.cli.output import write_file
from conspectus.cli.progress import Meter
from conspectus.cli.targets import Target
from conspectus.domain.errors import SourceError, exit_code_of
from conspectus.domain.job import Failure, JobDocument
from conspectus.domain.text.counting import counted
from conspectus.service.views import summary_csv, summary_row

SUMMARY = "summary.csv"
MANIFEST = ".conspectus.json"


class Results:
    """The folder.

    A manifest in it tells which document each result is, so that a result that a person has edited
    since is not written over.
    """

    def __init__(self, folder: Path, form: str, planned: Sequence[Target], meter: Meter) -> None:
        self.folder = folder.resolve()
        self.form = form
        self.planned = planned
        self._meter = meter
        self._ended: dict[Target, JobDocument] = {}
        self._manifest = self._read_manifest()
        meter.set(0, len(planned))

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Write manifest and summary at the end, however it comes."""
        try:
            yield
        finally:
            if self._ended:
                rows = [self._row(target) for target in self.planned if target in self._ended]
                write_file(self.folder / SUMMARY, summary_csv(rows))
                manifest = json.dumps(self._manifest, indent=1, sort_keys=True)
                write_file(self.folder / MANIFEST, manifest.encode())

    def has(self, target: Target, document: JobDocument) -> bool:
        """Whether the result of this very document was written before and is still there."""
        known = self._manifest.get(str(target.result)) == document.id
        return known and (self.folder / target.result).is_file()

    def write(self, target: Target, document: JobDocument, data: bytes) -> None:
        """Write a result, whole or not at all."""
        write_file(self.folder / target.result, data)
        self._manifest[str(target.result)] = document.id

    def note(self, target: Target, document: JobDocument) -> None:
        """Note how a source ended; tell why when it failed."""
        self._ended[target] = document
        self._meter.set(len(self._ended), len(self.planned))
        if document.failure:
            self._meter.tell(f"{target.source.name} failed: {document.failure.detail}")
        elif document.status == "cancelled":
            self._meter.tell(f"{target.source.name} was cancelled")

    def refuse(self, target: Target, error: SourceError) -> None:
        """Note a source that cannot even be opened."""
        failure = Failure(error.code, str(error))
        self.note(target, JobDocument("", "", 0, "", "", "failed", failure=failure))

    def exit_code(self) -> int:
        """Tell how it went; return 0, 1 when anything is wrong, or why nothing could be made."""
        ended = self._ended.values()
        made = [document for document in ended if document.status == "succeeded"]
        wrong = [document for document in made if document.tally and document.tally.errors]
        failed = len(self.planned) - len(made)
        self._meter.tell(
            f"{counted(len(made), 'document')} in {self.folder}, {failed} failed, "
            f"{len(wrong)} with a rule of severity error"
        )
        if made:
            return 1 if failed or wrong else 0
        codes = {exit_code_of(one.failure.code) for one in ended if one.failure}
        return max(codes, default=5)

    def _row(self, target: Target) -> tuple[object, ...]:
        document = self._ended[target]
        result = str(target.result) if document.status == "succeeded" else ""
        return summary_row(replace(document, name=str(target.source)), result)

    def _read_manifest(self) -> dict[str, str]:
        try:
            found = json.loads((self.folder / MANIFEST).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}
