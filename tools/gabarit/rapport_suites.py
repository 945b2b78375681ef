"""The annual report's last chapters: evaluation, manifesto, perspectives."""

from .markup import heading, narrative, when


def _chapter(section: str, title: str, *, page: bool | None = None) -> str:
    return when(f"textes.{section}", heading(1, title, page), narrative(section))


def evaluation() -> str:
    """Return the chapters on the evaluation of the contract, and on what is asked for next."""
    return _chapter("evaluation", "L'évaluation du contrat") + _chapter(
        "manifeste", "Le manifeste pour la politique de la ville"
    )


def perspectives() -> str:
    """Return the chapter on what comes next, and next year's priorities."""
    return when(
        "textes.perspectives or textes.priorites",
        heading(1, "Perspectives"),
        narrative("perspectives"),
        when(
            "textes.priorites",
            heading(2, "Les priorités d'intervention {{ annee + 1 }}"),
            narrative("priorites"),
        ),
    )
