"""The world: places, organisations, themes and cue words, from data files."""
