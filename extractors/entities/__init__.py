"""Names in a paper: found, labelled, and linked to what they stand for."""
