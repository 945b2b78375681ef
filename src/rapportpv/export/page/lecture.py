"""A document read back as a page: the same words, tables and figures, in the same order."""

from collections.abc import Iterator
from itertools import count

from markupsafe import Markup
from msgspec.structs import replace

from rapportpv.export.accessible.ooxml import Element, local, w
from rapportpv.export.page.ancres import Ancres
from rapportpv.export.page.blocs import (
    Bloc,
    Chiffres,
    Figure,
    Note,
    Page,
    Paragraphe,
    Titre,
)
from rapportpv.export.page.couleurs import read_police, read_theme
from rapportpv.export.page.figures import Figures
from rapportpv.export.page.listes import Puce, nest
from rapportpv.export.page.ooxml import Docx, read_entier, read_liste
from rapportpv.export.page.tableaux import read_tableau
from rapportpv.export.page.textes import Textes, read_texte

_CONTENANTS = frozenset({"sdtContent", "ins", "moveTo", "smartTag", "customXml", "dir", "bdo"})
_CLASSES = {
    "caption": "legende",
    "introduction": "introduction",
    "mention": "mention",
    "intertitre": "intertitre",
    "opérateur": "operateur",
    "quote": "citation",
    "intense quote": "citation",
    "subtitle": "surtitre",
    "surtitre": "annonce",
    "surtitre de partie": "annonce",
    "title": "titre",
}
_NOTES = {"footnote": "footnotes.xml", "endnote": "endnotes.xml"}


def read_page(contenu: bytes) -> Page:
    """The page of a .docx."""
    docx = Docx(contenu)
    return Lecteur(docx).read()


def list_blocs(corps: Element) -> Iterator[Element]:
    """The paragraphs and tables of a body, through content controls; not its table of contents."""
    for element in corps:
        nom = local(element)
        if nom in {"p", "tbl"}:
            yield element
        elif nom == "sdt":
            if not _is_sommaire(element):
                yield from list_blocs(element)
        elif nom in _CONTENANTS:
            yield from list_blocs(element)


class Lecteur:
    """One reading, from the first block to the last."""

    def __init__(self, docx: Docx) -> None:
        self._docx = docx
        self._elements = [e for e in list_blocs(docx.corps) if not self._is_toc(e)]
        self._textes = Textes(docx)
        titres = [e for e in self._elements if self._niveau(e) is not None]
        self._ancres = Ancres(docx.corps, titres)
        self._textes.ancres = self._ancres.places
        self._theme = read_theme(docx)
        self._figures = Figures(docx, self._theme)
        self._dernier = 1  # the level of the last heading: none is skipped
        self._numeros = count(1)
        self._legende: Paragraphe | None = None
        self._puces: list[Puce] = []

    def read(self) -> Page:
        """The page."""
        debut = self._find_debut()
        couverture = tuple(self._read_all(self._elements[:debut]))
        blocs = tuple(self._read_all(self._elements[debut:]))
        titre = next((b for b in couverture if getattr(b, "classe", "") == "titre"), None)
        nom = titre.contenu.striptags() if isinstance(titre, Paragraphe) else ""
        return Page(
            nom or self._docx.propriete("title") or "Document",
            couverture,
            blocs,
            tuple(self._read_notes()),
            self._docx.propriete("description"),
            self._docx.propriete("creator"),
            self._theme,
            read_police(self._docx),
        )

    def _find_debut(self) -> int:
        """Where the cover ends: with its section, or at the first heading; none without a title."""
        styles = [self._docx.style_of(e).nom if local(e) == "p" else "" for e in self._elements]
        if "title" not in styles:
            return 0
        for rang, element in enumerate(self._elements):
            if self._niveau(element) is not None or local(element) == "tbl":
                return rang if rang > styles.index("title") else 0
            if element.find(f"{w('pPr')}/{w('sectPr')}") is not None:
                return rang + 1
        return styles.index("title") + 1

    def _is_toc(self, element: Element) -> bool:
        return local(element) == "p" and self._docx.style_of(element).nom.startswith("toc")

    def _niveau(self, element: Element) -> int | None:
        """The level of a heading in the plan, from 0; None for what is none."""
        if local(element) != "p" or not read_texte(element):
            return None
        style = self._docx.style_of(element)
        if style.nom == "title":
            return None
        propre = element.find(f"{w('pPr')}/{w('outlineLvl')}")
        niveau = style.niveau if propre is None else read_entier(propre, w("val"), 9)
        return niveau if niveau is not None and niveau < 9 else None

    def _read_all(self, elements: list[Element]) -> Iterator[Bloc]:
        for element in elements:
            yield from self._read_tbl(element) if local(element) == "tbl" else self._read_p(element)
        yield from self._close()

    def _close(self) -> Iterator[Bloc]:
        """The list that ends, and a caption that nothing follows."""
        if self._puces:
            yield from nest(self._puces)
            self._puces = []
        if self._legende is not None:
            legende, self._legende = self._legende, None
            yield legende

    def _read_tbl(self, element: Element) -> Iterator[Bloc]:
        legende, self._legende = self._legende, None
        yield from self._close()
        contenu = Markup("") if legende is None else legende.contenu
        lu = read_tableau(self._docx, self._textes, element, contenu)
        if isinstance(lu, Chiffres):
            if legende is not None:
                yield legende
            yield lu
            return
        ancre = self._ancres.find(element) or (legende.ancre if legende else "")
        yield replace(lu, ancre=ancre, numero=next(self._numeros))

    def _read_p(self, element: Element) -> Iterator[Bloc]:
        if (niveau := self._niveau(element)) is not None:
            yield from self._close()
            self._dernier = min(niveau + 2, self._dernier + 1, 6)
            yield Titre(self._dernier, self._ancres.find(element), self._textes.write(element))
            return
        if figures := tuple(self._figures.list(element)):
            legende, self._legende = self._legende, None
            yield from self._close()
            droite = element.find(f"{w('pPr')}/{w('framePr')}") is not None
            ancre = self._ancres.find(element) or (legende.ancre if legende else "")
            yield Figure(legende.contenu if legende else Markup(""), figures, droite, ancre)
        if contenu := self._textes.write(element):
            yield from self._read_texte(element, contenu)

    def _read_texte(self, element: Element, contenu: Markup) -> Iterator[Bloc]:
        style = self._docx.style_of(element)
        proprietes = element.find(w("pPr"))
        liste = (None if proprietes is None else read_liste(proprietes)) or style.liste
        classe = _CLASSES.get(style.nom, _shorten(style.nom))
        if liste is not None and liste[0] != "0":
            if self._legende is not None:
                yield from self._close()
            numerotee = self._docx.numerotees.get(liste, False)
            self._puces.append(Puce(liste[1], numerotee, liste[0], contenu))
            return
        yield from self._close()
        paragraphe = Paragraphe(contenu, classe, self._ancres.find(element))
        if classe == "legende":
            self._legende = paragraphe
        else:
            yield paragraphe

    def _read_notes(self) -> Iterator[Note]:
        """The notes in the order in which the text calls them; a note calls no other."""
        self._textes.appels = False
        for (sorte, identifiant), numero in self._textes.notes.items():
            racine = self._docx.part(_NOTES[sorte])
            notes = () if racine is None else racine.iter(w(sorte))
            trouvee = next((n for n in notes if n.get(w("id")) == identifiant), None)
            textes = [] if trouvee is None else [*map(self._textes.write, trouvee.iter(w("p")))]
            yield Note(numero, Markup("<br>").join(texte for texte in textes if texte))


def _is_sommaire(controle: Element) -> bool:
    galerie = controle.find(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}")
    return galerie is not None and galerie.get(w("val")) == "Table of Contents"


def _shorten(nom: str) -> str:
    """The class of a paragraph of the cover, by its style."""
    return "de-couverture" if nom.startswith("couverture") else ""
