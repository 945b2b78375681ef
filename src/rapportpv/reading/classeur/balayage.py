"""The rows of a sheet as nearly every program writes them, looked at all at once.

Each tag of a block is accounted for: what is not exactly as expected makes the block refused, and
the sheet is then read by a parser. So nothing that a cell says can be missed for being written
otherwise (another order of attributes, quotes, prefixes, comments).
"""

import re
from html import unescape
from typing import Any

import numpy as np

from rapportpv.core.emplacement import Case
from rapportpv.reading.classeur.bloc import (
    CELLULE,
    EN_LIGNE,
    EST_FORMULE,
    EST_VALEUR,
    FIN_CELLULE,
    Bloc,
    Vecteur,
    code,
)
from rapportpv.reading.classeur.chiffres import read_entiers
from rapportpv.reading.classeur.releve import Releve
from rapportpv.reading.classeur.valeurs import Cellules

_ERREUR, _PARTAGE, _TEXTE = code('e"'), code('s"'), code("st")
_LONGUEURS = {'s"': 1, 'n"': 1, 'b"': 1, 'e"': 1, 'd"': 1, "st": 3, "in": 9}
_FIN_DU_TYPE = np.zeros(65_536, np.int64)
for _debut, _longueur in _LONGUEURS.items():
    _FIN_DU_TYPE[code(_debut)] = _longueur

_AUTRES = re.compile(rb'(?: (?:cm|vm|ph)="\w*")+')
_LIGNE = re.compile(rb"<row([^>]*)>")
_ATTRIBUT = re.compile(rb"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_BASSE = re.compile(rb"""ht\s*=\s*["']0""")
_BLANC, _GUILLEMET, _EGAL, _BARRE, _S, _T = b' "=/st'


def scan_rangees(xml: bytes, releve: Releve) -> bool:
    """Add whole rows to what is known of their sheet; False when they are not as expected."""
    if not xml.strip():
        return True
    bloc = Bloc(xml)
    if not bloc.is_clean() or not _scan_lignes(xml, releve):
        return False
    rangs = np.flatnonzero(bloc.codes == CELLULE)
    if not len(rangs):
        releve.valeurs.leave()
        return not EST_FORMULE[bloc.codes].any() and not EST_VALEUR[bloc.codes].any()
    adresses = _read_adresses(bloc, rangs)
    attributs = adresses and _read_attributs(bloc, rangs, adresses[2])
    valeurs = attributs and _read_contenus(bloc, rangs, attributs[2])
    if not adresses or not attributs or not valeurs:
        return False
    if ((attributs[1] == _PARTAGE) & valeurs[3] & ~valeurs[0]).any():
        return False  # calamine would give it the first of the shared texts
    _record(bloc, adresses[:2], attributs[:2], valeurs, releve)
    releve.valeurs.add(
        bloc, Cellules(rangs, *adresses[:2], *attributs, valeurs[1], valeurs[2], valeurs[0])
    )
    return True


def _read_adresses(bloc: Bloc, rangs: Vecteur) -> tuple[Vecteur, Vecteur, Vecteur] | None:
    """The row and column of each cell, and where its other attributes begin."""
    octets, place = bloc.octets, bloc.debuts[rangs] + 3
    for signe in b'r="':
        if not (octets[place] == signe).all():
            return None
        place += 1
    colonnes = octets[place].astype(np.int64) - 64
    if not ((colonnes >= 1) & (colonnes <= 26)).all():
        return None
    place += 1
    for _ in range(2):
        lettres = octets[place]
        suite = (lettres >= 65) & (lettres <= 90)
        colonnes = np.where(suite, colonnes * 26 + lettres - 64, colonnes)
        place += suite
    lignes, place = read_entiers(bloc, place, 7)
    if not ((octets[place] == _GUILLEMET) & (lignes > 0)).all():
        return None
    return lignes, colonnes, place + 1


def _read_attributs(
    bloc: Bloc, rangs: Vecteur, place: Vecteur
) -> tuple[Vecteur, Vecteur, Vecteur] | None:
    """The style and the type of each cell, and whether its tag closes itself."""
    octets, fins = bloc.octets, bloc.fins[rangs]
    fermees = octets[fins - 1] == _BARRE
    fins = fins - fermees
    fins = fins - (octets[fins - 1] == _BLANC)
    styles, types = np.zeros(len(rangs), np.int64), np.zeros(len(rangs), np.int64)
    for _ in range(2):
        reste = np.flatnonzero(place < fins)
        ici = place[reste]
        nommee = (octets[ici] == _BLANC) & (octets[ici + 2] == _EGAL)
        nommee &= octets[ici + 3] == _GUILLEMET
        est_s, est_t = nommee & (octets[ici + 1] == _S), nommee & (octets[ici + 1] == _T)
        styles[reste[est_s]], place[reste[est_s]] = read_entiers(bloc, ici[est_s] + 4, 6)
        debuts = ici[est_t] + 4
        codes = octets[debuts].astype(np.int64) << 8 | octets[debuts + 1]
        types[reste[est_t]], place[reste[est_t]] = codes, debuts + _FIN_DU_TYPE[codes]
        lus = reste[est_s | est_t]
        if not (octets[place[lus]] == _GUILLEMET).all() or not _FIN_DU_TYPE[codes].all():
            return None
        place[lus] += 1
    for rang in np.flatnonzero(place != fins).tolist():
        if not _AUTRES.fullmatch(bloc.xml[place[rang] : fins[rang]]):
            return None
    return styles, types, fermees


def _read_contenus(
    bloc: Bloc, rangs: Vecteur, fermees: Vecteur
) -> tuple[Vecteur, Vecteur, Vecteur, Vecteur] | None:
    """Of each cell, whether it holds something, its formula's tag or -1, its value's or -1."""
    codes, octets = bloc.codes, bloc.octets
    suivantes = rangs + 1
    genres = np.where(fermees, 0, codes[suivantes])
    a_formule = EST_FORMULE[genres]
    formules = np.where(a_formule, suivantes, -1)
    seules = octets[bloc.fins[np.minimum(formules, len(bloc.fins) - 1)] - 1] == _BARRE
    apres = np.where(a_formule, suivantes + np.where(seules, 1, 2), suivantes)
    apres_genres = np.where(fermees, 0, codes[apres])
    a_valeur = EST_VALEUR[apres_genres]
    en_ligne = apres_genres == EN_LIGNE
    vides = ~a_valeur & ~en_ligne & ~fermees
    comptees = (
        (int(a_formule.sum()), int(EST_FORMULE[codes].sum())),
        (int(a_valeur.sum()), int(EST_VALEUR[codes].sum())),
        (int(en_ligne.sum()), int((codes == EN_LIGNE).sum())),
    )
    if any(lues != presentes for lues, presentes in comptees):
        return None
    if not (apres_genres[vides] == FIN_CELLULE).all():
        return None
    places = np.minimum(apres, len(bloc.fins) - 1)
    pleines = a_valeur & (octets[bloc.fins[places] - 1] != _BARRE)
    # an empty value closes where it opens
    pleines &= octets[np.minimum(bloc.fins[places] + 1, len(octets) - 1)] != ord("<")
    return (
        pleines | en_ligne,
        formules,
        np.where(pleines, apres, -1),
        a_formule | a_valeur | en_ligne,
    )


def _record(
    bloc: Bloc,
    adresses: tuple[Vecteur, Vecteur],
    attributs: tuple[Vecteur, Vecteur],
    contenus: tuple[Vecteur, Vecteur, Vecteur, Vecteur],
    releve: Releve,
) -> None:
    lignes, colonnes = adresses
    styles, types = attributs
    pleines, formules, valeurs, garnies = contenus
    if not garnies.any():
        return
    ici_l, ici_c = lignes[garnies], colonnes[garnies]
    basse, large = int(ici_l.argmax()), int(ici_c.argmax())
    releve.etendue.add(
        (int(ici_l[basse]), int(ici_c[basse])),
        (int(ici_l[large]), int(ici_c[large])),
        len(ici_l),
        1 + int((ici_l[1:] != ici_l[:-1]).sum()),
    )
    if pleines.any():
        releve.grow(int(lignes[pleines].max()), int(colonnes[pleines].max()))
    releve.partagees += int((types == _PARTAGE).sum())
    remarquables = releve.remarquables
    gardees = pleines & remarquables[np.minimum(styles, len(remarquables) - 1)]
    if gardees.any():
        releve.stylees.append((lignes[gardees], colonnes[gardees], styles[gardees]))
    for rang in np.flatnonzero(formules >= 0).tolist():
        case = (int(lignes[rang]), int(colonnes[rang]))
        _add_formule(bloc, case, int(formules[rang]), releve)
        if valeurs[rang] < 0 and types[rang] != _TEXTE:
            releve.jamais_calculees.append(case)
    for rang in np.flatnonzero((types == _ERREUR) & (valeurs >= 0)).tolist():
        releve.erreurs[int(lignes[rang]), int(colonnes[rang])] = _text(bloc, int(valeurs[rang]))


def _add_formule(bloc: Bloc, case: Case, rang: int, releve: Releve) -> None:
    seule = bloc.octets[bloc.fins[rang] - 1] == _BARRE
    texte = "" if seule else _text(bloc, rang)
    if bloc.codes[rang] == code("f>"):
        releve.formules[case] = f"={texte}"
        return
    attributs = _read_balise(bloc.xml[bloc.debuts[rang] : bloc.fins[rang]])
    partage = attributs.get("si") if attributs.get("t") == "shared" else None
    releve.add_formule(case, texte, partage)


def _text(bloc: Bloc, rang: int) -> str:
    """The text between a tag and the next."""
    brut = bloc.xml[bloc.fins[rang] + 1 : bloc.debuts[rang + 1]]
    texte = brut.decode("utf-8", "replace")
    return unescape(texte) if "&" in texte else texte


def _read_balise(xml: bytes) -> dict[str, str]:
    return {
        nom.decode(): (double or simple).decode("utf-8", "replace")
        for nom, double, simple in _ATTRIBUT.findall(xml)
    }


def _scan_lignes(xml: bytes, releve: Releve) -> bool:
    """Note the rows that are hidden, or of no height."""
    if b"h" not in xml or (b"hidden" not in xml and not _BASSE.search(xml)):
        return True
    for attributs in _LIGNE.findall(xml):
        if b"hidden" in attributs or b"ht" in attributs:
            ligne: dict[str, Any] = _read_balise(attributs)
            if is_hidden(ligne):
                if not ligne.get("r", "").isdecimal():
                    return False
                releve.lignes_masquees.add(int(ligne["r"]))
    return True


def is_hidden(attributs: dict[str, str], taille: str = "ht") -> bool:
    """Whether the attributes of a row (or of columns) hide it."""
    if attributs.get("hidden", "") in {"1", "true"}:
        return True
    try:
        return float(attributs.get(taille, "1")) == 0
    except ValueError:
        return False
