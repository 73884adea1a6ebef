"""Reads and finds: a paper's bytes become a document, its text becomes records with evidence."""
