"""The rows of both samples, by openpyxl and the headings alone: what their oracle is given."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.oracle.projets import Action, Code, Territoire

_TITRES = {
    "numero": "N° dossier",
    "intitule": "Intitulé de l'action",
    "operateur": "Opérateur",
    "sorte": "Type d'opérateur",
    "theme": "Thématique",
    "communes": "Commune(s)",
    "statut": "Statut",
    "reconduction": "Nouvelle ou reconduite",
}
_STATUTS = {"favorable": "soutenue", "refusée": "refusee", "ajournée": "ajournee"}
_STATUTS |= {"retirée": "retiree", "en instruction": "en_instruction", "non retenu": "refusee"}


def read_territoire(racine: Path, annee: int) -> Territoire:
    """The year of a sample. Its own words must be those of the lists, or a KeyError says so."""
    reglages = tomllib.loads((racine / "rapportpv.toml").read_text("utf-8"))
    contrat = next(c for c in reglages["contrat"] if c["debut"] <= annee <= c["fin"])
    piliers, financeurs = contrat["pilier"], reglages["financeur"]
    feuille = _read(racine / str(annee) / "programmation.xlsx", "Programmation")
    titres = {str(titre).strip(): rang for rang, titre in enumerate(feuille[0]) if titre}
    codes = {nom: p["code"] for p in piliers for nom in (p["libelle"], *p.get("alias", ()))}
    payeurs = {
        titres[nom]: f["code"]
        for f in financeurs
        for nom in (f["libelle"], *f.get("alias", ()))
        if nom in titres
    }
    actions = tuple(
        _action(rang, ligne, titres, payeurs, codes)
        for rang, ligne in enumerate(feuille[1:])
        if ligne[titres["Statut"]] and ligne[titres["Pilier"]]
    )
    axes = reglages.get("axe_fcs", ())
    return Territoire(
        tuple(Code(p["code"], p["libelle"]) for p in piliers),
        tuple(Code(f["code"], f["libelle"], f["famille"], f["specifique"]) for f in financeurs),
        actions,
        tuple(_read_fcs(racine / str(annee) / "fcs.xlsx", [a["libelle"] for a in axes])),
        len(axes),
    )


def _action(
    rang: int,
    ligne: tuple[Any, ...],
    titres: dict[str, int],
    payeurs: dict[int, str],
    codes: dict[str, str],
) -> Action:
    dit = {nom: str(ligne[titres[t]] or "") if t in titres else "" for nom, t in _TITRES.items()}
    statut = dit["statut"].lower()
    return Action(
        numero=f"{rang} {dit['numero']}",
        intitule=dit["intitule"],
        operateur=dit["operateur"],
        sorte=dit["sorte"].lower(),
        pilier=codes[ligne[titres["Pilier"]]],
        theme=dit["theme"],
        communes=tuple(nom.strip() for nom in dit["communes"].split(";")),
        statut=_STATUTS.get(statut, statut),
        reconduction=dit["reconduction"].lower(),
        montants={code: Decimal(str(ligne[r])) for r, code in payeurs.items() if ligne[r]},
    )


def _read_fcs(chemin: Path, axes: list[str]) -> list[tuple[int, Decimal]]:
    """The projects of the FCS under the heading of their axis."""
    if not chemin.is_file():
        return []
    projets, axe = list[tuple[int, Decimal]](), 0
    for ligne in _read(chemin, "FCS"):
        textes = [str(cellule) for cellule in ligne if isinstance(cellule, str)]
        nomme = [n for n, libelle in enumerate(axes, 1) if any(libelle in t for t in textes)]
        axe = nomme[0] if nomme else axe
        if isinstance(ligne[0], int) and isinstance(ligne[-1], int | float):
            projets.append((axe, Decimal(str(ligne[-1]))))
    return projets


def _read(chemin: Path, feuille: str) -> list[tuple[Any, ...]]:
    """The rows, from that of the headings on."""
    lignes = list(load_workbook(chemin, data_only=True)[feuille].iter_rows(values_only=True))
    debut = next(n for n, ligne in enumerate(lignes) if "Opérateur" in ligne)
    return lignes[debut:]
