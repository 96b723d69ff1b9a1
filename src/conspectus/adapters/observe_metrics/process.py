"""Processor time and memory of this process, into the figures of all."""

from prometheus_client import ProcessCollector

from conspectus.adapters.observe_metrics.families import Families

CPU = "process_cpu_seconds_total"


class ProcessFigures:
    """Looks at /proc; tells nothing where there is none."""

    def __init__(self, families: Families) -> None:
        self._families = families
        self._collector = ProcessCollector(registry=None)
        self._cpu = 0.0

    def look(self) -> None:
        """Put the figures as they are now."""
        for family in self._collector.collect():
            for sample in family.samples:
                if sample.name == CPU:
                    self._families.add(CPU, amount=max(0.0, sample.value - self._cpu))
                    self._cpu = sample.value
                else:
                    self._families.put(sample.name, sample.value)
