"""Figures for Prometheus: counted in every process, added up over all of this server's."""

from conspectus.adapters.observe_metrics.folder import Folder, joined
from conspectus.adapters.observe_metrics.gather import Gatherer
from conspectus.adapters.observe_metrics.observer import MetricsObserver
from conspectus.adapters.observe_metrics.port import told_at

__all__ = ["Folder", "Gatherer", "MetricsObserver", "joined", "told_at"]
