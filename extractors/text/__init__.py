"""From bytes to a document with passages: readers for each format."""
