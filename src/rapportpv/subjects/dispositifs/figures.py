"""The dispositifs and the droit commun of the signatories: planned or decided, and done.

What is planned and what is done are never added together, nor places of different units; none of
it is of the programming, whose total it does not change.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pandas as pd

from rapportpv.core.chiffre import Cellule, Figure, Ligne, Quantite, Unite
from rapportpv.core.dossier import Dossier, Feuille
from rapportpv.core.quantites import SANS_OBJET, Recolte, compte, montant, texte
from rapportpv.core.rangees import Rangee, records
from rapportpv.core.sujet import Sujet
from rapportpv.french.lexique import fold, squash
from rapportpv.french.typographie import INSECABLE
from rapportpv.subjects.dispositifs.sheet import DISPOSITIFS, DROIT_COMMUN

NOMBRE = Figure("dispositifs.nombre", Unite.NOMBRE, "Dispositifs")
PREVU = Figure("dispositifs.prevu", Unite.EUROS, "Dispositifs : montant prévu")
REALISE = Figure("dispositifs.realise", Unite.EUROS, "Dispositifs : montant réalisé")
ENGAGEMENTS = Figure("signataires.engagements", Unite.NOMBRE, "Droit commun : engagements")
DECIDE = Figure("signataires.decide", Unite.EUROS, "Droit commun des signataires : décidé")
FAIT = Figure("signataires.realise", Unite.EUROS, "Droit commun des signataires : réalisé")

_DISPOSITIFS = {
    "dispositif": "Dispositif",
    "operateur": "Opérateur",
    "places": "Places occupées",
    "prevu": "Prévu",
    "realise": "Réalisé",
    "taux": "Part réalisée",
}
_SIGNATAIRES = {
    "signataire": "Signataire",
    "nombre": "Engagements",
    "decide": "Décidé",
    "realise": "Réalisé",
    "taux": "Part réalisée",
}


def sum_dispositifs(dossier: Dossier) -> Recolte:
    """The figures `dispositifs.*` and the table `dispositifs`; nothing without a row."""
    recolte, feuille = Recolte(), dossier.feuille(DISPOSITIFS)
    if feuille is None or feuille.frame.empty:
        return recolte
    lignes = feuille.frame.index
    recolte.add(NOMBRE.of(len(lignes), feuille.sources_de(lignes, "dispositif_nom")))
    totaux = {
        nom: _total(recolte, feuille, f, nom) for nom, f in (("prevu", PREVU), ("realise", REALISE))
    }
    recolte.add_tableau(
        DISPOSITIFS.nom,
        "Dispositifs de la politique de la ville",
        _DISPOSITIFS,
        [
            Ligne(
                {
                    "dispositif": texte(lu["dispositif_nom"]),
                    "operateur": texte(lu["operateur"], SANS_OBJET),
                    "places": _tell_places(lu),
                    **_measure(lu["prevu"], lu["realise"], "prevu"),
                }
            )
            for lu in records(feuille.frame)
        ],
        {"dispositif": "Total", "operateur": SANS_OBJET, "places": SANS_OBJET, **totaux}
        | {"taux": _share(feuille, "prevu")},
    )
    recolte.cite(DISPOSITIFS.nom, feuille.sources_de(lignes, *feuille.colonnes))
    return recolte


def sum_droit_commun(dossier: Dossier) -> Recolte:
    """The figures `signataires.*` and their table, a line for each; nothing without a row."""
    recolte, feuille = Recolte(), dossier.feuille(DROIT_COMMUN)
    if feuille is None or feuille.frame.empty:
        return recolte
    lignes = feuille.frame.index
    nombre = recolte.add(ENGAGEMENTS.of(len(lignes), feuille.sources_de(lignes, "engagement")))
    totaux = {
        nom: _total(recolte, feuille, f, nom) for nom, f in (("decide", DECIDE), ("realise", FAIT))
    }
    groupes: dict[str, list[Rangee]] = {}
    for lu in records(feuille.frame):
        groupes.setdefault(squash(lu["signataire"]), []).append(lu)
    recolte.add_tableau(
        "signataires",
        "Droit commun des signataires du contrat",
        _SIGNATAIRES,
        [
            Ligne(
                {
                    "signataire": texte(siens[0]["signataire"]),
                    "nombre": compte(len(siens)),
                    **_measure(_add(siens, "decide"), _add(siens, "realise"), "decide"),
                    "taux": _part([s["decide"] for s in siens], [s["realise"] for s in siens]),
                }
            )
            for siens in sorted(groupes.values(), key=lambda g: fold(g[0]["signataire"]))
        ],
        {"signataire": "Total", "nombre": nombre, **totaux, "taux": _share(feuille, "decide")},
    )
    recolte.cite("signataires", feuille.sources_de(lignes, *feuille.colonnes))
    return recolte


def _total(recolte: Recolte, feuille: Feuille, figure: Figure, colonne: str) -> Cellule:
    """The figure of a column; nothing to say of one that nobody has filled in."""
    if not feuille.frame[colonne].notna().any():
        return SANS_OBJET
    sources = feuille.sources_de(feuille.frame.index, colonne)
    return recolte.add(figure.of(int(feuille.frame[colonne].sum()), sources))


def _measure(avant: Any, fait: Any, nom: str) -> dict[str, Cellule]:
    """What was planned or decided, what was done, and its share, where both are said."""
    return {
        nom: _show(avant),
        "realise": _show(fait),
        "taux": _part([avant], [fait]),
    }


def _show(cents: Any) -> Cellule:
    return SANS_OBJET if pd.isna(cents) else montant(int(cents))


def _share(feuille: Feuille, avant: str) -> Cellule:
    """The share that was done of a whole sheet."""
    return _part(feuille.frame[avant].tolist(), feuille.frame["realise"].tolist())


def _part(avant: Sequence[Any], fait: Sequence[Any]) -> Cellule:
    """The share that was done; none when a row says one of the two and not the other.

    What is printed beside it would not give it.
    """
    dits = [(a, f) for a, f in zip(avant, fait, strict=True) if not (pd.isna(a) and pd.isna(f))]
    tout = sum(int(a) for a, _ in dits if not pd.isna(a))
    if not tout or any(pd.isna(a) or pd.isna(f) for a, f in dits):
        return SANS_OBJET
    return Quantite(Fraction(100 * sum(int(f) for _, f in dits), tout), Unite.POURCENTAGE)


def _add(lus: Sequence[Rangee], colonne: str) -> int | None:
    """What the rows of one signatory come to; None when none of them says it."""
    dits = [int(lu[colonne]) for lu in lus if not pd.isna(lu[colonne])]
    return sum(dits) if dits else None


def _tell_places(lu: Rangee) -> str:
    """«54 sur 60 enfants», «2 postes (prévu)»: never added to those of another dispositif."""
    prevues, occupees, unite = lu["places_prevues"], lu["places_occupees"], lu["unite"] or "places"
    if pd.isna(occupees):
        return SANS_OBJET if pd.isna(prevues) else f"{prevues}{INSECABLE}{unite} (prévu)"
    if pd.isna(prevues):
        return f"{occupees}{INSECABLE}{unite}"
    return f"{occupees} sur {prevues}{INSECABLE}{unite}"


SUJET = Sujet(
    "dispositifs",
    plans=(DISPOSITIFS, DROIT_COMMUN),
    recoltes=(sum_dispositifs, sum_droit_commun),
    groupes=("dispositifs", "signataires"),
)
