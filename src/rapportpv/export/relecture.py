"""A proofreading for a program, and its verdicts counted."""

from rapportpv.core.relecture import AdditionFausse, NombreRelu, Place, Relecture, Verdict
from rapportpv.export.json import dump, map_place
from rapportpv.export.lecture import format_nombre

_VERSION = 1
_MOTS = {
    Verdict.CONTREDIT: ("contredit un chiffre", "contredisent un chiffre"),
    Verdict.SANS_SOURCE: ("sans source", "sans source"),
    Verdict.ARRONDI: ("bien arrondi", "bien arrondis"),
    Verdict.JUSTE: ("juste", "justes"),
    Verdict.HORS_SUJET: ("n’est pas un chiffre", "ne sont pas des chiffres"),
}


def count_verdicts(relecture: Relecture) -> str:
    """«2 contredisent un chiffre, 1 compte faux, 21 sans source, 89 justes…»."""
    comptes = [_count(len(relecture.of(v)), *_MOTS[v]) for v in Verdict if relecture.of(v)]
    if relecture.additions:
        comptes.insert(1, format_nombre(len(relecture.additions), "compte faux"))
    return ", ".join(comptes) or "aucun nombre"


def _count(combien: int, un: str, plusieurs: str) -> str:
    return f"{combien} {plusieurs if combien > 1 else un}"


def format_relecture_json(relecture: Relecture) -> str:
    """Every number, its place, its figure and its verdict; every sum that is wrong."""
    return dump(
        {
            "version": _VERSION,
            "annee": relecture.annee,
            "fichier": relecture.fichier,
            "empreinte": relecture.empreinte,
            "nombres": [_nombre(nombre) for nombre in relecture.nombres],
            "additions": [_addition(addition) for addition in relecture.additions],
            "remarques": list(relecture.remarques),
            "bilan": {v.name.lower(): len(relecture.of(v)) for v in Verdict}
            | {"additions": len(relecture.additions)},
        }
    )


def _nombre(nombre: NombreRelu) -> dict[str, object]:
    return {
        "ecrit": nombre.ecrit,
        "verdict": nombre.verdict.name.lower(),
        "chiffre": nombre.nom or None,
        "libelle": nombre.libelle or None,
        "juste": nombre.juste or None,
        "cause": nombre.cause or None,
        "certain": nombre.sur,
        "lieu": _place(nombre.place),
        "sources": list(nombre.sources),
    }


def _addition(addition: AdditionFausse) -> dict[str, object]:
    return {
        "ecrit": addition.ecrit,
        "juste": addition.juste,
        "calcul": addition.calcul,
        "lieu": _place(addition.place),
    }


def _place(place: Place) -> dict[str, object]:
    return map_place(place) | {"debut": place.debut or None, "page": place.page}
