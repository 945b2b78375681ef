"""An .xlsx or .xlsm: what its XML says of each wanted sheet, and the values through calamine."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from msgspec import Struct

from rapportpv.reading.classeur import bornes
from rapportpv.reading.classeur.apparence import Apparence
from rapportpv.reading.classeur.assemblage import make_lignes
from rapportpv.reading.classeur.feuille import read_part
from rapportpv.reading.classeur.grille import Grille, repeat_merged
from rapportpv.reading.classeur.mini import Brut, make_brut, make_paquet
from rapportpv.reading.classeur.paquet import Paquet
from rapportpv.reading.classeur.partages import Partages, read_partages
from rapportpv.reading.classeur.ratures import find_ratures, list_ratures
from rapportpv.reading.classeur.refus import ClasseurRefuseError
from rapportpv.reading.classeur.releve import Releve
from rapportpv.reading.classeur.sommaire import Onglet, Sommaire, read_sommaire
from rapportpv.reading.classeur.styles import Styles, read_styles
from rapportpv.reading.classeur.textes import list_textes

Choix = Callable[[Sequence[str]], Sequence[str]]
"""Of the names of the sheets that show, those that are to be read."""


class _Lue(Struct, frozen=True):
    onglet: Onglet
    releve: Releve
    brut: Brut


def read_xlsx(paquet: Paquet, partie: str, choix: Choix) -> list[Grille]:
    """The sheets of the workbook whose main part is that one, in order."""
    sommaire = read_sommaire(paquet, partie)
    visibles = [onglet.nom for onglet in sommaire.onglets if not onglet.masque]
    voulus = set(choix(visibles))
    styles = read_styles(paquet, sommaire.styles, sommaire.theme)
    lues = [
        _read_onglet(paquet, onglet, styles)
        for onglet in sommaire.onglets
        if onglet.partie and not onglet.masque and onglet.nom in voulus
    ]
    with _no_collection():
        partages = _read_partages(paquet, sommaire, lues)
        valeurs = _read_valeurs(partages, sommaire, lues, styles) if lues else []
        rayes = list_ratures(partages.xml)
        par_nom = {lue.onglet.nom: _make_grille(lue, lignes, rayes) for lue, lignes in valeurs}
    return [
        par_nom.get(onglet.nom, Grille(onglet.nom, [], masquee=onglet.masque))
        for onglet in sommaire.onglets
    ]


def _read_onglet(paquet: Paquet, onglet: Onglet, styles: Styles) -> _Lue:
    info = paquet.find(onglet.partie)
    if info is None:
        raise ClasseurRefuseError("feuille_absente", onglet.nom)
    releve, xml = read_part(paquet, info, onglet.nom, styles)
    if xml is not None:
        return _Lue(onglet, releve, make_brut(xml))
    brut = Brut(paquet.packed(info), info.compress_type, info.CRC, info.file_size)
    return _Lue(onglet, releve, brut)


def _read_partages(paquet: Paquet, sommaire: Sommaire, lues: Sequence[_Lue]) -> Partages:
    """The shared texts, when those sheets may show them all."""
    part = paquet.find(sommaire.textes) if sommaire.textes and lues else None
    partages = read_partages(paquet, part) if part else Partages(None, 0)
    for lue in lues:
        if lue.releve.partagees * partages.longueur > bornes.TEXTES:
            raise ClasseurRefuseError("trop_grand", lue.onglet.nom)
    return partages


def _read_valeurs(
    partages: Partages, sommaire: Sommaire, lues: Sequence[_Lue], styles: Styles
) -> Iterator[tuple[_Lue, list[list[Any]]]]:
    """The rows of each sheet: taken with its tags when all its cells are usual, else calamine's."""
    usuelle = any(lue.releve.valeurs.usuelles for lue in lues)
    textes = list_textes(partages) if usuelle else None
    autres = []
    for lue in lues:
        lignes = None
        if textes is not None:
            lignes = make_lignes(lue.releve, textes, depuis_1904=sommaire.depuis_1904)
        if lignes is None:
            autres.append(lue)
        else:
            yield lue, lignes
    if autres:
        bruts = [lue.brut for lue in autres]
        depuis_1904 = sommaire.depuis_1904
        mini = make_paquet(bruts, partages.brut, styles.xml(), depuis_1904=depuis_1904)
        yield from _ask_calamine(mini, autres)


def _ask_calamine(mini: bytes, lues: Sequence[_Lue]) -> Iterator[tuple[_Lue, list[list[Any]]]]:
    classeur = _call(lues[0].onglet.nom, _open, mini)
    for rang, lue in enumerate(lues):
        lignes = _call(lue.onglet.nom, _read_feuille, classeur, rang)
        yield lue, _normalise(lignes, lue.releve)


def _open(mini: bytes) -> Any:
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_filelike(BytesIO(mini))


def _read_feuille(classeur: Any, rang: int) -> Any:
    return classeur.get_sheet_by_index(rang).to_python(skip_empty_area=False)


def _call(feuille: str, faire: Callable[..., Any], *quoi: Any) -> Any:
    """What calamine gives; whatever it raises is a sheet that is broken."""
    try:
        return faire(*quoi)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as cause:  # a panic of its language is no Exception
        raise ClasseurRefuseError("abime", feuille) from cause


def _normalise(lignes: list[list[Any]], releve: Releve) -> list[list[Any]]:
    """The rows as far as something stands in them.

    calamine gives floats and empty texts; a whole number is an int, as in the file.
    """
    hauteur, largeur = releve.hauteur, releve.largeur
    del lignes[hauteur:]
    for rang, ligne in enumerate(lignes):
        lignes[rang] = [
            v or None
            if v.__class__ is str
            else int(v)
            if v.__class__ is float and v.is_integer()
            else v
            for v in (ligne if len(ligne) == largeur else ligne[:largeur])
        ]
    return lignes


def _make_grille(lue: _Lue, lignes: list[list[Any]], rayes: frozenset[str]) -> Grille:
    releve, nom = lue.releve, lue.onglet.nom
    for (ligne_erreur, colonne), texte in releve.erreurs.items():
        lignes[ligne_erreur - 1][colonne - 1] = texte
    fusions = tuple(sorted(releve.fusions))
    repeat_merged(nom, lignes, fusions)
    return Grille(
        nom,
        lignes,
        tuple(releve.jamais_calculees),
        releve.formules,
        fusions,
        frozenset(releve.lignes_masquees),
        releve.colonnes_masquees(),
        erreurs=releve.erreurs,
        apparence=Apparence(*releve.styled(), releve.styles),
        ratures=find_ratures(lignes, rayes),
    )


@contextmanager
def _no_collection() -> Iterator[None]:
    """A while without garbage collection: among millions of cells that stay, it finds nothing."""
    active = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if active:
            gc.enable()
