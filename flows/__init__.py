"""Decides what runs, where and when; the only floor that knows Prefect, settings and terminal."""
