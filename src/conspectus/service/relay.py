"""Between the records, which hold the truth, the engine that deals out work, and the archive.

A crash between two of them loses nothing: whatever one was not told of yet, it is told of later.
"""

from itertools import groupby
from operator import itemgetter

from conspectus.ports import Archive, JobEngine, Records

MOST = 100
"""So many documents or files at once: each time others may write in between."""


async def offer(records: Records, engine: JobEngine) -> int:
    """Tell the engine of the documents that are due; return how many."""
    told = 0
    while due := await records.unoffered(MOST):
        in_turn = sorted(due, key=itemgetter(1), reverse=True)
        for priority, group in groupby(in_turn, key=itemgetter(1)):
            await engine.enqueue([document for document, _ in group], priority)
        await records.offered([document for document, _ in due])
        told += len(due)
    return told


async def sweep(records: Records, archive: Archive) -> int:
    """Delete from the archive what nothing refers to any more; return how many files."""
    swept = 0
    while keys := await records.dropped(MOST):
        for key in keys:
            await archive.delete(key)
        await records.forget(keys)
        swept += len(keys)
    return swept
