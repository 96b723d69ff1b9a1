"""What the outside may ask of Conspectus."""

from conspectus.service.generation import Result, Service

__all__ = ["Result", "Service"]
