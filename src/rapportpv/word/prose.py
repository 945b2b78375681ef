"""A narrative text in Word: headings, paragraphs, lists, quotes, pictures, tables."""

from collections.abc import Iterable, Iterator
from copy import deepcopy

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.core.prose import (
    Bloc,
    Citation,
    Contenu,
    Illustration,
    Liste,
    Paragraphe,
    Prose,
    TableauSimple,
    Titre,
)
from rapportpv.word.en_ligne import Encre
from rapportpv.word.images import Zone
from rapportpv.word.legendes import make_legende
from rapportpv.word.listes import Puce
from rapportpv.word.ooxml import Element, make, w
from rapportpv.word.paragraphes import make_paragraphe, set_property
from rapportpv.word.redaction import Redaction
from rapportpv.word.tableaux_simples import make_tableau

_NIVEAU_MAX = 9
_CITATION = '<w:ind w:left="567" w:right="567"/>'
_APRES_UN_TABLEAU = "160"  # twentieths of a point, lest the next paragraph touch it


class Place(Struct, frozen=True):
    """Where a text goes: below which heading, in what room, and how its paragraphs look."""

    niveau: int
    zone: Zone
    paragraphe: Element  # a `w:pPr`
    run: Element | None = None  # a `w:rPr`


def write_prose(prose: Prose, redaction: Redaction, place: Place) -> list[Element]:
    """The blocks of a text, as paragraphs and tables."""
    ecrivain = _Ecrivain(redaction, place)
    return _space(list(ecrivain.write(prose.blocs)))


class _Ecrivain(Struct, frozen=True):
    """Writes blocks; those of a list's item know its mark and how far it is indented."""

    redaction: Redaction
    place: Place
    profondeur: int = 0
    retrait: int = 0
    style: str | None = None

    @property
    def _encre(self) -> Encre:
        return Encre(self.redaction, self.redaction.part, self.place.run)

    def write(self, blocs: Iterable[Bloc]) -> Iterator[Element]:
        for bloc in blocs:
            match bloc:
                case Titre():
                    yield self._titre(bloc)
                case Paragraphe():
                    yield self._paragraphe(bloc.contenu)
                case Liste():
                    yield from self._liste(bloc)
                case Citation():
                    yield from self._citation(bloc)
                case Illustration():
                    yield from self._illustration(bloc)
                case TableauSimple():
                    yield from self._tableau(bloc)

    def _titre(self, titre: Titre) -> Element:
        niveau = min(self.place.niveau + max(titre.niveau, 1), _NIVEAU_MAX)
        style = self.redaction.styles.need_titre(niveau)
        encre = Encre(self.redaction, self.redaction.part, deja_gras=True)
        sinon = "" if style else f'<w:outlineLvl w:val="{niveau - 1}"/>'
        return make_paragraphe(style or None, encre.write(titre.contenu), sinon)

    def _paragraphe(self, contenu: Contenu) -> Element:
        runs = self._encre.write(contenu)
        if self.style:
            return make_paragraphe(self.style, runs)
        retrait = f'<w:ind w:left="{self.retrait}"/>' if self.retrait else ""
        return make_paragraphe(None, runs, retrait, self.place.paragraphe)

    def _liste(self, liste: Liste) -> Iterator[Element]:
        listes = self.redaction.listes
        if liste.ordonnee:
            puce = listes.numbered(self.profondeur, liste.debut)
        else:
            puce = listes.bulleted(self.profondeur)
        suite = replace(self, profondeur=self.profondeur + 1, retrait=puce.retrait, style=None)
        for element in liste.elements:
            premier, *autres = element or (Paragraphe(()),)
            if isinstance(premier, Paragraphe):
                yield self._item(premier.contenu, puce)
            else:
                autres = [premier, *autres]
            yield from suite.write(autres)

    def _item(self, contenu: Contenu, puce: Puce) -> Element:
        base = None if puce.style else self.place.paragraphe
        return make_paragraphe(puce.style, self._encre.write(contenu), puce.proprietes, base)

    def _citation(self, citation: Citation) -> Iterator[Element]:
        style = self.redaction.styles.find("quote")
        suite = replace(self, style=style)
        if style is None:
            place = replace(self.place, paragraphe=_quoted(self.place.paragraphe))
            suite = replace(self, place=place)
        yield from suite.write(citation.blocs)

    def _illustration(self, illustration: Illustration) -> Iterator[Element]:
        styles = self.redaction.styles
        if illustration.legende:
            yield make_legende("Figure", illustration.legende, self._sans_base)
        style = styles.find("figure")
        run = self.redaction.medias.draw(
            self.redaction.part, illustration.image, illustration.alt, self.place.zone
        )
        yield make_paragraphe(style, [run], "<w:keepLines/>")

    def _tableau(self, tableau: TableauSimple) -> Iterator[Element]:
        if tableau.legende:
            yield make_legende("Tableau", tableau.legende, self._sans_base)
        if tableau.entetes:
            yield make_tableau(tableau, self._sans_base, self.place.zone)

    @property
    def _sans_base(self) -> Encre:
        return Encre(self.redaction, self.redaction.part)


def _quoted(base: Element) -> Element:
    (retrait,) = make_paragraphe(None, [], _CITATION)[0]
    propre = deepcopy(base)
    for ancien in propre.findall(w("ind")):
        propre.remove(ancien)
    propre.append(retrait)
    return propre


def _space(elements: list[Element]) -> list[Element]:
    """The blocks with air after each table: above a paragraph, or between two tables."""
    aeres: list[Element] = []
    for element in elements:
        if aeres and aeres[-1].tag == w("tbl"):
            if element.tag == w("tbl"):
                aeres.append(make("p"))
            elif element.find(f"{w('pPr')}/{w('outlineLvl')}") is None:
                set_property(element, make("spacing", before=_APRES_UN_TABLEAU))
        aeres.append(element)
    return aeres
