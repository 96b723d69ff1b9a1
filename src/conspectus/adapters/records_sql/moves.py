"""What every change of a document does to its job: counts, times, usage, events, totals."""

from collections.abc import Mapping, Sequence

from conspectus.adapters.records_sql.database import Transaction
from conspectus.adapters.records_sql.rows import COUNTS, plain
from conspectus.adapters.records_sql.totals import count, ended
from conspectus.domain.job import ENDED, STATES, Counts, State, status_of
from conspectus.domain.usage import Usage

Happening = tuple[str, Mapping[str, object]]
"""The kind of an event, and its data."""

NOTHING = Usage()

_MOVE = f"""
    UPDATE jobs SET
        queued = queued + ?, running = running + ?, succeeded = succeeded + ?,
        failed = failed + ?, cancelled = cancelled + ?,
        running_at = CASE WHEN ? > 0 THEN coalesce(running_at, ?) ELSE running_at END,
        calls = calls + ?, cache_hits = cache_hits + ?, coalesced = coalesced + ?,
        input_tokens = input_tokens + ?, output_tokens = output_tokens + ?,
        cost_usd = cost_usd + ?, saved_usd = saved_usd + ?, seconds = seconds + ?,
        events = events + ?
    WHERE id = ? RETURNING events, {COUNTS}
"""
_ENTER = "UPDATE jobs SET events = events + 1, ended_at = ? WHERE id = ?"
_HAPPEN = "INSERT INTO events (job, number, kind, data, time) VALUES (?, ?, ?, ?, ?)"


def move(
    tx: Transaction,
    job: str,
    moved: Counts,
    happenings: Sequence[Happening],
    now: int,
    usage: Usage = NOTHING,
) -> None:
    """Add `moved` to the counts of a job and `usage` to its own, and write the events down.

    The row of the job is locked meanwhile: events are numbered in the order of their commits.
    """
    changes = [moved.get(state, 0) for state in STATES]
    spent = usage_row(usage)
    told = list(happenings)
    rows = tx.rows(_MOVE, *changes, moved.get("running", 0), now, *spent, len(told), job)
    last, counts = rows[0][0], dict(zip(STATES, rows[0][1:], strict=True))
    first = last - len(told) + 1
    before: dict[State, int] = {state: counts[state] - moved.get(state, 0) for state in STATES}
    status = status_of(counts)
    if status != status_of(before) or not any(before.values()):
        told.append(("job", {"status": status, "counts": counts}))
        tx.rows(_ENTER, now if status in ENDED else None, job)
    numbered = enumerate(told, first)
    tx.each(_HAPPEN, [(job, n, kind, plain(data), now) for n, (kind, data) in numbered])
    count(tx, ended(moved))


def usage_row(usage: Usage) -> tuple[object, ...]:
    """Return a usage as the columns of USAGE."""
    return (
        usage.calls,
        usage.cache_hits,
        usage.coalesced,
        usage.input_tokens,
        usage.output_tokens,
        usage.cost_usd,
        usage.saved_usd,
        usage.seconds,
    )
