"""The texts of the report: their sentences, what is typed in them, the figures that they call."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rapportpv.model.emplacement import Emplacement
from rapportpv.model.lexique import squash
from rapportpv.model.typographie import MOIS

TEXTES = "textes"
"""The folder of a year's texts."""

MASQUE = "¤"
"""What stands for a passage whose numbers are nobody's figures."""

_MOIS = "|".join(MOIS)
_COMMENTAIRE = re.compile(r"<!--.*?-->|\{#.*?#\}", re.DOTALL)
_APPEL = re.compile(r"\{\{[-+]?\s*(?P<nom>[^\W\d]\w*(?:\.\w+)*)\s*(?:\|[^}]*)?\}\}")
_HORS_SUJET = re.compile(
    r"<!--.*?-->|\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}"
    r"|\]\([^)]*\)|<?https?://\S+|\bwww\.\S+|\S+@\S+\.\w+|\[\^[^\]]*\]"  # links, mails, notes
    r"|(?<![\w+])(?:\+33 ?|0)[1-9](?:[ .-]?\d{2}){4}(?!\d)"  # telephone
    r"|\bn[°º]s?\s*[\w./-]+|\b(?:num[ée]ros?|articles?)\s+\d[\w./-]*"  # délibérations, laws
    r"|\b[LRD]\. ?\d[\d-]*"
    rf"|\b\d{{1,2}}(?:er)? (?:{_MOIS})(?: \d{{4}})?|\b(?:{_MOIS}) \d{{4}}"  # dates, hours
    r"|\b\d{1,2}/\d{1,2}/\d{2,4}|\b\d{4}-\d{2}-\d{2}|\b\d{1,2} ?h(?: ?\d{2})?\b"
    r"|(?<![\d ,.])(?:19|20)\d{2}\b(?! ?(?:€|euros?|EUR|[kKM]€))|(?<=[^\d] )(?:19|20)\d{2}\b"
    r"(?! ?(?:€|euros?|EUR|[kKM]€))"
    r"|^[ \t]*\d+[.)]\s",  # numbered lists
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
_EMPHASE = re.compile(r"\*+(?=\S)|(?<=\S)\*+|(?<!\w)_+|_+(?!\w)")
_ESPACE = re.compile(r"[\u00a0\u202f\u2009\t]")
_COUPURE = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+>|#]|¤))|(?<=[.!?…])\s+(?=[A-ZÀ-ÖØ-ÞŒ«¤\[(])")
_ANNEE = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_TITRE = re.compile(r"^[ \t]*#.*$|^[ \t]*(?:-{3,}|\*{3,}|={3,})[ \t]*$", re.MULTILINE)
_EN_TETE = re.compile(r"\A---\n.*?\n---(?:\n|\Z)", re.DOTALL)


@dataclass(frozen=True)
class Phrase:
    """A sentence, where it starts in its text, and the years that it speaks of."""

    texte: str
    debut: int
    annees: frozenset[int]


@dataclass(frozen=True)
class Texte:
    """A file of `textes/`: Markdown, or a fragment of Word, which is not read yet."""

    fichier: str
    contenu: str
    word: bool = False

    @property
    def section(self) -> str:
        """What the text is about, by its file's name: «2-Évolution.md» is `evolution`."""
        racine = self.fichier.rpartition("/")[2].rpartition(".")[0]
        return squash(re.sub(r"^\d+[-_. ]+", "", racine))

    @property
    def is_vide(self) -> bool:
        """Whether nothing is written besides headings, comments and front matter."""
        corps = _EN_TETE.sub("", _COMMENTAIRE.sub("", self.contenu))
        return not self.word and not _TITRE.sub("", corps).strip()

    def lieu(self, position: int) -> Emplacement:
        """The line of that position: «2022/textes/evolution.md › ligne 12»."""
        numero = self._lu.count("\n", 0, position) + 1
        return Emplacement(self.fichier, None, (f"ligne {numero}",))

    @cached_property
    def _lu(self) -> str:
        """The text without its emphasis, line by line the same."""
        return _EMPHASE.sub("", _ESPACE.sub(" ", html.unescape(self.contenu)))

    def appels(self) -> Iterator[tuple[str, int]]:
        """Each name that the text calls, `{{ programmation.total }}`, and its position."""
        lu = _COMMENTAIRE.sub(lambda trouve: re.sub(r"[^\n]", " ", trouve[0]), self._lu)
        for appel in _APPEL.finditer(lu):
            yield appel["nom"], appel.start()

    def phrases(self) -> Iterator[Phrase]:
        """The sentences, dates and all that is no figure masked."""
        lu = self._lu
        masque = _HORS_SUJET.sub(lambda trouve: re.sub(r"[^\n]", MASQUE, trouve[0]), lu)
        debut = 0
        for fin, suivant in [*(c.span() for c in _COUPURE.finditer(masque)), (len(lu), len(lu))]:
            annees = frozenset(map(int, _ANNEE.findall(lu[debut:fin])))
            yield Phrase(masque[debut:fin].replace("\n", " "), debut, annees)
            debut = suivant
