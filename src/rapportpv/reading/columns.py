"""What is wrong with the headings of a sheet."""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.emplacement import Emplacement, cell_name
from rapportpv.core.plan import IGNORER, Plan
from rapportpv.french.lexique import Lexique
from rapportpv.french.typographie import format_liste
from rapportpv.reading.headers import Entete
from rapportpv.reading.rules.pv006_colonne_manquante import PV006
from rapportpv.reading.rules.pv007_colonne_en_double import PV007
from rapportpv.reading.rules.pv008_colonne_inconnue import PV008
from rapportpv.reading.rules.pv009_colonne_de_montants_inconnue import PV009


def check_colonnes(entete: Entete, fichier: str, plan: Plan, lexique: Lexique) -> list[Anomalie]:
    """Required headings that are missing, headings there twice, headings nobody knows."""
    return [
        *_check_manquantes(entete, fichier, plan),
        *_check_doubles(entete, fichier, lexique),
        *_check_inconnues(entete, fichier, lexique),
    ]


def _check_manquantes(entete: Entete, fichier: str, plan: Plan) -> Iterator[Anomalie]:
    lus = format_liste(entete.libelles.values())
    for champ in plan.requis:
        if champ.nom not in entete.trouvees:
            lieu = Emplacement(fichier, entete.grille.nom, (f"{entete.ligne}:{entete.ligne}",))
            yield PV006.at(lieu, colonne=format_liste([champ.libelle]), lus=lus)


def _check_doubles(entete: Entete, fichier: str, lexique: Lexique) -> Iterator[Anomalie]:
    libelles = {entree.code: entree.libelle for entree in lexique.entrees}
    for code, colonnes in entete.trouvees.items():
        if len(colonnes) > 1 and code != IGNORER:
            lieu = _lieu(entete, fichier, *colonnes)
            lus = format_liste(entete.libelles[c] for c in colonnes)
            yield PV007.at(lieu, colonne=libelles[code], lus=lus)


def _check_inconnues(entete: Entete, fichier: str, lexique: Lexique) -> Iterator[Anomalie]:
    for colonne, libelle in entete.inconnues.items():
        proche = lexique.suggest(libelle, ressemblance="orthographe")
        montants = _holds_montants(entete, colonne)
        if proche or montants:
            rule = PV009 if proche and montants else PV008
            yield rule.at(
                _lieu(entete, fichier, colonne),
                valeur=libelle,
                suggestion=f"Écrivez « {proche} »." if proche else None,
            )


def _holds_montants(entete: Entete, colonne: int) -> bool:
    """Whether the column holds numbers, more often than anything else."""
    cellules = [
        ligne[colonne - 1]
        for ligne in entete.grille.lignes[entete.ligne :]
        if colonne <= len(ligne) and ligne[colonne - 1] is not None
    ]
    nombres = [c for c in cellules if isinstance(c, int | float) and not isinstance(c, bool)]
    return bool(cellules) and 2 * len(nombres) > len(cellules)


def _lieu(entete: Entete, fichier: str, *colonnes: int) -> Emplacement:
    cellules = tuple(cell_name((entete.ligne, colonne)) for colonne in colonnes)
    return Emplacement(fichier, entete.grille.nom, cellules)
