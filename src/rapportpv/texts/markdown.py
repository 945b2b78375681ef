"""A text of Markdown, read into blocks: what the report can print, and nothing else."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache, partial
from itertools import groupby
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from msgspec import Struct, field
from msgspec.structs import replace

from rapportpv.core.prose import (
    Bloc,
    Citation,
    Contenu,
    EnLigne,
    Fragment,
    Illustration,
    Liste,
    Note,
    Paragraphe,
    Prose,
    Retour,
    TableauSimple,
    Titre,
)
from rapportpv.texts.contenu import make_contenu
from rapportpv.texts.images import Phototheque
from rapportpv.texts.legendes import attach_legendes
from rapportpv.texts.liens import check_lien
from rapportpv.texts.preparation import Source, prepare
from rapportpv.texts.releve import Releve
from rapportpv.texts.rules.pv605_image_sans_texte_alternatif import PV605
from rapportpv.texts.rules.pv606_html_dans_un_texte import PV606
from rapportpv.texts.rules.pv617_marque_non_comprise import PV617, RAISONS

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.tree import SyntaxTreeNode

_LONGUEUR = 60  # of what is quoted in a message
_A_LA_LIGNE = re.compile(r"<br\s*/?>", re.IGNORECASE)
_APPEL_DE_NOTE = re.compile(r"\[\^[^\[\]\s]+\]")
_LIEN_MANQUE = re.compile(r"!?\[[^\[\]\n]*\]\([^)\[\n]*\)")


def read_markdown(contenu: str, releve: Releve, phototheque: Phototheque) -> Prose:
    """The blocks of a text; what cannot be printed is told."""
    from markdown_it.tree import SyntaxTreeNode

    source = prepare(contenu)
    env: dict[str, Any] = {}
    racine = SyntaxTreeNode(_parser().parse(source.texte, env))
    lecteur = _Lecteur(source, releve, phototheque)
    lecteur.read_notes(racine, env.get("footnotes", {}).get("refs", {}))
    return Prose(tuple(attach_legendes(lecteur.read_blocs(racine.children))))


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import image, link
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"html": True})  # seen, so that it is told; never printed
    parser.enable("table").use(footnote_plugin).disable("code")  # four spaces are no program
    for regle in (link, image):
        parser.inline.ruler.at(regle.__name__, partial(_read_ferme, regle))
    parser.validateLink = bool  # type: ignore[method-assign,assignment]
    return parser


def _read_ferme(
    regle: "Callable[[StateInline, bool], bool]", etat: "StateInline", muet: bool
) -> bool:
    """Whether a link begins there: none where no bracket closes any more, which is soon seen."""
    return etat.pos < _find_fermeture(etat.src) and regle(etat, muet)


@lru_cache(maxsize=1)
def _find_fermeture(texte: str) -> int:
    return texte.rfind("]")


class _Lecteur(Struct):
    source: Source
    releve: Releve
    phototheque: Phototheque
    notes: dict[int, Contenu] = field(default_factory=dict)
    en_note: bool = False
    ligne: int = 0  # the one that is being read

    def read_notes(self, racine: "SyntaxTreeNode", references: dict[str, int]) -> None:
        """Keep what each footnote says; one that nothing calls is told."""
        self.en_note = True
        for noeud in racine.children:
            if noeud.type == "footnote_block":
                for note in noeud.children:
                    self.notes[note.meta["id"]] = make_contenu(self._flatten(note))
        self.en_note = False
        for cle, rang in references.items():
            marque = f"[^{cle[1:]}]"
            if rang < 0:
                self.ligne = self.source.texte[: self.source.texte.find(f"{marque}:")].count("\n")
                self._tell_marque(marque, "note")

    def read_blocs(self, noeuds: "Iterable[SyntaxTreeNode]") -> list[Bloc]:
        """The blocks that can be printed."""
        return [bloc for noeud in noeuds for bloc in self._read_bloc(noeud)]

    def _read_bloc(self, noeud: "SyntaxTreeNode") -> Iterator[Bloc]:
        if noeud.map:
            self.ligne = noeud.map[0]
        match noeud.type:
            case "paragraph":
                yield from self._read_paragraphe(noeud)
            case "heading":
                contenu, images = self._read_contenu(noeud)
                if contenu:
                    yield Titre(int(noeud.tag[1]), contenu)
                yield from images
            case "bullet_list" | "ordered_list":
                elements = (tuple(self.read_blocs(e.children)) for e in noeud.children)
                if pleins := tuple(e for e in elements if e):
                    debut = int(noeud.attrs.get("start", 1))
                    yield Liste(noeud.type == "ordered_list", pleins, debut)
            case "blockquote":
                if blocs := tuple(self.read_blocs(noeud.children)):
                    yield Citation(blocs)
            case "table":
                yield from self._read_tableau(noeud)
            case "fence":
                if contenu := make_contenu(self._split(noeud.content, Fragment(""))):
                    yield Paragraphe(contenu)
            case "html_block":
                self._tell_html(noeud.content)

    def _read_paragraphe(self, noeud: "SyntaxTreeNode") -> Iterator[Bloc]:
        """A paragraph, and on its own each picture that stands in it."""
        elements = self._read_en_ligne(noeud.children, Fragment(""))
        for image, suite in groupby(elements, lambda e: isinstance(e, Illustration)):
            if image:
                yield from (e for e in suite if isinstance(e, Illustration))
            elif contenu := make_contenu(e for e in suite if not isinstance(e, Illustration)):
                yield Paragraphe(contenu)

    def _read_tableau(self, noeud: "SyntaxTreeNode") -> Iterator[Bloc]:
        lignes, images = [], []
        for partie in noeud.children:
            for rangee in partie.children:
                self.ligne = rangee.map[0] if rangee.map else self.ligne
                cases = [self._read_contenu(case) for case in rangee.children]
                lignes.append(tuple(contenu for contenu, _ in cases))
                images += [image for _, siennes in cases for image in siennes]
        yield TableauSimple(lignes[0], tuple(lignes[1:]))
        yield from images

    def _read_contenu(self, noeud: "SyntaxTreeNode") -> tuple[Contenu, list[Illustration]]:
        """What runs there, and the pictures, which only stand on their own."""
        elements = list(self._read_en_ligne(noeud.children, Fragment("")))
        images = [e for e in elements if isinstance(e, Illustration)]
        return make_contenu(e for e in elements if not isinstance(e, Illustration)), images

    def _flatten(self, noeud: "SyntaxTreeNode") -> Iterator[EnLigne]:
        """What runs in all the paragraphs of a note, a line break between two."""
        for enfant in noeud.walk():
            if enfant.type == "inline":
                self.ligne = enfant.map[0] if enfant.map else self.ligne
                suite = self._read_en_ligne(enfant.children, Fragment(""))
                yield from (e for e in suite if not isinstance(e, Illustration))
                yield Retour()

    def _read_en_ligne(
        self, noeuds: "Iterable[SyntaxTreeNode]", style: Fragment
    ) -> Iterator[EnLigne | Illustration]:
        for noeud in noeuds:
            match noeud.type:
                case "inline":
                    yield from self._read_en_ligne(noeud.children, style)
                case "text" | "code_inline":
                    self._check_marques(noeud.content)
                    yield from self._split(noeud.content, style)
                case "strong":
                    yield from self._read_en_ligne(noeud.children, replace(style, gras=True))
                case "em":
                    yield from self._read_en_ligne(noeud.children, replace(style, italique=True))
                case "link":
                    adresse = self._check_lien(str(noeud.attrs["href"]))
                    yield from self._read_en_ligne(noeud.children, replace(style, lien=adresse))
                case "softbreak":
                    self.ligne += 1
                    yield replace(style, texte=" ")
                case "hardbreak":
                    self.ligne += 1
                    yield Retour()
                case "image":
                    yield from self._read_image(noeud)
                case "footnote_ref":
                    yield from self._read_note(noeud)
                case "html_inline" if _A_LA_LIGNE.fullmatch(noeud.content):
                    yield Retour()
                case "html_inline":
                    self._tell_html(noeud.content)

    def _split(self, texte: str, style: Fragment) -> Iterator[EnLigne]:
        """The text with its calls put back, a line break where it has one."""
        for rang, ligne in enumerate(texte.rstrip("\n").split("\n")):
            if rang:
                yield Retour()
            yield replace(style, texte=self.source.restore(ligne))

    def _read_image(self, noeud: "SyntaxTreeNode") -> Iterator[Illustration]:
        chemin = self.source.restore(unquote(str(noeud.attrs["src"])))
        image = self.phototheque.find(chemin, self.releve, self._numero)
        alt = " ".join(self.source.restore(noeud.content).split())
        if image is None:
            return
        if not alt:
            self.releve.tell(PV605, self._numero, valeur=chemin, ou="entre les crochets")
        titre = self._split(str(noeud.attrs.get("title", "")), Fragment(""))
        yield Illustration(image, alt, make_contenu(titre))

    def _read_note(self, noeud: "SyntaxTreeNode") -> Iterator[Note]:
        if self.en_note:
            self._tell_marque(f"[^{noeud.meta.get('label') or ''}]", "imbriquee")
        elif contenu := self.notes.get(noeud.meta["id"]):
            yield Note(contenu)

    @property
    def _numero(self) -> int:
        return self.source.numero(self.ligne)

    def _check_lien(self, adresse: str) -> str:
        dite = self.source.restore(unquote(adresse))
        return check_lien(dite if "{" in dite else adresse, self.releve, self._numero)

    def _check_marques(self, texte: str) -> None:
        for marque in _APPEL_DE_NOTE.findall(texte):
            self._tell_marque(marque, "appel")
        for marque in _LIEN_MANQUE.findall(texte):
            self._tell_marque(self.source.restore(marque), "lien")

    def _tell_marque(self, marque: str, raison: str) -> None:
        marque = marque[:_LONGUEUR]
        dite = RAISONS[raison].format(valeur=marque)
        self.releve.tell(PV617, self._numero, valeur=marque, raison=dite)

    def _tell_html(self, ecrit: str) -> None:
        """Tell an element by what opens it; what closes it goes with it."""
        if not (ecrit.startswith("</") or _A_LA_LIGNE.fullmatch(ecrit.strip())):
            debut = self.source.restore(ecrit.strip().split("\n")[0])
            self.releve.tell(PV606, self._numero, valeur=debut[:_LONGUEUR])
