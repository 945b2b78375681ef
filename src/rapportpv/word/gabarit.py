"""One part of a template rendered: docxtpl's cleaning, Jinja, then XML again."""

import html
import re
import sys
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from types import CodeType, TracebackType
from typing import Any

import jinja2
from jinja2 import Template
from jinja2.exceptions import TemplateSyntaxError
from lxml import etree

from rapportpv.core import bac
from rapportpv.core.anomalie import Anomalie
from rapportpv.word import balises, filtres
from rapportpv.word import jinja as langue
from rapportpv.word.balises import ECHAPPEE
from rapportpv.word.fautes import Lieu, excerpt, tell, tell_exception, tell_inconnu
from rapportpv.word.grilles import fit_grids
from rapportpv.word.inconnu import NomInconnu
from rapportpv.word.jinja import build_environment
from rapportpv.word.marques import strip_marques
from rapportpv.word.ooxml import Element, parse
from rapportpv.word.reserve import keep_code, name_entry, read_code
from rapportpv.word.rules.pv902_modele_syntaxe import PV902
from rapportpv.word.vues import Groupe
from rapportpv.word.vues_tableaux import Tableaux
from rapportpv.word.vues_textes import Collection

_BALISE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_BLOC = re.compile(r"(?:\{%[-+]?\s*|^\s*)(end)?(?:if|for|macro|block|filter|call)\b")
_XML = re.compile(r"</?[A-Za-z][^<>]*>")  # not the «<» of a comparison
_JETON = re.compile(r"</?[A-Za-z][^<>]*>|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_A_COUPER = re.compile("[\t\n\a\f]")  # what docxtpl makes tabs, lines and pages of
_OUVERTES = 500  # past these, cleaning the part would take minutes
_DANS_UNE_BALISE_XML = re.compile("<[^<>]*[\U000f0000-\U000ffffd][^<>]*>")


class Gabarit:
    """Renders parts of a template with one context; what is wrong is added to `anomalies`."""

    def __init__(self, modele: str, contexte: Mapping[str, Any]) -> None:
        self._modele = modele
        self._contexte = contexte
        self._connus = list(known_names(contexte))
        self._inconnus: list[NomInconnu] = []
        self._environnement = build_environment(self._inconnus.append)
        self.anomalies: list[Anomalie] = []

    def render(self, racine: Element, partie: str) -> Element | None:
        """The part with its tags replaced; None when it cannot be had."""
        source = etree.tostring(racine, encoding="unicode")
        if "{" not in source:
            return racine
        avec_tc = "{%tc" in source
        rendu = self._render(*_prepare(source), Lieu(self._modele, partie))
        return None if rendu is None else self._to_xml(rendu, Lieu(self._modele, partie), avec_tc)

    def render_texte(self, texte: str, partie: str) -> str:
        """A property of the document with its tags replaced."""
        rendu = self._render(texte, None, Lieu(self._modele, partie))
        return html.unescape(rendu or "")

    def evaluate(self, expression: str) -> str | None:
        """What a text's call prints, marks and all; None when it gives nothing."""
        self._inconnus.clear()
        self._environnement.effort.renew()
        try:
            calcul = self._environnement.compile_expression(expression, undefined_to_none=False)
            affiche = str(calcul(self._contexte))
        except Exception:  # an expression is code: it may raise anything
            return None
        return None if self._inconnus else affiche

    def _render(self, source: str, code: CodeType | None, lieu: Lieu) -> str | None:
        self._inconnus.clear()
        self._environnement.effort.renew()
        lignes = source.split("\n")
        rendu = None
        try:
            rendu = self._load(source, code).render(self._contexte)
        except TemplateSyntaxError as cause:
            ligne = _ligne_ouverte(lignes) if "end of template" in str(cause) else cause.lineno
            self.anomalies.append(tell_exception(cause, lieu, _texte(lignes, ligne)))
        except Exception as cause:  # a template is code: it may raise anything
            ligne = _ligne_of(cause.__traceback__)
            self.anomalies.append(tell_exception(cause, lieu, _texte(lignes, ligne)))
        for inconnu in {(i.chemin, i.ligne): i for i in self._inconnus}.values():
            self.anomalies.append(
                tell_inconnu(inconnu, lieu, _texte(lignes, inconnu.ligne), self._connus)
            )
        return None if self._inconnus else rendu

    def _load(self, source: str, code: CodeType | None) -> Template:
        environnement = self._environnement
        globales = environnement.make_globals(None)
        code = code or _compile(source)
        return environnement.template_class.from_code(environnement, code, globales)

    def _to_xml(self, rendu: str, lieu: Lieu, avec_tc: bool) -> Element | None:
        """The rendered text as XML again: figures in attributes lose their marks."""
        rendu = _DANS_UNE_BALISE_XML.sub(lambda balise: strip_marques(balise[0]), rendu)
        try:
            parse(rendu.encode())
        except etree.XMLSyntaxError as cause:
            texte = _texte(rendu.split("\n"), cause.lineno or 0)
            self.anomalies.append(_tell_chevauchement(lieu, strip_marques(texte)))
            return None
        final = rendu.replace("\n<w:p", "<w:p")
        if _A_COUPER.search(final):
            from docxtpl import DocxTemplate  # not for nothing: it imports python-docx

            final = DocxTemplate(None).resolve_listing(final)
        racine = parse(final.encode())
        if avec_tc:
            fit_grids(racine)
        return racine


@lru_cache(maxsize=32)
def _prepare(source: str) -> tuple[str, CodeType | None]:
    """The XML of a part as Jinja reads it, and its code, kept from a run to the next.

    No code when it cannot be compiled: that is told later, with the place.
    """
    faiseurs = _makers()
    nom = name_entry(source, faiseurs) if faiseurs else ""
    if nom and (garde := read_code(nom)) is not None:
        return garde
    nette = _clean(source)
    try:
        code = _compile(nette)
    except Exception:  # found again by whoever renders, and told there
        return nette, None
    if nom:
        keep_code(nom, nette, code)
    return nette, code


@cache
def _makers() -> str:
    """What makes the code of a part: libraries, our own modules as they are; «» if unknown."""
    spec = find_spec("docxtpl")
    notres = (balises, filtres, bac, langue, sys.modules[__name__])
    try:
        dossier = Path(spec.origin).parent if spec and spec.origin else Path()
        fichiers = [dossier / "template.py", *(Path(module.__file__ or "") for module in notres)]
        return "\0".join([jinja2.__version__, *(f.read_text("utf-8") for f in fichiers)])
    except OSError:  # in an archive, for instance
        return ""


def _clean(source: str) -> str:
    """The XML of a part as Jinja reads it: its tags whole, its lines numbered."""
    from docxtpl import DocxTemplate

    return number_lines(DocxTemplate(None).patch_xml(_one_line(source)))


@lru_cache(maxsize=32)
def _compile(source: str) -> CodeType:
    """The code of a part, the same for every report of a batch; what it calls is told later."""
    return build_environment(lambda _inconnu: None).compile(source)


def known_names(contexte: Mapping[str, Any], prefixe: str = "") -> list[str]:
    """Every dotted name of the context."""
    noms: list[str] = []
    for nom, valeur in contexte.items():
        noms.append(f"{prefixe}{nom}")
        if isinstance(valeur, Groupe):
            noms.extend(known_names(valeur, f"{prefixe}{nom}."))
        elif isinstance(valeur, Tableaux | Collection):
            noms.extend(f"{prefixe}{nom}.{membre}" for membre in valeur.noms())
    return noms


def number_lines(source: str) -> str:
    """The source with a paragraph, or a tag that stands for one, at the start of each line.

    A line number of Jinja then leads to the paragraph. The breaks are put where they print
    nothing: between paragraphs, and inside tags.
    """
    dans_texte = False

    def cut(jeton: re.Match[str]) -> str:
        nonlocal dans_texte
        texte = jeton[0]
        if texte.startswith("<"):
            dans_texte = texte == "<w:t>" or texte.startswith("<w:t ")
            return f"\n{texte}" if re.match("<w:p[ >]", texte) else texte
        tete = 3 if texte[2] in "-+" else 2
        return texte if dans_texte else f"{texte[:tete]}\n{texte[tete:]}"

    return _JETON.sub(cut, _BALISE.sub(_straighten, ECHAPPEE.sub(_unescape, source)))


def check_ouvertes(source: str, lieu: Lieu) -> list[Anomalie]:
    """PV902 for a part whose braces are left open by the hundred: reading it would take minutes."""
    return [_tell_ouvertes(lieu)] if _count_open(source) > _OUVERTES else []


def _count_open(source: str) -> int:
    """How many braces are left open at most, at any place of the source."""
    ouvertes = plus = 0
    for accolade in re.finditer("[{}]", source):
        ouvertes = max(0, ouvertes + (1 if accolade[0] == "{" else -1))
        plus = max(plus, ouvertes)
    return plus


def _one_line(source: str) -> str:
    """Line breaks of the XML file, which mean a space, as spaces: Jinja's would be real ones."""
    return re.sub(r"\s*[\r\n]\s*", " ", source)


def _unescape(echappee: re.Match[str]) -> str:
    """Docxtpl's way to print a brace twice, told in Jinja: its own would change users' texts."""
    return f'{{{{ "{echappee[0].replace("_", "")}" }}}}'


def _straighten(balise: re.Match[str]) -> str:
    """What Word's automatic correction and XML do to the quotes of a tag, undone."""
    texte = balise[0].replace("&quot;", '"').replace("&amp;", "&")
    if '"' not in texte:
        texte = re.sub("«\\s*|\\s*»", '"', texte)
    return texte


def _texte(lignes: list[str], numero: int) -> str:
    """The visible text of a line of the source."""
    if not 0 < numero <= len(lignes):
        return ""
    ligne = lignes[numero - 1]
    texte = re.sub(r"\{[%{][-+]?$", "", html.unescape(_XML.sub("", ligne)))  # the next tag's head
    return texte if ligne.startswith("<w:p") or numero == 1 else f"{{%p{texte}"


def _ligne_ouverte(lignes: list[str]) -> int:
    """The line of the last block tag that nothing closes: Jinja only tells the end of the part."""
    ouvertes: list[int] = []
    for numero, ligne in enumerate(lignes, start=1):
        for fin in _BLOC.findall(ligne):
            if not fin:
                ouvertes.append(numero)
            elif ouvertes:
                ouvertes.pop()
    return ouvertes[-1] if ouvertes else len(lignes)


def _ligne_of(trace: TracebackType | None) -> int:
    """The deepest line of the template in a traceback."""
    ligne = 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            ligne = trace.tb_lineno
        trace = trace.tb_next
    return ligne


def _tell_chevauchement(lieu: Lieu, paragraphe: str) -> Anomalie:
    return tell(
        PV902,
        lieu.at(paragraphe),
        excerpt(paragraphe),
        "elle s'ouvre dans un paragraphe et se ferme dans un autre",
        "Écrivez {%p if … %} et {%p endif %}, chacune seule dans son paragraphe.",
    )


def _tell_ouvertes(lieu: Lieu) -> Anomalie:
    return tell(
        PV902,
        lieu.at(""),
        "{{",
        "des centaines d'accolades s'ouvrent et ne se ferment pas",
        "Fermez chaque balise, ou reprenez une copie du modèle.",
    )
