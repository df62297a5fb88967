"""A sample X-Series service: a shop's point of sale as its API shows it."""

from app.sample.x_series.app import x_series_app
from app.sample.x_series.knobs import XSeriesKnobs
from app.sample.x_series.store import XSeriesStore

__all__ = ["XSeriesKnobs", "XSeriesStore", "x_series_app"]
