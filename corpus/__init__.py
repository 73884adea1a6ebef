"""What is given: the words (records), the world (reference), the papers (sources), gold."""
