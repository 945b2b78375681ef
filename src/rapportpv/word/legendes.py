"""Captions above tables and figures, numbered by Word with those of the template."""

from html import escape

from rapportpv.core.prose import Contenu
from rapportpv.word.en_ligne import Encre
from rapportpv.word.ooxml import Element, make_all
from rapportpv.word.paragraphes import make_paragraphe

_STYLE_DE_NUMERO = "numéro de légende"
"""The name of the built-in template's character style of «Tableau 1.»."""


def make_legende(mot: str, contenu: Contenu, encre: Encre) -> Element:
    """The caption of a «Figure» or a «Tableau», that stays with what it stands above."""
    styles = encre.redaction.styles
    numero = styles.find(_STYLE_DE_NUMERO, sorte="character")
    look = f'<w:rPr><w:rStyle w:val="{numero}"/></w:rPr>' if numero else ""
    style = styles.find("caption")
    proprietes = "<w:keepNext/>" + ("" if style else '<w:spacing w:before="120" w:after="60"/>')
    runs = [*make_all(_numero(mot, look)), *encre.write(contenu)]
    return make_paragraphe(style, runs, proprietes)


def _numero(mot: str, look: str) -> str:
    def run(contenu: str) -> str:
        return f"<w:r>{look}{contenu}</w:r>"

    def texte(mots: str) -> str:
        return run(f'<w:t xml:space="preserve">{escape(mots)}</w:t>')

    def marque(sorte: str) -> str:
        return run(f'<w:fldChar w:fldCharType="{sorte}"/>')

    code = run(rf'<w:instrText xml:space="preserve"> SEQ {mot} \* ARABIC </w:instrText>')
    champ = f"{marque('begin')}{code}{marque('separate')}{texte('1')}{marque('end')}"
    return f"{texte(f'{mot} ')}{champ}{texte('. ')}"
