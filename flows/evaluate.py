"""How well the shipped models do on passages that they were not trained on."""

from __future__ import annotations


def evaluate_classifier() -> list[dict[str, str]]:
    """Precision, recall and F1 of each theme, and of all together."""
    from models.training.themes import evaluate_themes

    return [
        {
            "theme": name,
            "precision": f"{score.precision:.2f}",
            "recall": f"{score.recall:.2f}",
            "F1": f"{score.f1:.2f}",
            "passages": str(score.right + score.missed),
        }
        for name, score in evaluate_themes()
    ]
