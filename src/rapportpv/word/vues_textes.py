"""Texts, focus and drawings as a template sees them: each prints as a mark, or is false."""

import re
from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import TypeAlias

from msgspec import Struct

from rapportpv.core.dessin import Dessin
from rapportpv.core.prose import Bloc, Image, Prose, Titre
from rapportpv.core.sections import FOCUS, SECTIONS, section_key
from rapportpv.core.textes import Texte
from rapportpv.french.article import add_article
from rapportpv.french.capitales import soften
from rapportpv.french.elision import de
from rapportpv.word.marques import Insertion, Marques, show_texte
from rapportpv.word.matiere import DESSINS, Matiere
from rapportpv.word.noms_imprimes import propres_of
from rapportpv.word.texte_nu import plain


class Vignette(Struct, frozen=True):
    """A picture that a template shows by itself: a logo is small, a cover fills its frame."""

    image: Image
    alt: str
    logo: bool = False
    pleine: bool = False


Inserable: TypeAlias = "Prose | Vignette | Dessin | None"


class Inserte:
    """What a template can insert: prints as a mark, false when there is nothing."""

    def __init__(self, nom: str, contenu: Inserable, marques: Marques) -> None:
        self._nom = nom
        self._contenu = contenu
        self._marques = marques

    def __bool__(self) -> bool:
        return bool(self._contenu)

    def __str__(self) -> str:
        return self._marques.enclose(Insertion(self._nom), "")

    @property
    def titre(self) -> str:
        """The title of a drawing."""
        return show_texte(getattr(self._contenu, "titre", ""))

    @property
    def numeros(self) -> bool:
        """Whether a map has numbers, which a table of the document explains."""
        return bool(getattr(self._contenu, "numeros", False))

    @property
    def mention(self) -> str:
        """What a reader must know of a drawing."""
        return show_texte(getattr(self._contenu, "mention", ""))


class Collection:
    """The texts, or the drawings, by name; one that the report cannot have is no name."""

    def __init__(self, chemin: str, membres: Mapping[str, Inserte]) -> None:
        self._chemin = chemin
        self._membres = membres
        self._cles = {section_key(nom): nom for nom in membres}

    def __getitem__(self, nom: object) -> Inserte:
        return self._membres[self._cles[section_key(str(nom))]]

    def __str__(self) -> str:
        return self._chemin

    def noms(self) -> list[str]:
        """What can follow the name of the collection."""
        return list(self._membres)


class FocusMontre(Struct, frozen=True):
    """An action told on its own: what its front matter says, and what can be inserted of it."""

    numero: int
    titre: str
    operateur: str
    legende: str
    photo: Inserte
    logo: Inserte
    texte: Inserte
    objectifs: Inserte

    def noms(self) -> list[str]:
        """What can follow the name of the focus."""
        return [*self.__struct_fields__]


def list_insertions(matiere: Matiere) -> dict[str, Inserable]:
    """All that the year's template can insert, by name; None for what the year has not got."""
    return {
        **{f"textes.{nom}": _concatenate(textes) for nom, textes in _sections(matiere).items()},
        "charte.logo": _logo(matiere),
        "charte.couverture": _couverture(matiere),
        **{f"dessins.{nom}": matiere.dessins.get(nom) for nom in (*DESSINS, *matiere.dessins)},
        **{
            f"{FOCUS}.{numero}.{nom}": contenu
            for numero, texte in enumerate(_focus(matiere), start=1)
            for nom, contenu in _parts(texte).items()
        },
    }


def build_vues(
    matiere: Matiere, insertions: Mapping[str, Inserable], marques: Marques
) -> dict[str, object]:
    """`textes`, `dessins` and `focus`, for the context of a template."""
    insertes = {nom: Inserte(nom, contenu, marques) for nom, contenu in insertions.items()}

    def collect(chemin: str) -> Collection:
        siens = {n.partition(".")[2]: i for n, i in insertes.items() if n.startswith(f"{chemin}.")}
        return Collection(chemin, siens)

    propres = propres_of(matiere.bilan, matiere.identite)
    focus = [
        FocusMontre(
            numero=numero,
            titre=_titre(texte),
            operateur=show_texte(soften(texte.entete.get("operateur", ""), propres)),
            legende=show_texte(texte.entete.get("legende", "")),
            **{nom: insertes[f"{FOCUS}.{numero}.{nom}"] for nom in _parts(texte)},
        )
        for numero, texte in enumerate(_focus(matiere), start=1)
    ]
    simples = {chemin: collect(chemin) for chemin in ("textes", "dessins", "charte")}
    return {**simples, FOCUS: focus}


def _logo(matiere: Matiere) -> Vignette | None:
    """The logo of the EPCI, whose name is its alternative text."""
    if matiere.logo is None:
        return None
    return Vignette(matiere.logo, f"Logo {de(add_article(matiere.identite.epci))}", logo=True)


def _couverture(matiere: Matiere) -> Vignette | None:
    """The picture of the cover, which says nothing that its words do not."""
    return None if matiere.couverture is None else Vignette(matiere.couverture, "", pleine=True)


def _sections(matiere: Matiere) -> dict[str, list[Texte]]:
    """The texts by section, in order; those that the year has not got are empty."""
    ordinaires = {section_key(nom): nom for nom in SECTIONS}
    sections: dict[str, list[Texte]] = {nom: [] for nom in SECTIONS}
    for texte in sorted(matiere.textes, key=attrgetter("ordre")):
        cle = section_key(texte.section)
        if cle != FOCUS:
            nom = ordinaires.get(cle, re.sub(r"\W+", "_", texte.section))
            sections.setdefault(nom, []).append(texte)
    return sections


def _focus(matiere: Matiere) -> list[Texte]:
    siens = [texte for texte in matiere.textes if section_key(texte.section) == FOCUS]
    return sorted((t for t in siens if t.prose or t.objectifs or t.entete), key=attrgetter("ordre"))


def _concatenate(textes: list[Texte]) -> Prose:
    return Prose(tuple(bloc for texte in textes for bloc in texte.prose.blocs))


def _parts(texte: Texte) -> dict[str, "Prose | Vignette | None"]:
    """What a focus can insert."""
    return {
        "photo": _vignette(texte, "photo"),
        "logo": _vignette(texte, "logo"),
        "texte": Prose(tuple(_without_titre(texte))),
        "objectifs": texte.objectifs,
    }


def _vignette(texte: Texte, champ: str) -> Vignette | None:
    image = texte.photos.get(texte.entete.get(champ, ""))
    if image is None:
        return None
    logo = champ == "logo"
    sinon = f"Logo {texte.entete.get('operateur', '')}".strip() if logo else _titre(texte)
    dit = texte.entete.get("alt_logo" if logo else "alt") or ""
    return Vignette(image, dit or ("" if logo else texte.entete.get("legende", "")) or sinon, logo)


def _titre(texte: Texte) -> str:
    """The title of a focus: its front matter's, else its first heading, else its file's name."""
    premier = next(iter(texte.prose.blocs), None)
    if texte.entete.get("titre"):
        return show_texte(texte.entete["titre"])
    if isinstance(premier, Titre):
        return plain(premier.contenu)
    nom = texte.fichier.rpartition("/")[2].rpartition(".")[0]
    mots = re.sub(rf"^\W*{FOCUS}[\W\d_]*|[-_]+", " ", nom, flags=re.IGNORECASE).split()
    return show_texte(" ".join(mots).capitalize())


def _without_titre(texte: Texte) -> Iterator[Bloc]:
    """The blocks of a focus, without the heading that is its title."""
    for rang, bloc in enumerate(texte.prose.blocs):
        if rang or texte.entete.get("titre") or not isinstance(bloc, Titre):
            yield bloc
