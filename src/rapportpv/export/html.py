"""Anomalies as one page that needs nothing else: to be forwarded by mail, read aloud, printed."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from rapportpv.core.anomalie import Anomalie, Rule, fold_fichiers
from rapportpv.core.inventaire import Inventaire
from rapportpv.core.livre import Livre, Sort
from rapportpv.export.inventaire import (
    DECRET,
    SANS_OBJET,
    format_absentes,
    format_decret,
    format_laisses,
    format_lus,
)
from rapportpv.export.lecture import (
    clean,
    format_cellules,
    format_denombrement,
    format_nombre,
    name_whole,
)
from rapportpv.export.livre import EXPLICATIONS, TEINTES, format_part, format_place
from rapportpv.export.releve import Releve

if TYPE_CHECKING:
    from jinja2 import Environment
    from markdown_it import MarkdownIt
    from markupsafe import Markup

_TITRES = {"h2": "h4"}  # in the page of a rule, whose own title is a third-level one here


class _Groupe(Struct, frozen=True):
    """The anomalies of a file or of a sheet."""

    nom: str
    anomalies: tuple[Anomalie, ...]

    @property
    def feuilles(self) -> tuple["_Groupe", ...]:
        return tuple(_group(self.anomalies, "feuille"))


def format_html(
    annees: Sequence[int],
    anomalies: Iterable[Anomalie],
    releve: Releve,
    *,
    valeurs: bool = True,
) -> str:
    """The page: how many, the anomalies by workbook and sheet, then the pages of their codes."""
    fautes = tuple(fold_fichiers(anomalies))
    regles = {faute.rule.code: faute.rule for faute in fautes}
    return (
        environment()
        .get_template("check.html.j2")
        .render(
            annees=format_enumeration(annees),
            anomalies=fautes,
            denombrement=format_denombrement(fautes, releve.acceptees),
            lus=format_nombre(releve.lignes, "projet lu"),
            fichiers=list(_group(fautes, "fichier")),
            inventaires=[_show_inventaire(i, releve, valeurs=valeurs) for i in releve.inventaires],
            laisses=list(format_laisses(releve.inventaires, valeurs=valeurs)),
            livres=[_show_livre(livre, valeurs=valeurs) for livre in releve.livres],
            regles=[regles[code] for code in sorted(regles)],
            valeurs=valeurs,
        )
    )


def _show_inventaire(inventaire: Inventaire, releve: Releve, *, valeurs: bool) -> dict[str, object]:
    """What a year was read from, and what its report will lack."""
    return {
        "annee": inventaire.millesime,
        "lus": list(format_lus(inventaire, releve.livres, valeurs=valeurs)),
        "absentes": format_absentes(inventaire),
        "decret": format_decret(inventaire),
        "titre_decret": DECRET.format(annee=inventaire.millesime),
        "sans_objet": SANS_OBJET,
    }


def _show_livre(livre: Livre, *, valeurs: bool) -> dict[str, object]:
    """A sheet, and each fate of its numbers: its colour, how many, where, what it means."""
    sorts = [(sort, livre.part(sort)) for sort in Sort]
    return {
        "lieu": f"{livre.fichier} › {livre.feuille}",
        "sorts": [
            (
                TEINTES[sort],
                sort.value,
                format_part(sort, part, valeurs=valeurs),
                format_place(livre, sort),
                EXPLICATIONS[sort],
            )
            for sort, part in sorts
            if part.cellules
        ],
    }


def format_enumeration(annees: Sequence[int]) -> str:
    """«2021, 2022 et 2023»."""
    *premieres, derniere = map(str, annees)
    return f"{', '.join(premieres)} et {derniere}" if premieres else derniere


def _group(anomalies: Iterable[Anomalie], champ: str) -> Iterator[_Groupe]:
    for nom, siennes in groupby(anomalies, lambda anomalie: getattr(anomalie.lieu, champ) or ""):
        yield _Groupe(nom, tuple(siennes))


def _format_lieu(anomalie: Anomalie) -> str:
    lieu = anomalie.lieu
    return format_cellules(lieu.dites) or name_whole(lieu)


def _format_page(rule: Rule) -> "Markup":
    """The page under its title, headings and tables made part of a longer document."""
    from markupsafe import Markup

    lecteur = _markdown()
    jetons = lecteur.parse((rule.doc or "").strip())
    for jeton in jetons:
        jeton.tag = _TITRES.get(jeton.tag, jeton.tag)
        if jeton.type == "th_open":
            jeton.attrSet("scope", "col")
    return Markup(lecteur.renderer.render(jetons, lecteur.options, {}))  # raw HTML is off


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table")


@cache
def environment() -> "Environment":
    """What renders the pages of this folder: everything is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environnement = Environment(
        loader=PackageLoader("rapportpv.export", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environnement.filters |= {
        "clean": clean,
        "denombrement": format_denombrement,
        "lieu": _format_lieu,
        "page": _format_page,
        "tout": lambda anomalie: f"{name_whole(anomalie.lieu)} lui-même",
    }
    return environnement
