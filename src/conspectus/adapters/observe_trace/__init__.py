"""Traces for a collector that speaks OTLP. Slow to load: import it when there is one."""

from conspectus.adapters.observe_trace.observer import TraceObserver

__all__ = ["TraceObserver"]
