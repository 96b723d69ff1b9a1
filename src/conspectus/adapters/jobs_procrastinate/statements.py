"""What is said to Procrastinate's tables beside its own functions.

An id is the `queueing_lock` of its row, so it waits once at most. Only rows that wait (`todo`) or
are worked on (`doing`) are kept.
"""

KNOWN = """
    SELECT queueing_lock FROM procrastinate_jobs
    WHERE status = 'todo' AND queueing_lock = ANY(%(documents)s)
    UNION ALL
    SELECT queueing_lock FROM procrastinate_jobs
    WHERE status = 'doing' AND queueing_lock = ANY(%(documents)s)
"""

WAITING = """
    SELECT count(*) AS number FROM procrastinate_jobs
    WHERE queue_name = %(queue)s AND status = 'todo'
"""

TAKE_BACK = """
    DELETE FROM procrastinate_jobs WHERE status = 'todo' AND queueing_lock = ANY(%(documents)s)
"""

FORGET = """
    UPDATE procrastinate_jobs SET queueing_lock = NULL
    WHERE status = 'doing' AND queueing_lock = ANY(%(documents)s)
"""
"""What is worked on goes on, and the same id may be enqueued again."""

BEAT = """
    UPDATE procrastinate_workers SET last_heartbeat = now() WHERE id = %(worker)s RETURNING id
"""

DONE = """
    DELETE FROM procrastinate_jobs
    WHERE id = %(job)s AND worker_id = %(worker)s AND status = 'doing'
"""

AGAIN = """
    UPDATE procrastinate_jobs AS job
    SET status = 'todo', worker_id = NULL, attempts = attempts + 1,
        scheduled_at = now() + make_interval(secs => %(seconds)s)
    WHERE id = %(job)s AND worker_id = %(worker)s AND status = 'doing'
        AND NOT EXISTS (
            SELECT 1 FROM procrastinate_jobs AS twin
            WHERE twin.status = 'todo' AND twin.queueing_lock = job.queueing_lock
        )
"""

_STALLED = """
    job.queue_name = %(queue)s AND job.status = 'doing' AND (
        job.worker_id IS NULL OR job.worker_id IN (
            SELECT id FROM procrastinate_workers
            WHERE last_heartbeat < now() - make_interval(secs => %(seconds)s)
        )
    )
"""

DROP_TWINS = f"""
    DELETE FROM procrastinate_jobs AS job
    USING procrastinate_jobs AS twin
    WHERE {_STALLED} AND twin.status = 'todo' AND twin.queueing_lock = job.queueing_lock
"""

RESCUE = f"""
    UPDATE procrastinate_jobs AS job
    SET status = 'todo', worker_id = NULL, attempts = attempts + 1, scheduled_at = NULL
    WHERE {_STALLED}
    RETURNING job.id
"""
"""In one statement: of several workers that see the same dead one, each id is freed by one."""
