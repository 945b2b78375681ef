"""`show --json` says what SQL says, on random projects, wide and long, through six writers."""

import json
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest

from rapportpv.export.json import format_bilan
from rapportpv.year.controle import check_annee
from tests.oracle.echantillons import read_territoire
from tests.oracle.ecrivains import ECRIVAINS
from tests.oracle.feuilles import write_fcs, write_large, write_longue
from tests.oracle.projets import ANNEE, Territoire, draw_territoire
from tests.oracle.sql import TABLES, Chiffres, Oracle

RACINE = Path(__file__).parents[2]
PROJETS = 300
PAR_LOT = 25
PREFIXES = (
    "programmation.",
    "piliers.",
    "financeurs.",
    "credits_",
    "droit_commun.",
    "associations.",
)
PREFIXES += ("reconduction.", "fcs.")
"""The figures that the oracle knows; every one of those shown is compared."""
ECHANTILLONS = {"data/sample": 2022, "docs/exemple": 2024}
FORMES = {"large": write_large, "longue": write_longue}


def write_projet(racine: Path, territoire: Territoire, graine: int, ecrivain: str) -> None:
    """Its settings and its two workbooks, wide when the seed is even."""
    hasard = Random(f"{graine} {ecrivain}")
    suffixe, write = ECRIVAINS[ecrivain]
    annee = racine / str(ANNEE)
    annee.mkdir(parents=True)
    (racine / "rapportpv.toml").write_text(territoire.settings(), "utf-8")
    (annee / "annee.toml").write_text('version = "projet"\narrete_le = 2032-05-02\n', "utf-8")
    forme = FORMES["large" if graine % 2 == 0 else "longue"]
    write(annee / f"programmation{suffixe}", "Programmation", forme(territoire, hasard))
    write(annee / f"fcs{suffixe}", "FCS", write_fcs(territoire, hasard))


def show(racine: Path, annee: int = ANNEE) -> dict[str, Any]:
    """What `show --json` prints of the year; it has no error."""
    controle = check_annee(racine, annee)
    assert not controle.is_blocked(), [str(anomalie) for anomalie in controle.anomalies]
    montre: dict[str, Any] = json.loads(format_bilan(annee, controle.bilan))
    return montre


@pytest.mark.parametrize("lot", range(0, PROJETS, PAR_LOT))
def test_the_figures_are_those_of_sql(tmp_path, lot):
    for graine in range(lot, lot + PAR_LOT):
        territoire = draw_territoire(graine)
        oracle = Oracle(territoire)
        attendus = oracle.figures()
        for ecrivain in choose_ecrivains(graine):
            racine = tmp_path / f"{graine} {ecrivain}"
            write_projet(racine, territoire, graine, ecrivain)
            montre = show(racine)
            assert_figures(montre["chiffres"], attendus)
            assert_tables(montre["tableaux"], oracle)


@pytest.mark.parametrize("echantillon", ECHANTILLONS)
def test_the_figures_of_both_samples_are_those_of_sql(echantillon):
    annee = ECHANTILLONS[echantillon]
    oracle = Oracle(read_territoire(RACINE / echantillon, annee))
    montre = show(RACINE / echantillon, annee)
    assert len([nom for nom in montre["chiffres"] if nom.startswith(PREFIXES)]) > 40
    assert_figures(montre["chiffres"], oracle.figures())
    assert_tables(montre["tableaux"], oracle)


def choose_ecrivains(graine: int) -> list[str]:
    """Two of the six: each meets wide and long sheets, and all of them (1,800) take a minute."""
    noms = list(ECRIVAINS)
    rang = graine // 2 % len(noms)
    return [noms[rang], noms[(rang + 3) % len(noms)]]


def assert_figures(montres: dict[str, Any], attendus: Chiffres) -> None:
    """Every figure that is shown is the oracle's, and every one that is not nil is shown."""
    lus = {n: c["valeur"] for n, c in montres.items() if n.startswith(PREFIXES)}
    assert lus == {nom: float(attendus[nom]) for nom in lus}
    assert {nom for nom, valeur in attendus.items() if valeur} <= lus.keys()
    assert {nom: parse(montres[nom]["affiche"]) for nom in lus} == {
        nom: round_shown(attendus[nom], montres[nom]["unite"]) for nom in lus
    }


def assert_tables(tableaux: dict[str, Any], oracle: Oracle) -> None:
    """The amounts of the tables by theme, by commune, by funder and pilier."""
    for nom in TABLES:
        lus = {ligne[0]: parse(ligne[-2]) for ligne in tableaux.get(nom, {}).get("lignes", ())}
        attendus = oracle.table(nom)
        assert {cle: lus.get(cle, 0) for cle in attendus} == attendus
    partages = tableaux.get("par_commune")
    if partages:
        lus = {ligne[0]: parse(ligne[2]) for ligne in partages["lignes"]}
        attendu = oracle.shared()
        assert ("Actions partagées" in partages["colonnes"]) == bool(attendu)
        assert {cle: lus.get(cle) for cle in attendu} == attendu
    croise = tableaux.get("pilier_financeur")
    if croise:
        _, *piliers, _ = croise["colonnes"]
        lus = {
            (ligne[0], pilier): parse(cellule)
            for ligne in croise["lignes"]
            for pilier, cellule in zip(piliers, ligne[1:-1], strict=True)
        }
        attendu = oracle.cross()
        assert {cle: lus.get(cle, Fraction(0)) for cle in attendu} == attendu


def parse(affiche: str) -> Fraction:
    """The number of a cell: «1 234,50 €», «73,1 %», «–»."""
    nombre = "".join(c for c in affiche if c.isdigit() or c in ",-").replace(",", ".")
    return Fraction(nombre or 0)


def round_shown(valeur: Fraction, unite: str) -> Fraction:
    """What is printed of it: a share half up to one decimal, the rest whole."""
    return Fraction((valeur * 20 + 1) // 2, 10) if unite == "pourcentage" else valeur
