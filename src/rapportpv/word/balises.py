"""What is wrong with the tags of a template and would raise nothing when it is rendered."""

import re
from collections.abc import Collection, Iterator

from rapportpv.core.anomalie import Anomalie
from rapportpv.word.fautes import Lieu, excerpt
from rapportpv.word.ooxml import WP, Element, ancestor, w
from rapportpv.word.rules.pv905_modele_balise_visible import PV905
from rapportpv.word.rules.pv907_modele_texte_efface import PV907

ECHAPPEE = re.compile(r"\{_[{%]|[}%]_\}")  # docxtpl's way to print a brace twice
_ENTIERE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_RESTE = re.compile(r"\{+[^{}]*\}*|[^{}\s]*\s*\}{2,}|[^{}%\s]*\s*%\}")
_DOUBLE = re.compile(r"\{\{|\}\}|\{%|%\}")
_SIMPLE = re.compile(r"\{\s*([A-Za-z_][\w.]*)\s*\}")
_EMPORTE = {"p": "p", "tr": "tr", "tc": "tc"}


def check_balises(racine: Element, lieu: Lieu, connus: Collection[str]) -> Iterator[Anomalie]:
    """PV905 for each tag that would be printed, PV907 for each text that would be erased."""
    textes = {paragraphe: own_texte(paragraphe) for paragraphe in racine.iter(w("p"))}
    for texte in (*textes.values(), *_alternatives(racine)):
        if "{" in texte or "}" in texte:
            yield from _check_visible(texte, lieu, connus)
    for paragraphe, texte in textes.items():
        for lettre, element in _EMPORTE.items():
            if f"{{%{lettre} " in texte or f"{{{{{lettre} " in texte:
                yield from _check_efface(paragraphe, lettre, element, lieu)


def own_texte(paragraphe: Element) -> str:
    """The text of a paragraph, without that of the text boxes anchored in it."""
    return "".join(
        t.text or "" for t in paragraphe.iter(w("t")) if ancestor(t, w("p")) is paragraphe
    )


def _alternatives(racine: Element) -> Iterator[str]:
    for dessin in racine.iter(f"{{{WP}}}docPr"):
        yield from (dessin.get(attribut) or "" for attribut in ("descr", "title"))


def _check_visible(texte: str, lieu: Lieu, connus: Collection[str]) -> Iterator[Anomalie]:
    for trouve in _RESTE.finditer(_ENTIERE.sub(" ", ECHAPPEE.sub(" ", texte))):
        simple = _SIMPLE.fullmatch(trouve[0])
        if _DOUBLE.search(trouve[0]) or (simple and simple[1] in connus):
            yield PV905.at(
                lieu.at(texte, trouve[0]),
                valeur=excerpt(trouve[0]),
                suggestion="Écrivez {{ nom }} ou {% mot %}, avec deux signes de chaque côté.",
            )


def _check_efface(paragraphe: Element, lettre: str, element: str, lieu: Lieu) -> Iterator[Anomalie]:
    porteur = paragraphe if element == "p" else ancestor(paragraphe, w(element))
    if porteur is None:
        return
    texte = " ".join(own_texte(p) for p in porteur.iter(w("p")))
    balise = re.compile(r"(\{%|\{\{)" + lettre + r" .*?[%}]\}", re.DOTALL)
    reste = excerpt(balise.sub(" ", texte, count=1))
    if reste:
        yield PV907.at(
            lieu.at(texte, reste),
            valeur=reste,
            suggestion="Mettez-le dans un paragraphe (ou une ligne) à part.",
        )
