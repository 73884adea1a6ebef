"""Keeps and shows: merge, store, tables, drift, maps, exports, site."""
