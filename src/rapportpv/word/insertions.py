"""Texts, pictures and drawings put where the template names them, alone in their paragraph."""

from collections.abc import Iterator, Mapping
from copy import deepcopy

from msgspec import Struct

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.dessin import Dessin
from rapportpv.core.prose import Prose
from rapportpv.word.balises import own_texte
from rapportpv.word.charte import read_accents
from rapportpv.word.controles import add_signet, anchor_signet, name_region
from rapportpv.word.dessins import make_dessin
from rapportpv.word.fautes import Lieu, tell
from rapportpv.word.images import Zone
from rapportpv.word.marques import MARQUE, Insertion, Marques, strip_marques
from rapportpv.word.noms import signet
from rapportpv.word.ooxml import WP, A, Element, ancestor, make, w
from rapportpv.word.paragraphes import inherit, set_property
from rapportpv.word.prose import Place, write_prose
from rapportpv.word.redaction import Redaction
from rapportpv.word.rules.pv908_modele_insertion_mal_placee import PV908
from rapportpv.word.vues_textes import Inserable, Vignette
from rapportpv.word.zones import find_cadre, find_zone

_LOGO = Zone(60 * 36000, 22 * 36000)  # EMU: 60 mm by 22
_NE_PASSE_PAS = tuple(
    map(w, ("drawing", "pict", "object", "br", "fldChar", "fldSimple", "footnoteReference", "sym"))
)
_SEULE = "ce nom n'est pas seul dans son paragraphe"
_CORPS = "un texte ou une image s'insère dans le corps du document"
_ENCADRE = "un texte ne s'insère pas dans une zone de texte"


class _Demande(Struct, frozen=True):
    """A paragraph of the template that names what takes its place."""

    paragraphe: Element
    nom: str
    texte: Element  # the `w:t` of the mark


def fill_insertions(
    racine: Element,
    insertions: Mapping[str, Inserable],
    marques: Marques,
    redaction: Redaction,
    lieu: Lieu,
) -> list[Anomalie]:
    """Put each text in place of its name; what could not be."""
    demandes, anomalies = _find(racine, marques, lieu)
    niveaux = _niveaux(racine, demandes, redaction)
    for demande in demandes:
        contenu = insertions.get(demande.nom)
        elements = _write(contenu, demande, redaction, niveaux[demande.paragraphe])
        if elements:
            _replace(demande, elements)
        else:
            _remove(demande.paragraphe)
    return anomalies


def refuse_insertions(racine: Element, marques: Marques, lieu: Lieu) -> list[Anomalie]:
    """PV908 for each name of a text in a part that holds none, a header or a note."""
    return [
        _tell(lieu, texte, insertion.nom, _CORPS) for texte, insertion in _marks(racine, marques)
    ]


def _find(racine: Element, marques: Marques, lieu: Lieu) -> tuple[list[_Demande], list[Anomalie]]:
    demandes, anomalies = [], []
    for texte, insertion in _marks(racine, marques):
        paragraphe = ancestor(texte, w("p"))
        if paragraphe is None or not _is_alone(paragraphe):
            anomalies.append(_tell(lieu, texte, insertion.nom, _SEULE))
        elif ancestor(paragraphe, w("txbxContent")) is not None:
            anomalies.append(_tell(lieu, texte, insertion.nom, _ENCADRE))
        else:
            demandes.append(_Demande(paragraphe, insertion.nom, texte))
    return demandes, anomalies


def _marks(racine: Element, marques: Marques) -> Iterator[tuple[Element, Insertion]]:
    for texte in list(racine.iter(w("t"))):
        if (lu := texte.text) and MARQUE.search(lu):
            for segment in marques.split(lu):
                if isinstance(segment.cible, Insertion):
                    yield texte, segment.cible


def _is_alone(paragraphe: Element) -> bool:
    """Whether one mark is all that a paragraph holds."""
    texte = own_texte(paragraphe)
    return (
        len(MARQUE.findall(texte)) == 2  # a mark opens and closes
        and not strip_marques(texte).strip()
        and next(paragraphe.iter(*_NE_PASSE_PAS), None) is None
    )


def _niveaux(racine: Element, demandes: list[_Demande], redaction: Redaction) -> dict[Element, int]:
    """The level of the template's heading above each paragraph, before any text brings its own."""
    voulus = {demande.paragraphe for demande in demandes}
    niveaux: dict[Element, int] = {}
    niveau = 0
    for paragraphe in racine.iter(w("p")) if voulus else ():
        if paragraphe in voulus:
            niveaux[paragraphe] = niveau
        else:
            niveau = redaction.styles.niveau(paragraphe) or niveau
    return niveaux


def _write(
    contenu: Inserable, demande: _Demande, redaction: Redaction, niveau: int
) -> list[Element]:
    zone = find_zone(demande.paragraphe)
    match contenu:
        case Prose():
            run = ancestor(demande.texte, w("r"))
            look = None if run is None else run.find(w("rPr"))
            place = Place(niveau, zone, inherit(demande.paragraphe), look)
            return write_prose(contenu, redaction, place)
        case Vignette(pleine=True) if cadre := find_cadre(demande.paragraphe, zone):
            run = redaction.medias.fill(redaction.part, contenu.image, cadre)
            return [_without_place(demande.paragraphe, run)]
        case Vignette():
            limite = zone
            if contenu.logo:
                limite = Zone(min(zone.largeur, _LOGO.largeur), min(zone.hauteur, _LOGO.hauteur))
            run = redaction.medias.draw(redaction.part, contenu.image, contenu.alt, limite)
            return [_like(demande.paragraphe, run)]
        case Dessin():
            accents = read_accents(redaction.paquet)
            return [_draw(d, demande, zone, accents) for d in (contenu, *contenu.suites)]
    return []


def _draw(contenu: Dessin, demande: _Demande, zone: Zone, accents: Mapping[str, str]) -> Element:
    """The paragraph that holds a drawing.

    One that a frame would hold is at the right margin by itself: LibreOffice shows no words of a
    drawing that is in a frame. Its paragraph takes no room.
    """
    if demande.paragraphe.find(f"{w('pPr')}/{w('framePr')}") is not None:
        return _without_place(demande.paragraphe, make_dessin(contenu, 0, accents, a_droite=True))
    dessin = make_dessin(contenu, 0, accents)
    _shrink(dessin, contenu, zone)
    return _like(demande.paragraphe, dessin)


def _without_place(modele: Element, dessin: Element) -> Element:
    """The paragraph of a drawing that is placed by itself: no frame, no height."""
    paragraphe = _like(modele, dessin)
    for cadre in paragraphe.findall(f"{w('pPr')}/{w('framePr')}"):
        paragraphe[0].remove(cadre)
    sans_place = {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}
    set_property(paragraphe, make("spacing", **sans_place))
    return paragraphe


def _shrink(dessin: Element, contenu: Dessin, zone: Zone) -> None:
    """Make a drawing as narrow as the text; the words in it keep their size."""
    if contenu.largeur <= zone.largeur:
        return
    hauteur = contenu.hauteur * zone.largeur // contenu.largeur
    tailles = (dessin.find(f".//{{{WP}}}extent"), dessin.find(f".//{{{A}}}xfrm/{{{A}}}ext"))
    for taille in tailles:
        if taille is not None:
            taille.attrib.update({"cx": str(zone.largeur), "cy": str(hauteur)})


def _like(paragraphe: Element, contenu: Element) -> Element:
    """A paragraph with the properties of another, that holds a drawing."""
    run = contenu if contenu.tag == w("r") else make("r", contenu)
    proprietes = paragraphe.find(w("pPr"))
    copie = make("p") if proprietes is None else make("p", deepcopy(proprietes))
    for section in copie.findall(f"{w('pPr')}/{w('sectPr')}"):
        copie[0].remove(section)
    copie.append(run)
    return copie


def _replace(demande: _Demande, elements: list[Element]) -> None:
    """Put blocks in place of a paragraph, in a content control and a bookmark of that name."""
    paragraphe = demande.paragraphe
    saut = paragraphe.find(f"{w('pPr')}/{w('pageBreakBefore')}")
    if saut is not None and elements[0].tag == w("p"):
        set_property(elements[0], deepcopy(saut))
    for element in elements:
        paragraphe.addprevious(element)
    encadre = elements[0].find(f"{w('pPr')}/{w('framePr')}") is not None
    if encadre:  # LibreOffice takes a paragraph that is in a control out of its frame
        elements = [run for element in elements for run in element.findall(w("r"))]
    region = name_region(elements, demande.nom)
    _remove(paragraphe)
    if encadre:
        add_signet(region, signet(demande.nom))
    else:
        _anchor(region, elements, signet(demande.nom))


def _anchor(region: Element, elements: list[Element], nom: str) -> None:
    """The bookmark from the first paragraph to the last, or in the first where a table stands."""
    if {elements[0].tag, elements[-1].tag} != {w("p")}:
        anchor_signet(region, nom)
        return
    premier, dernier = elements[0], elements[-1]
    rang = 0 if premier.find(w("pPr")) is None else 1
    premier.insert(rang, make("bookmarkStart", id="", name=nom))
    dernier.append(make("bookmarkEnd", id=""))


def _remove(paragraphe: Element) -> None:
    """Take a paragraph away, but for the end of section that it may hold."""
    parent = paragraphe.getparent()
    if parent is None:
        return
    section = paragraphe.find(f"{w('pPr')}/{w('sectPr')}")
    if section is not None:
        parent.replace(paragraphe, make("p", make("pPr", section)))
        return
    parent.remove(paragraphe)
    controle = parent.getparent()
    if parent.tag == w("sdtContent") and len(parent) == 0 and controle is not None:
        vide = controle.getparent()
        if vide is not None:
            vide.remove(controle)


def _tell(lieu: Lieu, element: Element, nom: str, raison: str) -> Anomalie:
    paragraphe = ancestor(element, w("p"))
    texte = "" if paragraphe is None else strip_marques(own_texte(paragraphe)).strip()
    return tell(
        PV908,
        lieu.at(f"{texte} {{{{ {nom} }}}}".strip()),
        nom,
        raison,
        f"Écrivez {{{{ {nom} }}}} seul dans un paragraphe du corps, ou d'une cellule de tableau.",
    )
