"""What a sheet, or a workbook, holds that nothing reads: told at the end, never a fault."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from rapportpv.core.emplacement import Emplacement, cell_name
from rapportpv.core.inventaire import Laisse
from rapportpv.core.plan import IGNORER, LISTES, MODE_D_EMPLOI
from rapportpv.french.lexique import fold
from rapportpv.reading.choix import AUTRE_ANNEE, COPIE, DEMANDE, PART, VERSE
from rapportpv.reading.classeur.grille import Grille
from rapportpv.reading.comptes import Comptes

_SANS_USAGE = "rien ne s’en sert"
_IGNOREE = "à ignorer, dit rapportpv.toml"
_RECAPITULATIF = "récapitulatif à côté du tableau"
_AUTRES: Mapping[str, str] = {
    DEMANDE: "ce qui est demandé, pas ce qui est accordé",
    VERSE: "ce qui est versé, pas ce qui est accordé",
    AUTRE_ANNEE: "une autre année",
    COPIE: "copie d’une autre colonne",
    PART: "une part, pas un montant",
}
_DE_INIT = {fold(LISTES), fold(MODE_D_EMPLOI)}


def list_colonnes(fichier: str, comptes: Comptes) -> Iterator[Laisse]:
    """The columns of a sheet that hold something and that nothing reads, by reason.

    Those of amounts that nobody can explain are errors, told for themselves.
    """
    entete = comptes.entete
    raisons: dict[str, list[int]] = {}
    for colonne, raison in _judge_colonnes(comptes):
        if _is_filled(comptes, colonne):
            raisons.setdefault(raison, []).append(colonne)
    for raison, colonnes in raisons.items():
        cellules = tuple(cell_name((entete.ligne, colonne)) for colonne in colonnes)
        titres = tuple(entete.libelles.get(colonne, "") for colonne in colonnes)
        yield Laisse(Emplacement(fichier, entete.grille.nom, cellules), raison, titres)


def _judge_colonnes(comptes: Comptes) -> Iterator[tuple[int, str]]:
    entete = comptes.entete
    dites = {inconnue.colonne for inconnue in comptes.inexpliquees}
    largeur = max(map(len, entete.grille.lignes), default=0)
    for colonne in range(1, largeur + 1):
        titree = colonne in entete.inconnues or colonne not in entete.libelles
        if titree and colonne not in dites | entete.voisines:
            yield colonne, _SANS_USAGE
    yield from ((colonne, _AUTRES[raison]) for colonne, raison in entete.autres.items())
    yield from ((colonne, _IGNOREE) for colonne in entete.trouvees.get(IGNORER, ()))
    if comptes.voisines_expliquees:
        yield from ((colonne, _RECAPITULATIF) for colonne in sorted(entete.voisines))


def _is_filled(comptes: Comptes, colonne: int) -> bool:
    cell = comptes.entete.grille.cell
    return any(str(cell((n, colonne)) or "").strip() for n in comptes.donnees)


def list_feuilles(
    fichier: str, grilles: Sequence[Grille], lues: Collection[str], ignorees: Collection[str]
) -> Iterator[Laisse]:
    """The sheets of a workbook that nothing reads; those of `init` that hold no data are known."""
    for grille in grilles:
        if grille.nom in lues or fold(grille.nom) in _DE_INIT:
            continue
        remplie = any(v is not None for ligne in grille.lignes for v in ligne)
        if grille.nom in ignorees:
            raison = _IGNOREE
        elif grille.masquee:
            raison = "feuille masquée"
        else:
            raison = "ce n’est pas le tableau attendu"
        if remplie or grille.masquee:
            yield Laisse(Emplacement(fichier, grille.nom), raison)
