"""The HTTP door: thin handlers that ask `service`, and say how it went."""

from conspectus.web.app import create
from conspectus.web.desk import Desk, Policy

__all__ = ["Desk", "Policy", "create"]
