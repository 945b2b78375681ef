"""A Word document read as a person reads it: body, tables, headers, notes, text boxes, charts."""

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct, field
from msgspec.structs import replace

from rapportpv.core.relecture import CORPS, Place
from rapportpv.review.lecture.graphique_docx import read_graphique
from rapportpv.review.lecture.ligne_docx import LecteurDeLigne, Ligne, name_of
from rapportpv.review.lecture.passage import ZONE_DE_TEXTE, Bloc, DocumentLu, Passage, shorten
from rapportpv.review.lecture.styles_docx import Styles, read_styles
from rapportpv.review.lecture.tableau_docx import LecteurDeTableau
from rapportpv.word.ooxml import R_ID, WP, Element, c, parse, w
from rapportpv.word.paquet import Paquet, open_paquet

_ENTETES = {"header": "en-tête de page", "footer": "pied de page"}
_NOTES = {"footnotes": "note de bas de page", "endnotes": "note de fin"}
_TEXTBOX = w("txbxContent")


def read_docx(parts: dict[str, bytes]) -> DocumentLu:
    """All that the document says. Raises PaquetIllisibleError."""
    paquet = open_paquet(parts)
    racine = parse(paquet.parts[paquet.document])
    corps = racine.find(w("body"))
    lecteur = LecteurDocx(paquet, paquet.document, read_styles(paquet))
    if corps is not None:
        lecteur.number(corps)
        lecteur.read(corps)
    for sorte, partie in _ENTETES.items():
        for nom in _list_parts(paquet, sorte):
            _read_other(lecteur, nom, replace(Place(), partie=partie))
    return DocumentLu(tuple(lecteur.blocs))


def _list_parts(paquet: Paquet, sorte: str) -> list[str]:
    """The parts of that kind, in the order of their names."""
    relations = paquet.relations.get(paquet.document, ())
    cibles = {r.cible for r in relations if r.genre == sorte and not r.externe}
    return sorted(cibles & set(paquet.parts))


def _read_other(lecteur: "LecteurDocx", nom: str, place: Place) -> None:
    """A header or a footer: its comments hang on the first paragraph of the body."""
    try:
        racine = parse(lecteur.paquet.parts[nom])
    except etree.XMLSyntaxError:
        return
    autre = LecteurDocx(lecteur.paquet, nom, lecteur.styles, place, ancre=0, blocs=lecteur.blocs)
    autre.read(racine)


class LecteurDocx(Struct):
    """Reads a part of a document, block after block."""

    paquet: Paquet
    partie: str
    styles: Styles
    place: Place = field(default_factory=Place)
    ancre: int | None = None
    blocs: list[Bloc] = field(default_factory=list)
    legende: str = ""
    lignes: LecteurDeLigne = field(default_factory=LecteurDeLigne)
    _rangs: dict[Element, int] = field(default_factory=dict)
    _notes: dict[str, dict[str, Element]] = field(default_factory=dict)

    def number(self, corps: Element) -> None:
        """Keep the rank of each paragraph of the body: where comments can hang."""
        self._rangs = {paragraphe: rang for rang, paragraphe in enumerate(corps.iter(w("p")))}

    def read(self, conteneur: Element, nom: str = "") -> None:
        """The blocks of the body, of a header, of a text box."""
        for element in conteneur:
            if element.tag == w("p"):
                self.blocs.extend(self.read_paragraphe(element))
            elif element.tag == w("tbl"):
                self.blocs.extend(LecteurDeTableau(self, nom).read(element))
            elif element.tag == w("sdt"):
                contenu = element.find(w("sdtContent"))
                if contenu is not None:
                    self.read(contenu, name_of(element) or nom)
            elif element.tag in (w("ins"), w("moveTo"), w("customXml")):
                self.read(element, nom)

    def read_paragraphe(self, element: Element, *, en_cellule: bool = False) -> Iterator[Bloc]:
        """The paragraph, then its text boxes, its charts and its notes."""
        ligne = self.lignes.read(element)
        rang = self._rangs.get(element)
        ancre = self.ancre if rang is None else rang
        texte = ligne.texte
        if texte.strip():
            self._situate(element, texte, en_cellule=en_cellule)
            place = replace(self.place, debut=shorten(texte))
            passage = Passage(texte, place, tuple(ligne.controles), tuple(ligne.numerotes), ancre)
            yield replace(passage, direct=rang is not None and self.place.partie == CORPS)
        yield from self._read_objets(ligne, ancre)
        yield from self._read_notes(ligne, ancre)

    def _situate(self, element: Element, texte: str, *, en_cellule: bool) -> None:
        """Keep the heading under which all that follows stands, and the caption of what is next."""
        propre = " ".join(texte.split())
        if not en_cellule and self.styles.is_titre(element):
            self.place = replace(self.place, titre=propre)
            self.legende = ""
        elif self.styles.is_legende(element, propre):
            self.legende = propre
        elif not en_cellule:
            self.legende = ""

    def _read_objets(self, ligne: Ligne, ancre: int | None) -> Iterator[Bloc]:
        for objet in ligne.objets:
            for boite in objet.iter(_TEXTBOX):
                if not any(e.tag == _TEXTBOX for e in _between(boite, objet)):
                    yield from self._aside(ZONE_DE_TEXTE, ancre, boite)
            for graphique in objet.iter(c("chart")):
                yield from self._read_graphique(graphique, objet, ancre)

    def _read_graphique(
        self, graphique: Element, objet: Element, ancre: int | None
    ) -> Iterator[Bloc]:
        relation = self.paquet.by_id(self.partie, graphique.get(R_ID))
        contenu = self.paquet.parts.get(relation.cible) if relation else None
        if contenu is None:
            return
        proprietes = next(objet.iter(f"{{{WP}}}docPr"), None)
        nom = "" if proprietes is None else proprietes.get("name", "")
        lu = read_graphique(contenu, nom, self.place.titre, self.legende or nom, ancre)
        if lu is not None:
            yield lu

    def _read_notes(self, ligne: Ligne, ancre: int | None) -> Iterator[Bloc]:
        for sorte, identifiant in ligne.notes:
            note = self._load_notes(sorte).get(identifiant)
            if note is not None:
                yield from self._aside(_NOTES[sorte], ancre, note, sorte)

    def _load_notes(self, sorte: str) -> dict[str, Element]:
        if sorte not in self._notes:
            noms = _list_parts(self.paquet, sorte)
            racines = [parse(self.paquet.parts[nom]) for nom in noms]
            self._notes[sorte] = {
                note.get(w("id"), ""): note for racine in racines for note in racine
            }
        return self._notes[sorte]

    def _aside(
        self, partie: str, ancre: int | None, contenu: Element, sorte: str = ""
    ) -> Iterator[Bloc]:
        """What stands beside the text, under the same heading; its comments hang where it is."""
        nom = next(iter(_list_parts(self.paquet, sorte)), self.partie) if sorte else self.partie
        place = replace(self.place, partie=partie)
        autre = LecteurDocx(self.paquet, nom, self.styles, place, ancre)
        autre.read(contenu)
        yield from autre.blocs


def _between(element: Element, racine: Element) -> Iterator[Element]:
    """What stands around an element, up to a root."""
    for autour in element.iterancestors():
        if autour is racine:
            return
        yield autour
