"""What is broken: workbooks, settings and texts, templates, edited documents; and the commands."""

import json
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from tests.conftest import PROGRAMMATION, write_projet
from tests.fuzz.casse import break_text, break_zip
from tests.fuzz.essai import Essai, run
from tests.fuzz.temoin import read_total
from tests.tables import parse_table, write_classeur
from tests.word.fabrique import make_docx, p, tbl

_TOTAL = "programmation.total"
_TEXTE = """# Une année

Le total est de {{ programmation.total }}, pour {{ programmation.actions_soutenues }} actions.

* une liste
* de **deux** points

| Lieu | Nombre |
| --- | --- |
| Orge | 4 |
"""
_MODELE = (
    p("Rapport {{ annee }}", "Titre")
    + p("Le total est {{ programmation.total }}.", "Titre1")
    + p("{%p if tableaux.par_pilier %}")
    + tbl(
        ["Pilier", "Montant"],
        ["{{ tableaux.par_pilier.pilier }}", "{{ tableaux.par_pilier.montant }}"],
    )
    + p("{%p endif %}")
    + p("{{ textes.evolution }}")
)


@dataclass(frozen=True)
class Sujet:
    """A kind of files to break: its name, how many times, one break tried."""

    nom: str
    nombre: int
    try_one: Callable[[Path, random.Random], Iterator[tuple[Essai, str]]]


def make_projet(racine: Path) -> Path:
    """A small project of a year, with ten more actions, a text, and a template of its own."""
    write_projet(racine)
    rangees = parse_table(PROGRAMMATION)
    for rang in range(10):
        etat = ("soutenue", "refusée")[rang % 3 == 2]
        pilier = ("Emploi", "Cohésion sociale")[rang % 2]
        montants = (1000 + rang, rang * 10.5, None)
        rangees.append(
            [f"Action {rang}", f"Association {rang}", "association", pilier, etat, *montants]
        )
    write_classeur(racine / "2023" / "programmation.xlsx", Programmation=rangees)
    (racine / "2023" / "textes").mkdir()
    (racine / "2023" / "textes" / "evolution.md").write_text(_TEXTE, "utf-8")
    (racine / "modeles").mkdir()
    (racine / "modeles" / "essai.docx").write_bytes(make_docx(_MODELE))
    fait = run(["build", "2023", "--force"], racine)
    assert fait.code == 0, fait.annonce
    shutil.move(next((racine / "sortie").glob("*.docx")), racine / "edite.docx")
    return racine


def _replace(racine: Path, nom: str, alea: random.Random, casse: Callable[..., bytes]) -> bytes:
    chemin = racine / nom
    contenu = casse(alea, chemin.read_bytes())
    chemin.write_bytes(contenu)
    return contenu


def try_classeur(racine: Path, alea: random.Random) -> Iterator[tuple[Essai, str]]:
    """`check` says what is wrong; where it says nothing, the total is what another reader adds."""
    contenu = _replace(racine, "2023/programmation.xlsx", alea, break_zip)
    controle = run(["check", "2023"], racine)
    yield controle, ""
    if controle.code == 0:
        vu = run(["show", "2023", "--json"], racine)
        yield vu, _compare(vu, read_total(contenu))


def _compare(vu: Essai, attendu: Decimal | None) -> str:
    """Why a total is wrong, empty when it is right or when nobody else can tell."""
    if vu.code != 0 or attendu is None:
        return ""
    lu = json.loads(vu.dit)["chiffres"].get(_TOTAL, {"valeur": 0})["valeur"]
    ecart = abs(Decimal(str(lu)) - attendu)
    return "" if ecart < Decimal("0.01") else f"total {lu} au lieu de {attendu}"


def try_texte(racine: Path, alea: random.Random) -> Iterator[tuple[Essai, str]]:
    """Settings and texts, in `check` then in `build`."""
    noms = ("rapportpv.toml", "2023/annee.toml", "2023/textes/evolution.md")
    _replace(racine, alea.choice(noms), alea, break_text)
    for commande in (["check", "2023"], ["build", "2023", "essai"]):
        yield run(commande, racine), ""


def try_modele(racine: Path, alea: random.Random) -> Iterator[tuple[Essai, str]]:
    """A template of the project's own."""
    _replace(racine, "modeles/essai.docx", alea, break_zip)
    yield run(["build", "2023", "essai", "--force"], racine), ""


def try_document(racine: Path, alea: random.Random) -> Iterator[tuple[Essai, str]]:
    """An edited document, proofread then refreshed; it is never written over."""
    contenu = _replace(racine, "edite.docx", alea, break_zip)
    for commande in (["relire", "edite.docx", "2023"], ["refresh", "edite.docx", "2023"]):
        fait = run(commande, racine)
        intact = (racine / "edite.docx").read_bytes() == contenu
        yield fait, "" if intact else "le document est récrit"


SUJETS = (
    Sujet("classeurs", 2000, try_classeur),
    Sujet("réglages et textes", 500, try_texte),
    Sujet("modèles Word", 500, try_modele),
    Sujet("documents relus et mis à jour", 500, try_document),
)
