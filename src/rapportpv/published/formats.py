"""What changed: for a program, and as the text of a change that is proposed."""

import html
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from rapportpv.export.json import dump
from rapportpv.export.lecture import clean, format_nombre
from rapportpv.french.typographie import INSECABLE
from rapportpv.published.ecarts import EcartChiffre, Ecarts, EcartTableau

_VERSION = 1
_PLACES = 4  # cells that are named; the others are counted
_LIGNES = 120  # of tables, in a text that forges cut at 65 536 signs
_RIEN = "(aucun)"
_RUPTURE = (
    "Entre les deux commence le contrat «\u00a0{}\u00a0»\u00a0: ses piliers et ses quartiers ne "
    "sont plus les mêmes, et les écarts mesurent d’abord ce changement."
)
_MARKDOWN = re.compile(r"([\\`*_\[\]#|~])")


def format_ecarts_json(ecarts: Ecarts) -> str:
    """Every change; `valeur` is exact, in euros or in percent."""
    return dump(
        {
            "version": _VERSION,
            "annee": ecarts.annee,
            "depuis": ecarts.depuis,
            "contrat": ecarts.contrat,
            "change": bool(ecarts),
            "document": [
                {"libelle": e.libelle, "avant": e.avant, "apres": e.apres} for e in ecarts.document
            ],
            "chiffres": {ecart.nom: _chiffre(ecart) for ecart in ecarts.chiffres},
            "tableaux": {
                ecart.nom: {
                    "titre": ecart.titre,
                    "retirees": [list(ligne) for ligne in ecart.retirees],
                    "ajoutees": [list(ligne) for ligne in ecart.ajoutees],
                }
                for ecart in ecarts.tableaux
            },
            "textes": {ecart.fichier: ecart.etat for ecart in ecarts.textes},
        }
    )


def _chiffre(ecart: EcartChiffre) -> dict[str, object]:
    return {
        "libelle": ecart.libelle,
        "unite": ecart.unite.value,
        "avant": ecart.avant,
        "apres": ecart.apres,
        "valeur_avant": _nombre(ecart.valeur_avant),
        "valeur_apres": _nombre(ecart.valeur_apres),
        "places": list(ecart.places),
        "sources": list(ecart.sources),
    }


def _nombre(valeur: Fraction | None) -> int | float | None:
    if valeur is None:
        return None
    return valeur.numerator if valeur.denominator == 1 else float(valeur)


def format_ecart(ecart: EcartChiffre) -> str:
    """«Crédits spécifiques : 2 312 715 € → 2 314 715 €, programmation.xlsx › L37»."""
    avant, apres = ecart.avant or _RIEN, ecart.apres or _RIEN
    suite = _format_places(ecart)
    return clean(f"{ecart.libelle}{INSECABLE}: {avant} → {apres}{suite}")


def _format_places(ecart: EcartChiffre) -> str:
    if ecart.places:
        reste = len(ecart.places) - _PLACES
        autres = f" et {format_nombre(reste, 'autre')}" if reste > 0 else ""
        return f", {' ; '.join(ecart.places[:_PLACES])}{autres}"
    if ecart.sources:
        return f", d’après {_shorten(ecart.sources[0])}"
    return ""


def _shorten(source: str) -> str:
    """«2022/fcs.xlsx › FCS › E5:E9, E12, E15:E34» → «fcs.xlsx › E5:E9, E12…»."""
    fichier, _, reste = source.partition(" › ")
    plages = reste.rpartition(" › ")[2].split(", ")
    suite = "…" if len(plages) > 2 else ""
    return f"{fichier.rpartition('/')[2]} › {', '.join(plages[:2])}{suite}"


def format_depuis(ecarts: Ecarts) -> str:
    """What the changes are counted from, in a sentence."""
    if ecarts.depuis is None:
        return f"Première publication de {ecarts.annee}."
    if not ecarts:
        return f"Rien n’a changé depuis la publication de {ecarts.depuis}."
    if ecarts.depuis.isdecimal():
        comptes = f"De {ecarts.depuis} à {ecarts.annee}{INSECABLE}: {count_ecarts(ecarts)}."
        return f"{comptes} {_RUPTURE.format(ecarts.contrat)}" if ecarts.contrat else comptes
    return f"Depuis la publication de {ecarts.depuis}{INSECABLE}: {count_ecarts(ecarts)}."


def count_ecarts(ecarts: Ecarts) -> str:
    """«3 chiffres, 1 tableau, 1 texte»."""
    comptes = (
        (len(ecarts.visibles), "chiffre"),
        (len(ecarts.tableaux), "tableau"),
        (len(ecarts.textes), "texte"),
    )
    mots = [
        f"{nombre} tableaux" if (nombre > 1 and mot == "tableau") else format_nombre(nombre, mot)
        for nombre, mot in comptes
        if nombre
    ]
    if mots:
        return ", ".join(mots)
    return "le document lui-même" if ecarts.document else "rien n’a changé que l’on puisse voir"


def format_invisibles(ecarts: Ecarts) -> str:
    """The changes that rounding hides, in a sentence; nothing when there is none."""
    caches = len(ecarts.chiffres) - len(ecarts.visibles)
    if not caches:
        return ""
    autres = format_nombre(caches, "autre chiffre")
    bougent = "bougent" if caches > 1 else "bouge"
    return f"{autres} {bougent} sans que cela se voie une fois arrondi."


def format_ecarts_markdown(ecarts: Ecarts) -> str:
    """The text of a change that is proposed; nothing when there is nothing to propose."""
    return "\n".join(_list_markdown(ecarts)) if ecarts else ""


def _list_markdown(ecarts: Ecarts) -> Iterator[str]:
    yield _escape(format_depuis(ecarts))
    if ecarts.document:
        yield from ("", "### Document", "")
        yield from (f"- {_escape(f'{e.libelle} : {e.avant} → {e.apres}')}" for e in ecarts.document)
    if ecarts.visibles:
        yield from ("", "### Chiffres", "")
        yield from (
            f"- {_escape(f'{e.libelle} : {e.apres}' if ecarts.depuis is None else format_ecart(e))}"
            for e in ecarts.visibles
        )
    if invisibles := format_invisibles(ecarts):
        yield from ("", _escape(invisibles))
    if ecarts.tableaux:
        yield from ("", "### Tableaux", "")
        yield from _list_tableaux(ecarts.tableaux)
    if ecarts.textes:
        yield from ("", "### Textes", "")
        yield from (f"- {_escape(e.fichier)}{INSECABLE}: {e.etat}" for e in ecarts.textes)


def _list_tableaux(tableaux: Sequence[EcartTableau]) -> Iterator[str]:
    """Each table as a block of code: nothing in it is a link, a mention or a heading."""
    restantes = _LIGNES
    for ecart in tableaux:
        lignes = list_lignes(ecart)
        yield f"- {_escape(ecart.titre)}"
        montrees = lignes[: max(restantes, 0)]
        restantes -= len(lignes)
        if montrees:
            yield from ("", *_fence(montrees), "")
        if len(montrees) < len(lignes):
            yield f"  … et {format_nombre(len(lignes) - len(montrees), 'ligne')} de plus."


def _fence(lignes: Sequence[str]) -> list[str]:
    accents = max((len(suite) for suite in re.findall("`+", "".join(lignes))), default=0)
    cloture = "`" * (3 + accents)
    return [f"  {ligne}" for ligne in (f"{cloture}diff", *lignes, cloture)]


def list_lignes(ecart: EcartTableau) -> list[str]:
    """The lines that are gone and those that have come: «- Emploi | 8 000 €», «+ Emploi | …»."""
    retirees = [f"- {_join(ligne)}" for ligne in ecart.retirees]
    ajoutees = [f"+ {_join(ligne)}" for ligne in ecart.ajoutees]
    return [*retirees, *ajoutees] or [
        "  (mêmes lignes, dans un autre ordre ou sous un autre titre)"
    ]


def _join(ligne: Sequence[str]) -> str:
    return clean(" | ".join(ligne))


def _escape(texte: str) -> str:
    """A user's words in Markdown, which mention nobody and hold no tag."""
    sans_balise = html.escape(clean(texte), quote=False)
    return _MARKDOWN.sub(r"\\\1", sans_balise).replace("@", "&#64;")
