"""Un texte appelle un chiffre par un nom qui ne désigne rien.

## Pourquoi c’est gênant
À la place du chiffre, il n’y aurait rien : « un montant total de  de dépenses ». Les noms des
chiffres sont donnés par `rapportpv show ANNEE --json`. Un chiffre peut aussi manquer une année,
quand son classeur n’est pas là.

## Exemple fautif
Dans « 2022/textes/evolution.md » : « La programmation représente {{ programmation.totla }}. »

## À écrire plutôt
« La programmation représente {{ programmation.total }}. »
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite, Stage
from rapportpv.core.chiffre import Bilan
from rapportpv.core.dossier import Dossier
from rapportpv.french.lexique import Entree, Lexique

_AUTRES_NOMS = frozenset(  # what a text can call besides figures
    {"annee", "epci", "sigle", "contrat", "version", "arrete_le", "tableaux", "axes_fcs"}
)
_FEUILLES = {"fonds_de_concours_npnru": "fonds_de_concours", "territoire": "quartiers"}
"""The sheets that some figures come from; the others have the name of theirs."""


def check(dossier: Dossier, bilan: Bilan) -> Iterator[Anomalie]:
    """Each name called by a text that is no figure's."""
    connus = Lexique(tuple(Entree(nom, nom) for nom in bilan.chiffres))
    racines = _roots(bilan)
    for texte in dossier.textes or ():
        for nom, position in texte.appels():
            racine = nom.partition(".")[0]
            if nom in bilan.chiffres or racine in _AUTRES_NOMS:
                continue
            if racine not in racines and _is_lost(racine, dossier):
                continue
            proche = connus.suggest(nom, ressemblance="orthographe")
            yield PV407.at(
                texte.lieu(position),
                valeur=nom,
                suggestion=f"Écrivez {{{{ {proche} }}}}." if proche else None,
                annee=dossier.millesime,
            )


def _roots(bilan: Bilan) -> set[str]:
    return {nom.partition(".")[0] for nom in bilan.chiffres}


def _is_lost(racine: str, dossier: Dossier) -> bool:
    """Whether the sheet of those figures is there and could not be read: that is told already."""
    return _FEUILLES.get(racine, racine) in dossier.illisibles


PV407 = Rule(
    "PV407",
    "chiffre-inconnu-dans-un-texte",
    Severite.ERREUR,
    message=(
        "« {valeur} » ne désigne aucun chiffre de l’année {annee}. Corrigez ce nom, ou ajoutez le "
        "classeur dont le chiffre vient."
    ),
    doc=__doc__,
    check=check,
    stage=Stage.CHIFFRES,
)
