"""The JSON of `show` and `check` (contract, DESIGN §4)."""

import json
from collections.abc import Iterable, Mapping

from rapportpv.core.anomalie import Anomalie, Severite
from rapportpv.core.chiffre import Bilan, Cellule, Chiffre, Ligne, Quantite, Tableau
from rapportpv.core.livre import Livre
from rapportpv.core.relecture import Place
from rapportpv.export.inventaire import list_inventaires
from rapportpv.export.livre import list_livres
from rapportpv.export.releve import Releve

_VERSION = 1


def map_place(place: Place) -> dict[str, object]:
    """Where something is in a document, for a program."""
    return {
        "texte": str(place),
        "partie": place.partie,
        "titre": place.titre or None,
        "tableau": place.tableau or None,
        "ligne": place.ligne or None,
        "colonne": place.colonne or None,
    }


def format_bilan(annee: int, bilan: Bilan, livres: Iterable[Livre] = ()) -> str:
    """The figures and tables; an amount is in euros, a share in percent, unrounded."""
    return dump(
        {
            "version": _VERSION,
            "annee": annee,
            "chiffres": {nom: _chiffre(chiffre) for nom, chiffre in bilan.chiffres.items()},
            "tableaux": {nom: _tableau(tableau) for nom, tableau in bilan.tableaux.items()},
            "livre": list_livres(livres),
        }
    )


def format_anomalies(
    annee: int | None,
    anomalies: Iterable[Anomalie],
    releve: Releve,
    *,
    valeurs: bool = True,
) -> str:
    """The anomalies, how many of each severity, how many projects were read, ledger, inventory."""
    fautes = list(anomalies)
    bilan = {
        f"{severite.value}s": sum(faute.severite is severite for faute in fautes)
        for severite in (Severite.ERREUR, Severite.ALERTE)
    }
    return dump(
        {
            "version": _VERSION,
            "annee": annee,
            "anomalies": [_anomalie(faute) for faute in fautes],
            "bilan": {**bilan, "lignes": releve.lignes},
            "livre": list_livres(releve.livres, valeurs=valeurs),
            "lecture": list_inventaires(releve.inventaires, valeurs=valeurs),
        }
    )


def dump(donnees: Mapping[str, object]) -> str:
    """The JSON, in French letters, one value a line."""
    return json.dumps(donnees, ensure_ascii=False, indent=2)


def _chiffre(chiffre: Chiffre) -> dict[str, object]:
    return {
        "valeur": chiffre.brute,
        "unite": chiffre.unite.value,
        "affiche": chiffre.affiche,
        "sources": list(chiffre.sources),
    }


def _tableau(tableau: Tableau) -> dict[str, object]:
    """`lignes` as printed, the total last; `valeurs` the same cells, exact."""
    lignes = [*tableau.lignes, *filter(None, [tableau.total])]
    noms = [colonne.nom for colonne in tableau.colonnes]
    return {
        "titre": tableau.titre,
        "colonnes": [colonne.libelle for colonne in tableau.colonnes],
        "lignes": [[str(ligne.cellules[nom]) for nom in noms] for ligne in lignes],
        "valeurs": [[_valeur(ligne, nom) for nom in noms] for ligne in lignes],
    }


def _valeur(ligne: Ligne, nom: str) -> str | int | float:
    cellule: Cellule = ligne.cellules[nom]
    return cellule.brute if isinstance(cellule, Quantite) else cellule


def _anomalie(anomalie: Anomalie) -> dict[str, object]:
    lieu = anomalie.lieu
    return {
        "code": anomalie.rule.code,
        "nom": anomalie.rule.nom,
        "severite": anomalie.severite.value,
        "fichier": lieu.fichier,
        "feuille": lieu.feuille,
        "cellule": lieu.cellules[0] if lieu.cellules else None,
        "cellules": list(lieu.cellules),
        "valeur": anomalie.valeur,
        "message": anomalie.message,
        "suggestion": anomalie.suggestion,
        "cle": anomalie.cle,
    }
