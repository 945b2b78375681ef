"""The texts of the report: their sentences, what is typed in them, the figures that they call."""

import html
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Literal

from msgspec import Struct, field

from rapportpv.core.emplacement import Emplacement
from rapportpv.core.prose import Image, Prose, Titre
from rapportpv.french.lexique import fold
from rapportpv.french.typographie import MOIS

TEXTES, IMAGES = "textes", "images"
"""The folders of a year's texts, and of the pictures that they show."""

MASQUE = "¤"
"""What stands for a passage whose numbers are nobody's figures."""

A_ECRIRE, A_RELIRE = "À écrire", "À relire"
"""How the note of `init` begins in a text that nobody has written, or that is last year's."""

_MOIS = "|".join(MOIS)
_COMMENTAIRES = {"<!--": "-->", "{#": "#}"}
_DEBUT_DE_COMMENTAIRE = re.compile(r"<!--|\{#")
_NOTE = re.compile(rf"<!--\s*(?P<note>{A_ECRIRE}|{A_RELIRE})\b")
_APPEL = re.compile(r"\{\{[-+]?\s*(?P<nom>[^\W\d]\w*(?:\.\w+)*)\s*(?:\|[^}]*)?\}\}")
ACCOLADES = re.compile(r"\{\{[^{}]*\}\}|\{%[^{]*?%\}|\{\{[^\n]*|\{%[^\n]*")
"""What a text says between braces, closed or left open."""

FILTRES = ("sans_decimale", "accorde", "date_longue")
"""What a text may ask of the figures that it calls."""

_GUILLEMETS = re.compile("[\u2018\u2019]")  # as word processors write them
_GUILLEMETS_DOUBLES = re.compile("[\u201c\u201d]|\u00ab\\s*|\\s*\u00bb")
_CHAINE = re.compile(r"""'[^']*'|"[^"]*\"""")
_EXPRESSION = re.compile(
    r"\{\{[-+]?\s*(?P<expression>[^\W\d]\w*(?:\.\w+)*\s*"
    r"""(?:\|\s*\w+\s*(?:\((?:\s*(?:'[^']*'|"[^"]*")\s*,?)*\s*\)\s*)?)*)[-+]?\}\}"""
)
_HORS_SUJET = re.compile(
    r"\{\{[^{}]*\}\}|\{%[^{]*?%\}"
    r"|\]\([^()\[]*\)|<?https?://\S+|\bwww\.\S+|\[\^[^\[\]]*\]"  # links, notes
    r"|(?<![^\s@])[^\s@]++@[^\s@]+\.\w+"  # mails
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


def lieu(fichier: str, numero: int, *, word: bool) -> Emplacement:
    """A line of a text, or a paragraph of a fragment of Word; 0 is the file as a whole."""
    unite = "paragraphe" if word else "ligne"
    return Emplacement(fichier, None, (f"{unite} {numero}",) if numero else ())


def replace_commentaires(texte: str, remplace: Callable[[str], str]) -> str:
    """The text with something else in place of its comments; one that is left open is no comment.

    In one walk: a pattern would read to the end from each opening.
    """
    morceaux, fait, sans_fin = [], 0, set[str]()
    for debut in _DEBUT_DE_COMMENTAIRE.finditer(texte):
        ferme = _COMMENTAIRES[debut[0]]
        if debut.start() < fait or ferme in sans_fin:
            continue
        fin = texte.find(ferme, debut.end())
        if fin < 0:
            sans_fin.add(ferme)
            continue
        morceaux += [texte[fait : debut.start()], remplace(texte[debut.start() : fin + len(ferme)])]
        fait = fin + len(ferme)
    return "".join((*morceaux, texte[fait:]))


def read_appel(ecrit: str) -> str | None:
    """What stands between the braces of a call: «programmation.total | sans_decimale».

    None when it cannot be read.
    """
    droit = _GUILLEMETS_DOUBLES.sub('"', _GUILLEMETS.sub("'", _ESPACE.sub(" ", ecrit)))
    trouve = _EXPRESSION.fullmatch(droit)
    return " ".join(trouve["expression"].split()) if trouve else None


def list_filtres(expression: str) -> list[str]:
    """The filters of an expression, in order."""
    return re.findall(r"\|\s*(\w+)", _CHAINE.sub("''", expression))


def _mask(passage: str) -> str:
    return re.sub(r"[^\n]", MASQUE, passage)


def _racine(fichier: str) -> str:
    """The name of a file without its folder nor its extension."""
    return fichier.rpartition("/")[2].rpartition(".")[0]


@lru_cache(256)
def _section(fichier: str) -> str:
    nom = re.sub(r"^\d+[-_. ]+", "", fold(_racine(fichier)))
    if nom.startswith("focus"):
        return "focus"
    nom = re.sub(r"(?<=[^\W\d])[-_. ]*\d+(?:[-_. ].*)?$", "", nom)
    return re.sub(r"[\W_]+", "_", nom).strip("_")


class Phrase(Struct, frozen=True):
    """A sentence, where it starts in its text, and the years that it speaks of."""

    texte: str
    debut: int
    annees: frozenset[int]


class Accolades(Struct, frozen=True):
    """Something between braces in a text that is no call of a figure, and where it starts."""

    genre: Literal["instruction", "filtre", "illisible"]
    ecrit: str
    debut: int


class Texte(Struct, frozen=True, dict=True):
    """A file of `textes/`, Markdown or a fragment of Word, as it was read.

    `contenu` is its plain text: the file's own for Markdown, a paragraph every other line for
    Word. `entete` is its front matter, by key without accents (titre, operateur, photo, legende,
    logo…). `photos` are the pictures that the front matter names, by their path as typed there.
    `objectifs` is what a focus has under its heading «Objectifs», taken out of `prose`.
    """

    fichier: str
    contenu: str
    word: bool = False
    prose: Prose = field(default_factory=Prose)
    entete: Mapping[str, str] = field(default_factory=dict)
    objectifs: Prose = field(default_factory=Prose)
    photos: Mapping[str, Image] = field(default_factory=dict)
    illisible: bool = False  # the file could not be read: that is told elsewhere
    declare: bool = False  # the settings say it, and there may be no such file

    @property
    def section(self) -> str:
        """What the text is about, by its file's name.

        «2-Évolution.md» is `evolution`, «focus-1-nager.md» is `focus`, «avis-communes.md» is
        `avis_communes`.
        """
        return _section(self.fichier)

    @property
    def ordre(self) -> tuple[tuple[bool, int, str], ...]:
        """What sorts texts by their numbers, then by their names: focus-2 before focus-10."""
        morceaux = re.split(r"(\d+)", fold(_racine(self.fichier)))
        nombres = ((not m.isdecimal(), int(m) if m.isdecimal() else 0, m) for m in morceaux if m)
        return (*nombres, (True, 0, self.fichier))

    @property
    def is_vide(self) -> bool:
        """Whether nothing is written besides headings, comments and front matter."""
        if self.word:
            blocs = (*self.prose.blocs, *self.objectifs.blocs)
            return not (self.illisible or any(not isinstance(bloc, Titre) for bloc in blocs))
        corps = _EN_TETE.sub("", replace_commentaires(self.contenu, lambda _: ""))
        return not (self.illisible or _TITRE.sub("", corps).strip())

    @property
    def is_a_ecrire(self) -> bool:
        """Whether it holds nothing but the note that says what to write."""
        return self.is_vide and A_ECRIRE in self._notes

    @property
    def is_a_relire(self) -> bool:
        """Whether it is last year's, which nobody has read again."""
        return not self.is_vide and A_RELIRE in self._notes

    @property
    def _notes(self) -> set[str]:
        return {trouvee["note"] for trouvee in _NOTE.finditer(self.contenu)}

    def lieu(self, position: int) -> Emplacement:
        """The place of that position: «2022/textes/evolution.md › ligne 12»."""
        numero = self._lu.count("\n", 0, position)
        return lieu(self.fichier, numero // 2 + 1 if self.word else numero + 1, word=self.word)

    @cached_property
    def _lu(self) -> str:
        """The text without its emphasis, line by line the same."""
        return _EMPHASE.sub("", _ESPACE.sub(" ", html.unescape(self.contenu)))

    @cached_property
    def _sans_commentaires(self) -> str:
        return replace_commentaires(self._lu, lambda dit: re.sub(r"[^\n]", " ", dit))

    def appels(self) -> Iterator[tuple[str, int]]:
        """Each name that the text calls, `{{ programmation.total }}`, and its position."""
        for appel in _APPEL.finditer(self._sans_commentaires):
            yield appel["nom"], appel.start()

    def accolades(self) -> Iterator[Accolades]:
        """What stands between braces and cannot be read: statements, unknown filters, slips."""
        for trouve in ACCOLADES.finditer(self._sans_commentaires):
            ecrit = trouve[0]
            if ecrit.startswith("{%"):
                yield Accolades("instruction", ecrit, trouve.start())
            elif (expression := read_appel(ecrit)) is None:
                yield Accolades("illisible", ecrit.strip(), trouve.start())
            else:
                for filtre in list_filtres(expression):
                    if filtre not in FILTRES:
                        yield Accolades("filtre", filtre, trouve.start())

    def phrases(self) -> Iterator[Phrase]:
        """The sentences, dates and all that is no figure masked."""
        lu = self._lu
        nu = replace_commentaires(lu, _mask)
        masque = _HORS_SUJET.sub(lambda trouve: _mask(trouve[0]), nu)
        debut = 0
        for fin, suivant in [*(c.span() for c in _COUPURE.finditer(masque)), (len(lu), len(lu))]:
            annees = frozenset(map(int, _ANNEE.findall(lu[debut:fin])))
            yield Phrase(masque[debut:fin].replace("\n", " "), debut, annees)
            debut = suivant
