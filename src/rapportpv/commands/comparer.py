"""Compare two versions of a document; the changes as tracked changes, when that is asked for."""

import re
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.commands.remplacement import Ecriture, Remplacement, check_output, write_output
from rapportpv.core.comparaison import Comparaison, Objet, Sorte
from rapportpv.core.errors import DocumentModifieError
from rapportpv.review.comparaison.comparer import compare
from rapportpv.review.comparaison.errors import SuiviRefuseError
from rapportpv.review.comparaison.suivi import track
from rapportpv.review.ouvrir import Ouvert, open_docx
from rapportpv.word.invariants import check_document

_CREE_LE = re.compile(rb"<dcterms:created[^>]*>(\d{4}-\d\d-\d\d)T")
_SANS_DATE = date(1980, 1, 1)
_SANS_SUIVI = frozenset((Objet.IMAGE, Objet.GRAPHIQUE, Objet.DESSIN))
_ENTETES = frozenset(("en-tête de page", "pied de page"))


class Comparee(Struct, frozen=True):
    """What changed, and what became of the document with tracked changes."""

    comparaison: Comparaison
    suivi: Ecriture | None = None


class Demande(Struct, frozen=True):
    """What is asked for: two documents, and where their tracked changes go."""

    avant: Path
    apres: Path
    suivi: Path | None = None
    ecraser: bool = False


def compare_documents(demande: Demande) -> Comparee:
    """What changed from a document to another; neither is ever written.

    Raises RapportError when one cannot be read, or when the tracked changes cannot be written.
    """
    avant, apres = open_docx(demande.avant), open_docx(demande.apres)
    if demande.suivi is not None:
        _check_suivi(demande.suivi, avant, apres)
    comparee = compare(avant, apres)
    if demande.suivi is None:
        return Comparee(comparee.comparaison)
    contenu = track(comparee.appariement, _read_date(apres))
    check_document(contenu, demande.apres)
    voulu = Remplacement(demande.ecraser)
    try:
        check_output(demande.suivi, contenu, voulu)
    except DocumentModifieError as cause:
        raison = "ce fichier existe déjà, et n’est pas tel qu’il a été écrit. Ajoutez --ecraser "
        raison += "pour le remplacer, après en avoir gardé une copie datée"
        raise SuiviRefuseError(demande.suivi, raison) from cause
    ecrite = write_output(demande.suivi, contenu, voulu)
    return Comparee(_add_reserves(comparee.comparaison), ecrite)


def _add_reserves(comparaison: Comparaison) -> Comparaison:
    """The same, with what Word cannot track of it."""
    reserves = []
    if any(c.objet in _SANS_SUIVI for c in comparaison.changements):
        reserves.append(
            f"Dans le suivi, images, graphiques et dessins sont ceux de « {comparaison.apres} » : "
            "Word ne suit pas leurs changements."
        )
    if any(c.sorte is Sorte.RETIRE and c.place.partie in _ENTETES for c in comparaison.changements):
        reserves.append("Un en-tête ou un pied de page retiré peut manquer dans le suivi.")
    return replace(comparaison, remarques=(*comparaison.remarques, *reserves))


def _check_suivi(suivi: Path, *lus: Ouvert) -> None:
    """Refuse a document that would take the place of one of those that are compared."""
    if suivi.suffix.lower() != ".docx":
        raise SuiviRefuseError(suivi, "son nom doit finir par .docx")
    if suivi.exists() and any(suivi.samefile(lu.chemin) for lu in lus):
        raise SuiviRefuseError(suivi, "c’est l’un des deux documents comparés")


def _read_date(ouvert: Ouvert) -> date:
    """The date that a document gives itself, which is that of its data: no clock is asked."""
    trouvee = _CREE_LE.search(ouvert.parts.get("docProps/core.xml", b""))
    try:
        return date.fromisoformat(trouvee[1].decode()) if trouvee else _SANS_DATE
    except ValueError:
        return _SANS_DATE
