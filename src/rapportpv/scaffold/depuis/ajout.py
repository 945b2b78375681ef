"""What a proposal adds to the settings of a project that is there: nothing of them is changed."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from rapportpv.commands.proposition.proposition import Proposition
from rapportpv.core.plan import IGNORER
from rapportpv.core.settings.reglages import Reglages
from rapportpv.reading.headers import Attendus
from rapportpv.reading.toml import quote
from rapportpv.scaffold.depuis.rendu import list_alias, list_classeurs, list_remarques
from rapportpv.scaffold.rendu import Trouve, render_financeurs
from rapportpv.subjects.programmation.sheet import PROGRAMMATION
from rapportpv.year.attendus import make_attendus

Lignes = Mapping[str, Sequence[str] | str]
"""The words of each key of a block."""


class Ajout(Struct, frozen=True):
    """The settings with what is added, and the lines that only a person can add."""

    texte: str
    a_la_main: tuple[str, ...] = ()


def add_to(ancien: str, reglages: Reglages, proposition: Proposition, annee: int) -> Ajout:
    """The text of the settings with what the workbook adds to them."""
    attendus = make_attendus(PROGRAMMATION, reglages, annee)
    mots = proposition.mots
    blocs: dict[str, Lignes] = {
        "colonnes.programmation": dict(_list_titres(proposition, attendus)),
        "statuts": mots.statuts,
        "types": mots.types,
        "unites.programmation": {quote(titre): u for titre, u in proposition.unites.items()},
        "classeurs": _list_ailleurs(proposition, reglages),
    }
    texte, refusees = ancien.rstrip("\n") + "\n", list[str]()
    for nom, lignes in blocs.items():
        texte, siennes = _add_bloc(texte, nom, lignes)
        refusees += siennes
    payeurs = [payeur for payeur in proposition.payeurs if not payeur.connu]
    if payeurs:
        remarques = {p.financeur.code: list(list_remarques(p)) for p in payeurs}
        trouve = Trouve(tuple(p.financeur for p in payeurs), remarques)
        texte += f"\n# Ajoutés pour {annee}, d'après le classeur. À RELIRE.\n"
        texte += render_financeurs(trouve).rstrip("\n") + "\n"
    return Ajout(texte, tuple(refusees))


def _list_ailleurs(proposition: Proposition, reglages: Reglages) -> dict[str, str]:
    """The sheets of the workbook that the settings do not place yet."""
    places = list_classeurs(proposition)
    return {plan: c for plan, c in places.items() if reglages.classeurs.get(plan) != c}


def _list_titres(
    proposition: Proposition, attendus: Attendus
) -> Iterator[tuple[str, Sequence[str]]]:
    """The headings that the settings do not know, by field; those to be left alone."""
    for code, titres in list_alias(proposition):
        if neufs := [t for t in titres if attendus.lexique.find(t) != code]:
            yield code, neufs
    ignorees = [c for c in proposition.ignorees() if attendus.lexique.find(c.libelle) != IGNORER]
    if ignorees:
        yield IGNORER, [c.libelle for c in ignorees]


def _add_bloc(texte: str, nom: str, lignes: Lignes) -> tuple[str, list[str]]:
    """The text with those keys in that block, and the lines whose key is there already."""
    present: object = tomllib.loads(texte)
    for partie in nom.split("."):
        present = present.get(partie, {}) if isinstance(present, dict) else {}
    deja = present if isinstance(present, dict) else {}
    ecrites = [f"{cle} = {_quote(m)}\n" for cle, m in lignes.items() if cle not in deja]
    refusees = [f"[{nom}] {cle} : {_quote(m)}" for cle, m in lignes.items() if cle in deja]
    tete = re.search(rf"^\[{re.escape(nom)}\][ \t]*(?:#.*)?\r?$\n?", texte, re.MULTILINE)
    if ecrites and tete:
        texte = texte[: tete.end()] + "".join(ecrites) + texte[tete.end() :]
    elif ecrites and not deja:
        texte += f"\n[{nom}]\n{''.join(ecrites)}"
    elif ecrites:  # the block is written in another way: between braces, or by dotted keys
        refusees += [f"[{nom}] {ligne.rstrip()}" for ligne in ecrites]
    return texte, refusees


def _quote(mots: Sequence[str] | str) -> str:
    return quote(mots if isinstance(mots, str) else list(mots))
