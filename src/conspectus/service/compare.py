"""Comparing two versions of a form, from files or from documents that were made."""

import asyncio
import json
from collections.abc import Mapping

from conspectus.domain.comparison.compare import compare
from conspectus.domain.comparison.comparison import Comparison, Version
from conspectus.domain.errors import UnknownJob, UsageError
from conspectus.domain.job import report_key
from conspectus.domain.opened import opened
from conspectus.domain.source import Upload
from conspectus.ports import Archive, Records
from conspectus.service.generation import Service
from conspectus.service.review import Sourced


async def compare_uploads(
    service: Service,
    old: Upload,
    new: Upload,
    plugin_id: str,
    parameters: Mapping[str, object] | None = None,
) -> Comparison:
    """Make the reports of both files and compare them; raises as `Service.generate` does."""
    versions = []
    for upload in (old, new):
        result = await service.generate(upload, plugin_id, parameters)
        versions.append(Version(await service.reader.read(upload), result.report))
    return await asyncio.to_thread(compare, *versions)


class Comparisons:
    """Built by `wiring`, or from `testing` in a test. Unknown ids raise UnknownJob."""

    def __init__(self, records: Records, archive: Archive, source: Sourced) -> None:
        self._records = records
        self._archive = archive
        self._source = source

    async def of_documents(self, workspace: str, old: str, new: str) -> Comparison:
        """Compare the forms of two documents as they were generated.

        Raises NotKept when one has no report, UsageError when two plugins made them.
        """
        before, after = [await self._version(workspace, one) for one in (old, new)]
        if before.report.plugin_id != after.report.plugin_id:
            told = f"{before.report.plugin_id} and {after.report.plugin_id}"
            raise UsageError(f"The documents were made by two plugins, {told}.")
        return await asyncio.to_thread(compare, before, after)

    async def _version(self, workspace: str, document: str) -> Version:
        if await self._records.document(workspace, document) is None:
            raise UnknownJob("There is no such job or document.")
        kept = json.loads(await self._archive.get(report_key(document)))
        return Version(await self._source(workspace, document), opened(kept["report"]))
