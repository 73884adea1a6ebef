"""The dataset in other formats."""
