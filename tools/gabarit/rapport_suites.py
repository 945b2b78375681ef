"""The annual report's last chapters: evaluation, manifesto, perspectives, avis."""

from .markup import heading, narrative, text, when


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


def avis() -> str:
    """Return the chapter on the avis: awaited in a «projet», told in a «definitif»."""
    awaited = when(
        "consultation is defined and consultation.avis_au_plus_tard_le",
        text(
            "Les avis des communes et des conseils citoyens sont attendus jusqu'au "
            "{{ consultation.avis_au_plus_tard_le | date_longue }} ; ils seront joints au rapport "
            "définitif. À défaut de réponse dans ce délai, l'avis est réputé favorable."
        ),
        otherwise=text(
            "Les avis des communes et des conseils citoyens seront joints au rapport définitif. "
            "À défaut de réponse dans le délai imparti, l'avis est réputé favorable."
        ),
    )
    return when(
        "version == 'projet' or textes.avis",
        heading(1, "Les avis des communes et des conseils citoyens", page=False),
        when("textes.avis", narrative("avis"), otherwise=awaited),
    )
