"""Answers in Redis (or Valkey), shared by machines."""

from conspectus.adapters.answers_redis.store import RedisAnswers

__all__ = ["RedisAnswers"]
