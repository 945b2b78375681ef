"""The JSON of `lot`."""

from rapportpv.core.lot import Issue, Lot, Resultat
from rapportpv.export.json import dump


def format_lot(annee: int, document: str | None, lot: Lot) -> str:
    """What became of each project, and how many came to what; no document when it is a check."""
    return dump(
        {
            "version": 1,
            "annee": annee,
            "document": document,
            "projets": [_resultat(resultat) for resultat in lot.resultats],
            "bilan": {issue.value: lot.count(issue) for issue in Issue},
            "secondes": lot.secondes,
        }
    )


def _resultat(resultat: Resultat) -> dict[str, object]:
    return {
        "projet": resultat.projet,
        "issue": resultat.issue.value,
        "documents": list(resultat.documents),
        "erreurs": resultat.erreurs,
        "alertes": resultat.alertes,
        "raison": resultat.raison or None,
        "secondes": resultat.secondes,
    }
