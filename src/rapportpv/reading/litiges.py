"""The columns of one funder among which only a person can choose, told with what each holds."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec.structs import replace

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.emplacement import Emplacement, cell_name, column_letter
from rapportpv.core.plan import FINANCEUR
from rapportpv.french.typographie import format_enumeration, format_euros, format_texte
from rapportpv.reading.comptes import Comptes
from rapportpv.reading.profil import read_profil
from rapportpv.reading.rules.pv019_montants_a_departager import PV019
from rapportpv.reading.titres import Etape, read_titre
from rapportpv.reading.toml import quote


def tell_litiges(comptes: Comptes, fichier: str) -> Iterator[Anomalie]:
    """An anomaly for each funder, or each amount of a row, that several columns may hold."""
    entete = comptes.entete
    for code, colonnes in entete.litiges.items():
        cellules = tuple(cell_name((entete.ligne, c)) for c in colonnes)
        anomalie = PV019.at(
            Emplacement(fichier, entete.grille.nom, cellules),
            valeur=entete.libelles[colonnes[0]],
            constat=_describe(comptes, code, colonnes),
            figures=format_enumeration(_figure(comptes, c) for c in colonnes),
        )
        seule = len(colonnes) == 1
        conseil = _add_alias(comptes, code, colonnes[0]) if seule else _choose(comptes, colonnes)
        yield replace(anomalie, suggestion=conseil)


def _describe(comptes: Comptes, code: str, colonnes: Sequence[int]) -> str:
    attendus = comptes.attendus
    nom = next((e.libelle for e in attendus.lexique.entrees if e.code == code), "Montant")
    if len(colonnes) > 1:
        return f"{len(colonnes)} colonnes peuvent être celle de « {nom} »"
    return f"La seule colonne de « {nom} » ne dit pas ce qui est accordé en {attendus.millesime}"


def _figure(comptes: Comptes, colonne: int) -> str:
    """«« ANCT 2023 » (K, 4 000 €)»."""
    somme = read_profil(comptes.registre, colonne, comptes.donnees).somme
    euros = format_euros(Fraction(somme, 100))
    return f"« {comptes.entete.libelles[colonne]} » ({column_letter(colonne)}, {euros})"


def _add_alias(comptes: Comptes, code: str, colonne: int) -> str:
    ou = "aux alias de ce financeur" if code.startswith(FINANCEUR) else "au bloc [colonnes]"
    return (
        format_texte("Ajoutez la colonne de ce qui est accordé ; si c’est celle-ci, ajoutez ")
        + quote(comptes.entete.libelles[colonne])
        + format_texte(f" {ou}, dans rapportpv.toml.")
    )


def _choose(comptes: Comptes, colonnes: Sequence[int]) -> str:
    """Set aside the others than the one that says that it is granted, if one says so."""
    libelles = comptes.entete.libelles
    accordees = [c for c in colonnes if read_titre(libelles[c]).etape is Etape.ACCORDEE]
    [choisie, *_] = accordees or colonnes
    ignorer = ", ".join(quote(libelles[c]) for c in colonnes if c != choisie)
    return (
        format_texte(f"Si « {libelles[choisie]} » est celle qui compte, écrivez dans ")
        + f"rapportpv.toml : [colonnes.{comptes.attendus.plan.nom}] ignorer = [{ignorer}]"
    )
