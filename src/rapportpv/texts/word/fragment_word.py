"""A fragment of Word, read into blocks: its styles say what is a heading, an item, a caption."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from rapportpv.core.prose import (
    Appel,
    Contenu,
    EnLigne,
    Fragment,
    Illustration,
    Note,
    Prose,
    Retour,
    TableauSimple,
)
from rapportpv.texts.contenu import make_contenu
from rapportpv.texts.entete import CLES, Ligne, find_entete, split_ligne
from rapportpv.texts.images import Phototheque
from rapportpv.texts.releve import Releve
from rapportpv.texts.word.assemblage_word import Morceau, assemble
from rapportpv.texts.word.ligne_word import LecteurDeLigne
from rapportpv.texts.word.paquet_word import (
    TexteRefuseError,
    attribut,
    descendants,
    enfant,
    nom,
    open_paquet,
    parse,
)
from rapportpv.texts.word.styles_word import Forme, read_styles

if TYPE_CHECKING:
    from rapportpv.texts.word.paquet_word import Element

_PUCE = re.compile(r"\s*(?:[•·▪‣◦●]\s*|[-\u2013\u2014]\s+)(?=\S)")
_ENVELOPPES = {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "Choice"}
_SOMMAIRE = "Table of Contents"
_ELEMENTS = 150_000  # of XML; fifty pages of a section have some 30,000


class Lu(Struct, frozen=True):
    """A fragment of Word: its lines of front matter, its blocks, its words a paragraph a line."""

    entete: tuple[Ligne, ...]
    prose: Prose
    contenu: str


def read_word(octets: bytes, releve: Releve, phototheque: Phototheque) -> Lu:
    """What a fragment says; what the report cannot print is told.

    Raises TexteRefuseError for a file that is no .docx, or is not safe to read.
    """
    paquet = open_paquet(octets)
    notes = {
        (genre, attribut(note, "id") or ""): note
        for genre in ("footnote", "endnote")
        if (racine := paquet.find(f"{genre}s")) is not None
        for note in racine
    }
    corps = enfant(parse(paquet.parts[paquet.document]), "body")
    if corps is not None and sum(1 for _ in corps.iter()) > _ELEMENTS:
        raise TexteRefuseError("trop_grand")
    ligne = LecteurDeLigne(paquet, read_styles(paquet), releve, phototheque, notes)
    lecteur = _Lecteur(ligne)
    try:
        morceaux = list(lecteur.read(corps))
    except RecursionError as cause:
        raise TexteRefuseError("abime") from cause
    rang = _count_entete(morceaux)
    entete = tuple(Ligne(m.numero, m.texte) for m in morceaux[:rang])
    return Lu(entete, Prose(tuple(assemble(morceaux[rang:]))), "\n\n".join(lecteur.textes))


def _count_entete(morceaux: list[Morceau]) -> int:
    """How many paragraphs the front matter has.

    Word turns a typed «---» into a border: known keys at the very top are a front matter too.
    """
    textes = [morceau.texte for morceau in morceaux]
    if rang := find_entete(textes):
        return rang
    for rang, texte in enumerate(textes):
        ligne = split_ligne(texte)
        if ligne is None or CLES.find(ligne[0]) is None or morceaux[rang].forme.genre != "corps":
            return rang
    return 0


class _Lecteur(Struct):
    ligne: LecteurDeLigne
    textes: list[str] = field(default_factory=list)  # of each paragraph so far

    def read(self, element: "Element | None") -> Iterator[Morceau]:
        """The paragraphs and tables below an element, whatever wraps them."""
        for fils in element if element is not None else ():
            genre = nom(fils)
            if genre == "p":
                yield self._read_paragraphe(fils)
            elif genre == "tbl":
                yield from self._read_tableau(fils)
            elif genre == "altChunk":
                self.ligne.numero = len(self.textes)
                self.ligne.tell("incorpore")
            elif (genre in _ENVELOPPES and not _is_sommaire(fils)) or genre == "AlternateContent":
                yield from self.read(fils)

    def _read_paragraphe(self, element: "Element") -> Morceau:
        self.ligne.numero = len(self.textes) + 1
        elements = list(self.ligne.read(element))
        self.textes.append(_flatten(elements))
        forme = self.ligne.styles.forme(enfant(element, "pPr"))
        puce = _PUCE.match(self.textes[-1])
        if forme.genre == "corps" and puce:
            forme, elements = Forme("element", 0), _drop(elements, puce.end())
        return Morceau(self.ligne.numero, self.textes[-1], forme, tuple(elements))

    def _read_tableau(self, element: "Element") -> Iterator[Morceau]:
        """A table, and after it the pictures of its cells."""
        debut, images = len(self.textes) + 1, list[Illustration]()
        lignes = []
        for rangee in _rows(element):
            cases: list[Contenu] = []
            for case in (c for c in descendants(rangee, "tc") if _parent(c, "tr") is rangee):
                contenu, siennes = self._read_case(case)
                largeur = attribut(enfant(case, "tcPr", "gridSpan"), "val") or "1"
                vides = min(int(largeur), 63) - 1 if largeur.isdecimal() else 0
                cases += [contenu, *[()] * vides]
                images += siennes
            lignes.append(cases)
        large = max(map(len, lignes), default=0)
        pleines = [(*cases, *[()] * (large - len(cases))) for cases in lignes]
        if any(map(any, pleines)):
            tableau = TableauSimple(pleines[0], tuple(pleines[1:]))
            yield Morceau(debut, "", Forme(), tuple(images), tableau)
        elif images:
            yield Morceau(debut, "", Forme(), tuple(images))

    def _read_case(self, case: "Element") -> tuple[Contenu, list[Illustration]]:
        elements: list[EnLigne | Illustration] = []
        for paragraphe in descendants(case, "p"):
            elements += [*self._read_paragraphe(paragraphe).elements, Retour()]
        if any(e is not case for e in descendants(case, "tc")):
            self.ligne.tell("imbrique")
        images = [e for e in elements if isinstance(e, Illustration)]
        return make_contenu(e for e in elements if not isinstance(e, Illustration)), images


def _rows(tableau: "Element") -> "Iterator[Element]":
    """The rows of a table, without those of a table in one of its cells, nor the deleted ones."""
    for rangee in descendants(tableau, "tr"):
        if _parent(rangee, "tbl") is tableau and enfant(rangee, "trPr", "del") is None:
            yield rangee


def _parent(element: "Element", cherche: str) -> "Element | None":
    return next((e for e in element.iterancestors() if nom(e) == cherche), None)


def _is_sommaire(element: "Element") -> bool:
    galerie = enfant(element, "sdtPr", "docPartObj", "docPartGallery")
    return attribut(galerie, "val") == _SOMMAIRE


def _flatten(elements: Iterable[EnLigne | Illustration]) -> str:
    """The words of a paragraph on one line, those of its notes between parentheses."""
    mots = []
    for element in elements:
        if isinstance(element, Fragment):
            mots.append(element.texte)
        elif isinstance(element, Appel):  # in a note, which is read already
            mots.append(f"{{{{ {element.expression} }}}}")
        elif isinstance(element, Retour):
            mots.append(" ")
        elif isinstance(element, Note):
            mots.append(f" ({_flatten(element.contenu)})")
    return re.sub(r"[\n\r]", " ", "".join(mots))


def _drop(elements: list[EnLigne | Illustration], combien: int) -> list[EnLigne | Illustration]:
    """The elements without so many letters at their beginning."""
    reste: list[EnLigne | Illustration] = []
    for element in elements:
        if isinstance(element, Fragment) and combien:
            coupe = min(combien, len(element.texte))
            combien -= coupe
            reste.append(replace(element, texte=element.texte[coupe:]))
        else:
            reste.append(element)
    return reste
