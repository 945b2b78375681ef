"""What the styles and lists of a fragment of Word mean: headings, items, captions, quotations."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

from rapportpv.french.lexique import fold
from rapportpv.texts.word.paquet_word import Paquet, attribut, enfant, nom

if TYPE_CHECKING:
    from rapportpv.texts.word.paquet_word import Element

Genre = Literal["corps", "titre", "element", "citation", "legende"]

_TITRE = re.compile(r"(?:heading|titre|title) ?([1-9])?")
_LISTE = re.compile(r"(?:list (?P<en>bullet|number)|liste? a (?P<fr>puces|numeros)) ?(?P<rang>\d)?")
_CITATIONS = {"quote", "intense quote", "citation", "citation intense"}
_LEGENDES = {"caption", "legende"}
_PUCES = {"bullet", "none"}
_NON = {"0", "false", "off"}


class Forme(Struct, frozen=True):
    """What a paragraph is. Of an item: how deep it is, and its number in a numbered list."""

    genre: Genre = "corps"
    niveau: int = 1
    numero: int | None = None


class Styles(Struct):
    """The styles of a fragment, and how far its numbered lists have come."""

    styles: dict[str, "Element"]
    listes: dict[tuple[str, int], tuple[bool, int]]  # numbered or not, and its first number
    compteurs: dict[tuple[str, int], int] = field(default_factory=dict)

    def forme(self, proprietes: "Element | None") -> Forme:
        """What a paragraph of those properties is; a numbered item takes its number."""
        chaine = list(self._chain(attribut(enfant(proprietes, "pStyle"), "val")))
        noms = [fold(attribut(enfant(style, "name"), "val") or "") for style in chaine]
        for un in noms:
            if trouve := _TITRE.fullmatch(un):
                return Forme("titre", int(trouve[1] or 1))
        if _CITATIONS & set(noms):
            return Forme("citation")
        if _LEGENDES & set(noms):
            return Forme("legende")
        sources = [proprietes, *(enfant(style, "pPr") for style in chaine)]
        niveaux = (attribut(enfant(source, "outlineLvl"), "val") for source in sources)
        plan = next((n for n in niveaux if n), None)
        if plan and plan.isdecimal() and int(plan) < 9:
            return Forme("titre", int(plan) + 1)
        return self._element(sources, noms)

    def is_on(self, proprietes: "Element | None", attribut_de_style: str) -> bool:
        """Whether a run of those properties is bold («b») or in italics («i»)."""
        directe = enfant(proprietes, attribut_de_style)
        if directe is not None:
            return (attribut(directe, "val") or "1") not in _NON
        style = attribut(enfant(proprietes, "rStyle"), "val")
        trouves = (enfant(s, "rPr", attribut_de_style) for s in self._chain(style))
        premier = next((t for t in trouves if t is not None), None)
        return premier is not None and (attribut(premier, "val") or "1") not in _NON

    def _chain(self, code: str | None) -> "Iterator[Element]":
        """The style of that code, then those that it is based on."""
        vus: set[str] = set()
        while code and code in self.styles and code not in vus:
            vus.add(code)
            yield self.styles[code]
            code = attribut(enfant(self.styles[code], "basedOn"), "val")

    def _element(self, sources: "list[Element | None]", noms: list[str]) -> Forme:
        listes = (enfant(source, "numPr") for source in sources)
        numerotation = next((liste for liste in listes if liste is not None), None)
        code = attribut(enfant(numerotation, "numId"), "val")
        nomme = next((t for t in map(_LISTE.fullmatch, noms) if t), None)
        if code == "0" or (code is None and nomme is None):
            return Forme()
        rang = attribut(enfant(numerotation, "ilvl"), "val") or "0"
        niveau = int(rang) if rang.isdecimal() else 0
        if nomme and nomme["rang"] and niveau == 0:
            niveau = int(nomme["rang"]) - 1
        par_le_nom = (bool(nomme and (nomme["en"] == "number" or nomme["fr"] == "numeros")), 1)
        ordonnee, debut = self.listes.get((code or "", niveau), par_le_nom)
        return Forme(
            "element", niveau, self._count(code or "", niveau, debut) if ordonnee else None
        )

    def _count(self, code: str, niveau: int, debut: int) -> int:
        numero = self.compteurs.get((code, niveau), debut - 1) + 1
        plus_bas = {
            cle: n for cle, n in self.compteurs.items() if cle[0] != code or cle[1] < niveau
        }
        self.compteurs = {**plus_bas, (code, niveau): numero}
        return numero


def read_styles(paquet: Paquet) -> Styles:
    """The styles and lists of a fragment."""
    racine, numerotation = paquet.find("styles"), paquet.find("numbering")
    styles = {attribut(e, "styleId") or "": e for e in _children(racine, "style")}
    return Styles(styles, dict(_read_listes(numerotation)))


def _read_listes(racine: "Element | None") -> Iterator[tuple[tuple[str, int], tuple[bool, int]]]:
    abstraites = {attribut(e, "abstractNumId"): e for e in _children(racine, "abstractNum")}
    for liste in _children(racine, "num"):
        abstraite = abstraites.get(attribut(enfant(liste, "abstractNumId"), "val"))
        departs = {
            attribut(e, "ilvl"): attribut(enfant(e, "startOverride"), "val")
            for e in _children(liste, "lvlOverride")
        }
        for niveau in _children(abstraite, "lvl"):
            rang = attribut(niveau, "ilvl") or ""
            debut = departs.get(rang) or attribut(enfant(niveau, "start"), "val") or "1"
            genre = attribut(enfant(niveau, "numFmt"), "val") or "decimal"
            if rang.isdecimal():
                cle = (attribut(liste, "numId") or "", int(rang))
                yield cle, (genre not in _PUCES, int(debut) if debut.isdecimal() else 1)


def _children(element: "Element | None", cherche: str) -> "Iterator[Element]":
    return (e for e in (element if element is not None else ()) if nom(e) == cherche)
