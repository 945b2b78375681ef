"""What a region says, so that an edit by hand shows: its words, not how they look."""

import hashlib
import unicodedata
from collections.abc import Iterator, Mapping

from lxml import etree

from rapportpv.word.attente import Attente
from rapportpv.word.ooxml import R_ID, RELATIONS, A, Element, c, child, parse, w
from rapportpv.word.paquet import Paquet
from rapportpv.word.regions import Genre, Region, has_texte, is_plain, live_runs

_CHIFFRES_SURS = 12  # digits of a chart's value that every program keeps
_LONGUEUR = 16

_P, _R, _T = map(w, ("p", "r", "t"))
_SIGNES = {w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("tab"): " "}
_CELLULE = [w("tc"), _P, _R, _T]
_DE_CELLULE = (*_CELLULE, w("sdt"), *_SIGNES)
_FONDS = (f"{{{A}}}solidFill", f"{{{A}}}pattFill")

Masques = Mapping[Element, str]
"""The runs of the figures, which change on their own: each stands for its name."""


def mask(regions: Mapping[str, Region]) -> dict[Element, str]:
    """The runs of the figures among those regions, by their names."""
    return {
        run: region.ancre.nom
        for region in regions.values()
        if region.ancre.genre is Genre.CHIFFRE
        for run in region.contenus
    }


def read_contenu(
    region: Region, paquet: Paquet, masques: Masques, attente: Attente | None = None
) -> str:
    """What a region says: one text, the same whoever saved the file."""
    match region.ancre.genre:
        case Genre.CHIFFRE:
            return squeeze("".join(map(run_texte, region.contenus)))
        case Genre.TABLEAU:
            rangees = read_rangees(region.contenus[0], masques, attente)
            return "\n".join("\t".join(cellules) for cellules in rangees)
        case Genre.GRAPHIQUE:
            return _read_graphique(region, paquet)
        case Genre.DESSIN:
            return "\n".join(_read_dessin(region.contenus[0]))
        case Genre.IMAGE:
            return "\n".join(_read_images(region, paquet))
    paragraphes = (p for bloc in region.contenus for p in bloc.iter(w("p")))
    images = _read_images(region, paquet)
    return "\n".join([*(read_paragraphe(p, masques) for p in paragraphes), *images])


def _read_images(region: Region, paquet: Paquet) -> Iterator[str]:
    """The digests of the pictures that a region shows."""
    for bloc in region.contenus:
        for image in bloc.iter(f"{{{A}}}blip"):
            relation = paquet.by_id(region.part, image.get(f"{{{RELATIONS}}}embed"))
            if relation is not None and relation.cible in paquet.parts:
                yield hashlib.sha256(paquet.parts[relation.cible]).hexdigest()


def digest(contenu: str) -> str:
    """A short digest of what a region says."""
    return hashlib.sha256(contenu.encode()).hexdigest()[:_LONGUEUR]


def squeeze(texte: str) -> str:
    """The text with plain single spaces."""
    return " ".join(unicodedata.normalize("NFC", texte).split())


def run_texte(run: Element) -> str:
    """The words of a run, its breaks as line breaks."""
    morceaux = []
    for element in run:
        tag = element.tag
        morceaux.append((element.text or "") if tag == _T else _SIGNES.get(tag, ""))
    return "".join(morceaux)


def iter_rows(conteneur: Element) -> Iterator[Element]:
    """The rows of a table, or of a control among them; those of nested tables left aside."""
    for element in conteneur:
        if element.tag == w("tr"):
            if child(child(element, w("trPr")), w("del")) is None:
                yield element
        elif element.tag == w("sdt"):
            contenu = element.find(w("sdtContent"))
            yield from () if contenu is None else iter_rows(contenu)


def iter_cells(ligne: Element) -> Iterator[Element]:
    """The cells of a row."""
    for element in ligne:
        if element.tag == w("tc"):
            yield element
        elif element.tag == w("sdt"):
            contenu = element.find(w("sdtContent"))
            yield from () if contenu is None else iter_cells(contenu)


def read_rangees(
    conteneur: Element, masques: Masques, attente: Attente | None = None
) -> list[tuple[str, ...]]:
    """The rows of a table as the words of their cells; those that wait are not in the tree."""
    nu = is_plain(conteneur)  # asked of the table, not of each paragraph of a long one
    attente = attente or Attente()
    rangees: list[tuple[str, ...]] = []
    for tete in iter_rows(conteneur):
        if nu and _is_bare(tete, masques):
            rangees += [tuple(map(squeeze, textes)) for textes in attente.textes(tete)]
        else:
            rangees += [read_rangee(ligne, masques, nu=nu) for ligne in attente.show(tete)]
    return rangees


def _is_bare(ligne: Element, masques: Masques) -> bool:
    """Whether each cell of a row holds one text, and no figure: most are read at once."""
    contenus = list(ligne.iter(*_DE_CELLULE))
    tags = [element.tag for element in contenus]
    return tags == _CELLULE * (len(tags) // 4) and masques.keys().isdisjoint(contenus[2::4])


def read_rangee(ligne: Element, masques: Masques, *, nu: bool = False) -> tuple[str, ...]:
    """The words of the cells of a row."""
    return tuple(
        "\n".join([read_paragraphe(p, masques, nu=nu) for p in cellule.iter(_P)])
        for cellule in iter_cells(ligne)
    )


def read_paragraphe(paragraphe: Element, masques: Masques, *, nu: bool = False) -> str:
    """The words of a paragraph, each figure told once by its name; `nu`: it is a plain one."""
    runs = list(paragraphe.iter(_R)) if nu else live_runs(paragraphe)
    if len(runs) == 1 and runs[0] not in masques:
        return squeeze(run_texte(runs[0]))
    morceaux: list[str] = []
    dernier = None
    for run in runs:
        nom = masques.get(run)
        if nom is None:
            morceaux.append(run_texte(run))
        elif nom != dernier:
            morceaux.append(f"\ufffc{nom}\ufffc")
        if nom is not None or has_texte(run):
            dernier = nom
    return squeeze("".join(morceaux))


def chart_part(run: Element, part: str, paquet: Paquet) -> str | None:
    """The part of the chart that a run shows."""
    lien = next(run.iter(c("chart")), None)
    relation = None if lien is None else paquet.by_id(part, lien.get(R_ID))
    return relation.cible if relation is not None and relation.cible in paquet.parts else None


def read_series(graphique: Element) -> list[list[str]]:
    """The titles, labels and values of the series of a chart."""
    return [
        [_valeur(v.text or "") for nom in ("tx", "cat", "val") for v in _values(serie, nom)]
        for serie in graphique.iter(c("ser"))
    ]


def _values(serie: Element, nom: str) -> Iterator[Element]:
    element = serie.find(c(nom))
    return iter(()) if element is None else element.iter(c("v"))


def _valeur(texte: str) -> str:
    try:
        return f"{float(texte):.{_CHIFFRES_SURS}g}"
    except ValueError:
        return squeeze(texte)


def _read_graphique(region: Region, paquet: Paquet) -> str:
    part = chart_part(region.contenus[0], region.part, paquet)
    if part is None:
        return ""
    try:
        series = read_series(parse(paquet.parts[part]))
    except etree.XMLSyntaxError:
        return ""
    return "\n".join("\t".join(serie) for serie in series)


def _read_dessin(run: Element) -> Iterator[str]:
    """The words of a drawing's shapes; the place, the outline and the fill of each."""
    for element in run.iter(w("txbxContent"), f"{{{A}}}off", f"{{{A}}}path", *_FONDS):
        if any(etree.QName(a).localname == "Fallback" for a in element.iterancestors()):
            continue
        if element.tag == w("txbxContent"):
            yield squeeze("".join(t.text or "" for t in element.iter(w("t"))))
        elif element.tag in _FONDS:
            yield " ".join(_read_fond(element))
        else:
            points = (element, *element.iter(f"{{{A}}}pt"))
            yield " ".join(f"{p.get('x')},{p.get('y')}" for p in points if p.get("x"))


def _read_fond(fond: Element) -> Iterator[str]:
    """The pattern and the colours of a shape, those of its outline and of its words apart."""
    parent = fond.getparent()
    if parent is not None and etree.QName(parent).localname == "spPr":
        yield fond.get("prst", "")
        yield from (e.get("val", "") for e in fond.iter() if e is not fond)
