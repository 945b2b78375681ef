"""The programming of the sample: what the published report says of it, and what a sheet is like."""

from collections import Counter
from itertools import groupby
from pathlib import Path

from openpyxl import load_workbook

from tests.tools.conftest import (
    ANNEE,
    BOP_147,
    CADRE,
    COHESION,
    DROIT_COMMUN,
    EMPLOI,
    FINANCEURS,
    PILOTAGE,
    QUARTIERS_D_ETE,
    SAMPLE,
    SPECIFIQUES,
    STATUTS,
    Ligne,
    iter_programmation,
    read_feuille,
    read_table,
    recompute_total,
)
from tools.sample.__main__ import write_sample

ETABLI = "L'ETABLI - ASSOCIATION D'EDUCATION POPULAIRE"


def test_same_bytes_again(tmp_path: Path) -> None:
    chemins = write_sample(tmp_path)
    ecrits = {chemin.relative_to(tmp_path).as_posix() for chemin in chemins}
    assert len(ecrits) == len(chemins)
    for ecrit in ecrits:
        assert (tmp_path / ecrit).read_bytes() == (SAMPLE / ecrit).read_bytes(), ecrit
    a_la_main = {"2022/annee.toml"}
    presents = {f.relative_to(SAMPLE).as_posix() for f in ANNEE.rglob("*") if f.is_file()}
    assert {f for f in presents - a_la_main if "/textes/" not in f} == ecrits


def test_numbers_of_projects(projets: list[Ligne], soutenues: list[Ligne]) -> None:
    assert (len(projets), len(soutenues)) == (171, 132)
    assert {projet["Statut"] for projet in projets} - {"soutenue"} == STATUTS
    assert len({projet["N° dossier"] for projet in projets}) == 171
    assert len({(p["Opérateur"], p["Intitulé de l'action"]) for p in projets}) == 171


def test_columns() -> None:
    entetes = read_feuille("programmation", "Programmation", 4)[0]
    textes = (
        "N° dossier|Intitulé de l'action|Opérateur|Type d'opérateur|SIRET|Pilier|Thématique|"
        "Commune(s)|Quartier(s)|Statut|Coût total"
    )
    suite = ("Total", "Nouvelle ou reconduite", "Observations")
    assert entetes == (*textes.split("|"), *FINANCEURS, *suite)


def test_each_project_is_new_or_goes_on(projets: list[Ligne]) -> None:
    assert {p["Nouvelle ou reconduite"] for p in projets} == {"nouvelle", "reconduite"}


def test_thematiques_are_few_enough_for_a_chart(projets: list[Ligne]) -> None:
    assert len({p["Thématique"] for p in projets}) == 13


def test_operations_of_urban_renewal_have_no_amount(projets: list[Ligne]) -> None:
    operations = read_table("npnru", "NPNRU")
    maitres = [o["Maître d'ouvrage"] for o in operations]
    assert maitres == ["ANCT", "PDCH", "Agglomération", "FOH et PDCH", "Non précisé"]
    assert {o["Montant"] for o in operations} == {None}
    noms = {q["Nom"] for q in read_table("territoire", "Quartiers")}
    assert {o["Quartier"] for o in operations} <= noms


def test_amounts_of_piliers(soutenues: list[Ligne]) -> None:
    sommes: Counter[str] = Counter()
    for projet in soutenues:
        sommes[projet["Pilier"]] += recompute_total(projet)
    assert sommes == {COHESION: 4_353_742, CADRE: 72_933, EMPLOI: 1_432_769, PILOTAGE: 96_445}
    assert sommes.total() == 5_955_889


def test_amounts_of_financeurs(soutenues: list[Ligne]) -> None:
    for financeur, attendu in SPECIFIQUES.items():
        assert sum(projet[financeur] or 0 for projet in soutenues) == attendu, financeur
    for financeur in DROIT_COMMUN:
        assert sum(projet[financeur] or 0 for projet in soutenues) > 0, financeur


def test_share_of_cohesion_sociale_in_credits_of_the_state(soutenues: list[Ligne]) -> None:
    cohesion = [projet for projet in soutenues if projet["Pilier"] == COHESION]
    part = sum((p[BOP_147] or 0) + (p[QUARTIERS_D_ETE] or 0) for p in cohesion)
    assert 76.6 <= 100 * part / 1_882_511 <= 77.4


def test_associations(soutenues: list[Ligne]) -> None:
    nombres = Counter(p["Pilier"] for p in soutenues if p["Type d'opérateur"] == "association")
    assert nombres == {COHESION: 54, EMPLOI: 18, CADRE: 2, PILOTAGE: 1}


def test_money_of_each_row(projets: list[Ligne]) -> None:
    for projet in projets:
        total = recompute_total(projet)
        assert (total > 0) == (projet["Statut"] == "soutenue"), projet
        assert projet["Total"] == (total or None), projet
        assert projet["Coût total"] >= total, projet
        montants = [projet[financeur] for financeur in FINANCEURS]
        assert all(m is None or (isinstance(m, int) and m > 0) for m in montants), projet


def test_order_and_printed_totals() -> None:
    blocs = []
    lignes = iter_programmation()
    for pilier in (COHESION, CADRE, EMPLOI, PILOTAGE):
        bloc = []
        while (ligne := next(lignes))["N° dossier"] != f"Sous-total {pilier}":
            assert ligne["Pilier"] == pilier
            bloc.append(ligne)
        statuts = [statut for statut, _ in groupby(projet["Statut"] for projet in bloc)]
        assert statuts[0] == "soutenue"
        assert len(statuts) == len(set(statuts))
        check_sommes(ligne, bloc)
        blocs += bloc
    total = next(lignes)
    assert total["N° dossier"] == "TOTAL GÉNÉRAL"
    assert total["Total"] == 5_955_889
    check_sommes(total, blocs)
    assert next(lignes, None) is None


def check_sommes(ligne: Ligne, bloc: list[Ligne]) -> None:
    for entete in ["Coût total", *FINANCEURS, "Total"]:
        assert ligne[entete] == sum(projet[entete] or 0 for projet in bloc), entete


def test_no_formula_and_texts_stay_texts() -> None:
    for chemin in sorted(ANNEE.glob("*.xlsx")):
        for feuille in load_workbook(chemin):
            for cellule in (c for ligne in feuille.iter_rows() for c in ligne):
                assert cellule.data_type in {"n", "s", "d"}, cellule.coordinate
                if isinstance(cellule.value, str):
                    assert cellule.value == cellule.value.strip() != ""


def test_focus_actions(soutenues: list[Ligne]) -> None:
    actions = {
        (p["Opérateur"], p["Intitulé de l'action"].strip('"'), p["Type d'opérateur"])
        for p in soutenues
    }
    assert actions >= {
        ("CABBALR", "Les ateliers des petits champions – J'apprends à nager", "EPCI"),
        ("AAE 62", "Jeunes' Event", "association"),
        ("CLUB DE PREVENTION", "Cœur de Cités", "association"),
        (ETABLI, "Appui méthodologique à la participation citoyenne", "association"),
    }
