"""Answers in one SQLite file that the processes of a machine share."""

from conspectus.adapters.answers_sqlite.store import SqliteAnswers

__all__ = ["SqliteAnswers"]
