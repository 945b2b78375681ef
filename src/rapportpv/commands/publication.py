"""Publish a year, and tell what has changed since."""

from pathlib import Path

from msgspec import Struct

from rapportpv.core.chiffre import Bilan
from rapportpv.core.dossier import Dossier
from rapportpv.core.ecriture import write_whole
from rapportpv.published.comparaison import compare_chiffres, compare_publications
from rapportpv.published.ecarts import Ecarts
from rapportpv.published.load import digest_textes, find_publication, load_publication
from rapportpv.published.publication import Publication
from rapportpv.published.rangees import Rangees, collect_rangees
from rapportpv.published.state import compute_publication
from rapportpv.published.write import format_publication
from rapportpv.year.controle import Controle, check_annee

DOCUMENT = "rapport"


class Comparaison(Struct, frozen=True):
    """What changed, or the check of the year that forbids to tell."""

    controle: Controle
    ecarts: Ecarts | None = None


def diff_annee(racine: Path, millesime: int, autre: int | None = None) -> Comparaison:
    """What changed since the year was published; or its figures against those of another year.

    Raises AnneeIntrouvableError, PublicationIllisibleError.
    """
    controle = check_annee(racine, millesime)
    if controle.dossier is None or controle.is_blocked():
        return Comparaison(controle)
    actuelle, rangees = _current(racine, controle.dossier, controle.bilan, DOCUMENT)
    if autre is None:
        publiee = load_publication(racine, millesime)
        return Comparaison(controle, compare_publications(publiee, actuelle, rangees))
    passe = check_annee(racine, autre)
    if passe.dossier is None or passe.is_blocked():
        return Comparaison(passe)
    ancienne = _current(racine, passe.dossier, passe.bilan, DOCUMENT)[0]
    ecarts = compare_chiffres(ancienne.chiffres, actuelle.chiffres)
    contrat = controle.dossier.contrat.nom
    nouveau = contrat if contrat != passe.dossier.contrat.nom else None
    return Comparaison(controle, Ecarts(millesime, str(autre), ecarts, contrat=nouveau))


def publish_annee(racine: Path, dossier: Dossier, bilan: Bilan, document: str) -> Path | None:
    """Write what is published now; None when it is what was published already.

    Only a figure, a table, a text, the version or the date of the document make it another: what
    was published then stays as it was, byte for byte. Raises SortieInaccessibleError.
    """
    actuelle, rangees = _current(racine, dossier, bilan, document)
    publiee = load_publication(racine, dossier.millesime)
    if not compare_publications(publiee, actuelle, rangees):
        return None
    chemin = find_publication(racine, dossier.millesime)
    write_whole(chemin, format_publication(actuelle).encode())
    return chemin


def _current(
    racine: Path, dossier: Dossier, bilan: Bilan, document: str
) -> tuple[Publication, Rangees | None]:
    rangees = collect_rangees(dossier) if dossier.reglages.publication.valeurs else None
    nom = f"{document}-{dossier.millesime}-{dossier.annee.version}"
    textes = digest_textes(racine, dossier.textes or ())
    return compute_publication(dossier, bilan, nom, textes, rangees), rangees
