"""A sample E-Series service: an online store as its API shows it."""

from app.sample.e_series.app import e_series_app
from app.sample.e_series.knobs import ESeriesKnobs
from app.sample.e_series.store import ESeriesStore

__all__ = ["ESeriesKnobs", "ESeriesStore", "e_series_app"]
