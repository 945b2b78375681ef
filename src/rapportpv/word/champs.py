"""Fields of Word: what they show before Word computes them again."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from rapportpv.word.ooxml import Element, ancestor, make, make_texte, w

_COMPOSANTS = (w("fldChar"), w("instrText"), w("fldSimple"))


class Champ(Struct):
    """A field: its code, and the marks between which its result stands."""

    debut: Element
    code: str = ""
    separateur: Element | None = None
    fin: Element | None = None

    @property
    def mots(self) -> list[str]:
        r"""The code as words, those in quotes whole: ['TOC', '\o', '1-2']."""
        return [mot.strip('"') for mot in re.findall(r'"[^"]*"|\S+', self.code)]

    @property
    def genre(self) -> str:
        """The first word of the code: TOC, SEQ, REF."""
        return self.mots[0].upper() if self.mots else ""

    def option(self, lettre: str) -> str | None:
        """What follows a switch of the code, '' if nothing does, None without the switch."""
        mots = self.mots
        if f"\\{lettre}" not in mots:
            return None
        suite = mots[mots.index(f"\\{lettre}") + 1 :][:1]
        return "" if not suite or suite[0].startswith("\\") else suite[0]


def find_champs(racine: Element) -> list[Champ]:
    """The complete fields of a part, in the order in which they begin."""
    pile: list[Champ] = []
    champs: list[Champ] = []
    for element in racine.iter(*_COMPOSANTS):
        if element.tag == w("fldSimple"):
            champs.append(Champ(element, element.get(w("instr")) or ""))
        elif element.tag == w("instrText"):
            if pile and pile[-1].separateur is None:
                pile[-1].code += element.text or ""
        elif element.get(w("fldCharType")) == "begin":
            pile.append(Champ(element))
            champs.append(pile[-1])
        elif pile and element.get(w("fldCharType")) == "separate":
            pile[-1].separateur = element
        elif pile and element.get(w("fldCharType")) == "end":
            pile.pop().fin = element
    return [c for c in champs if c.fin is not None or c.debut.tag == w("fldSimple")]


def number_sequences(racines: Sequence[Element]) -> None:
    """Give each caption the number that Word would («Tableau 1», «Tableau 2»)."""
    compteurs: dict[str, int] = {}
    for racine in racines:
        for champ in find_champs(racine):
            if champ.genre == "SEQ" and len(champ.mots) > 1:
                nom = champ.mots[1]
                repart = champ.option("r")
                if repart and repart.isdigit():
                    compteurs[nom] = int(repart)
                elif champ.option("c") is None:
                    compteurs[nom] = compteurs.get(nom, 0) + 1
                set_resultat(champ, str(compteurs.get(nom, 0)))


def fill_renvois(racines: Sequence[Element]) -> None:
    """Give each cross-reference the text of what it refers to («Tableau 2»)."""
    cibles = {
        debut.get(w("name")): debut
        for racine in racines
        for debut in racine.iter(w("bookmarkStart"))
    }
    for racine in racines:
        for champ in find_champs(racine):
            cible = cibles.get(champ.mots[1]) if champ.genre == "REF" and champ.mots[1:] else None
            texte = "" if cible is None else _texte_of(cible)
            if texte:
                set_resultat(champ, texte)


def set_resultat(champ: Champ, texte: str) -> None:
    """Replace the result that a field shows."""
    textes = list(_textes(champ))
    if textes:
        textes[0].text = texte
        for reste in textes[1:]:
            reste.text = ""
    elif champ.debut.tag == w("fldSimple"):
        champ.debut.append(make("r", make_texte(texte)))
    elif champ.fin is not None:
        if champ.separateur is None:
            champ.separateur = make("fldChar", fldCharType="separate")
            champ.fin.addprevious(champ.separateur)
        champ.separateur.addnext(make_texte(texte))


def _textes(champ: Champ) -> Iterator[Element]:
    """The texts of the result."""
    if champ.debut.tag == w("fldSimple"):
        yield from champ.debut.iter(w("t"))
        return
    paragraphe = ancestor(champ.debut, w("p"))
    if paragraphe is None or champ.separateur is None:
        return
    yield from _between(paragraphe, champ.separateur, champ.fin)


def _between(racine: Element, debut: Element, fin: Element | None) -> Iterator[Element]:
    dedans = False
    for element in racine.iter(debut.tag, w("t"), w("fldChar"), w("bookmarkEnd")):
        if element is fin:
            return
        dedans = dedans or element is debut
        if dedans and element.tag == w("t"):
            yield element


def _texte_of(signet: Element) -> str:
    """The text between a bookmark's beginning and its end, in its paragraph."""
    paragraphe = ancestor(signet, w("p"))
    if paragraphe is None:
        return ""
    numero = signet.get(w("id"))
    fins = (e for e in paragraphe.iter(w("bookmarkEnd")) if e.get(w("id")) == numero)
    fin = next(fins, None)
    if fin is None:
        return ""
    return "".join(t.text or "" for t in _between(paragraphe, signet, fin))
