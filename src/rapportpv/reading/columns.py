"""What is wrong with the headings of a sheet."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.emplacement import Emplacement, cell_name
from rapportpv.core.plan import IGNORER, Plan
from rapportpv.french.typographie import format_enumeration, format_euros, format_liste
from rapportpv.reading.cells import MONTANTS, is_read_as
from rapportpv.reading.choix import is_montant
from rapportpv.reading.comptes import Comptes
from rapportpv.reading.headers import Entete
from rapportpv.reading.profil import read_profil, read_profil_dessous
from rapportpv.reading.rules.pv006_colonne_manquante import PV006
from rapportpv.reading.rules.pv007_colonne_en_double import PV007
from rapportpv.reading.rules.pv008_colonne_inconnue import PV008


def check_colonnes(comptes: Comptes, fichier: str) -> list[Anomalie]:
    """Required headings that are missing, headings there twice, headings nobody knows."""
    entete, attendus = comptes.entete, comptes.attendus
    return [
        *_check_manquantes(entete, fichier, attendus.plan),
        *_check_doubles(comptes, fichier),
        *_check_inconnues(comptes, fichier),
    ]


def _check_manquantes(entete: Entete, fichier: str, plan: Plan) -> Iterator[Anomalie]:
    lus = format_liste(entete.libelles.values())
    for champ in plan.requis:
        if champ.nom not in entete.trouvees:
            lieu = Emplacement(fichier, entete.grille.nom, (f"{entete.ligne}:{entete.ligne}",))
            yield PV006.at(lieu, colonne=format_liste([champ.libelle]), lus=lus)


def _check_doubles(comptes: Comptes, fichier: str) -> Iterator[Anomalie]:
    entete, lexique = comptes.entete, comptes.attendus.lexique
    libelles = {entree.code: entree.libelle for entree in lexique.entrees}
    for code, colonnes in entete.trouvees.items():
        if len(colonnes) > 1 and code != IGNORER:
            lieu = _lieu(entete, fichier, *colonnes)
            lus = format_liste(entete.libelles[c] for c in colonnes)
            conseil = _add_up(comptes, colonnes) if is_montant(code) else None
            yield PV007.at(lieu, colonne=libelles[code], lus=lus, suggestion=conseil)


def _add_up(comptes: Comptes, colonnes: Sequence[int]) -> str:
    """What to do with several columns of amounts: keeping one of them may lose the others."""
    profils = (read_profil(comptes.registre, c, comptes.donnees) for c in colonnes)
    sommes = format_enumeration(format_euros(Fraction(p.somme, 100)) for p in profils)
    return (
        f"Si leurs montants s’ajoutent ({sommes}), additionnez-les dans une seule ; si l’une est "
        "une copie, supprimez-la."
    )


def _check_inconnues(comptes: Comptes, fichier: str) -> Iterator[Anomalie]:
    """The unknown headings that are near a known one, or that a sheet reads in other columns.

    Amounts of a sheet that adds some up are told by the ledger.
    """
    entete, plan = comptes.entete, comptes.attendus.plan
    inutiles = {inconnue.colonne for inconnue in comptes.inutiles}
    for colonne, libelle in entete.inconnues.items():
        proche = comptes.attendus.lexique.suggest(libelle, ressemblance="orthographe")
        if proche and not (plan.compte and _holds_montants(entete, colonne)):
            conseil = f"Écrivez « {proche} »."
        elif colonne in inutiles and (montants := _list_montants(plan)):
            conseil = f"Les montants de cette feuille se lisent dans {montants}."
        else:
            continue
        yield PV008.at(_lieu(entete, fichier, colonne), valeur=libelle, suggestion=conseil)


def _holds_montants(entete: Entete, colonne: int) -> bool:
    return read_profil_dessous(entete.grille, entete.ligne, colonne).holds_montants


def _list_montants(plan: Plan) -> str:
    """«« Prévu » et « Réalisé »»."""
    champs = [champ for champ in plan.champs if is_read_as(plan.ligne, champ.nom, MONTANTS)]
    return format_enumeration(f"« {champ.libelle} »" for champ in champs) if champs else ""


def _lieu(entete: Entete, fichier: str, *colonnes: int) -> Emplacement:
    cellules = tuple(cell_name((entete.ligne, colonne)) for colonne in colonnes)
    return Emplacement(fichier, entete.grille.nom, cellules)
