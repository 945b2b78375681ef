"""The sample project: written again, it is the same; and it says what the published report says."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tools.sample.__main__ import write_sample

SAMPLE = Path(__file__).parents[2] / "data" / "sample"
ANNEE = SAMPLE / "2022"

COHESION = "Cohésion sociale"
CADRE = "Cadre de vie, renouvellement urbain"
EMPLOI = "Emploi et développement économique"
PILOTAGE = "Pilotage, qualification des acteurs, évaluation"

BOP_147, QUARTIERS_D_ETE = "ANCT « BOP 147 »", "QE 2022"
FCS = "CABBALR « Fonds de Cohésion Sociale »"
SPECIFIQUES = {
    BOP_147: 1_714_733,
    QUARTIERS_D_ETE: 167_778,
    "Conseil régional « fonctionnement »": 154_314,
    "Conseil régional « investissement »": 177_972,
    FCS: 97_918,
}
DROIT_COMMUN = ["État (droit commun)", "Département", "CABBALR (droit commun)", "Communes"]
DROIT_COMMUN += ["CAF", "Bailleurs sociaux", "Europe (FSE)", "Autres financeurs"]
FINANCEURS = [*SPECIFIQUES, *DROIT_COMMUN]
STATUTS = {"refusée", "ajournée", "retirée", "en instruction"}

COMMUNES = (
    "62119 Béthune|62178 Bruay-la-Buissière|62457 Houdain|62048 Auchel|62051 Auchy-les-Mines|"
    "62194 Calonne-Ricouart|62516 Lillers|62617 Nœux-les-Mines|62401 Haisnes|62083 Barlin|"
    "62126 Beuvry|62400 Haillicourt|62555 Marles-les-Mines|62270 Divion|62473 Isbergues|"
    "62443 Hersin-Coupigny"
)
ETABLI = "L'ETABLI - ASSOCIATION D'EDUCATION POPULAIRE"
REFERENTS = {"Alexandre HERMANT", "Carole WAREMBOURG", "Sarah THEDREZ"}

Ligne = dict[str, Any]


def read_feuille(nom: str, feuille: str, ligne_entetes: int) -> list[tuple[Any, ...]]:
    """The heading row and all rows below it."""
    classeur = load_workbook(ANNEE / f"{nom}.xlsx")
    return list(classeur[feuille].iter_rows(min_row=ligne_entetes, values_only=True))


def read_table(nom: str, feuille: str) -> list[Ligne]:
    """The rows under the headings of row 3, by heading."""
    entetes, *lignes = read_feuille(nom, feuille, 3)
    return [dict(zip(entetes, ligne, strict=True)) for ligne in lignes]


def iter_programmation() -> Iterator[Ligne]:
    entetes, *lignes = read_feuille("programmation", "Programmation", 4)
    for ligne in lignes:
        yield dict(zip(entetes, ligne, strict=True))


def recompute_total(projet: Ligne) -> int:
    return sum(projet[financeur] or 0 for financeur in FINANCEURS)


@pytest.fixture(scope="module")
def projets() -> list[Ligne]:
    return [ligne for ligne in iter_programmation() if ligne["Intitulé de l'action"]]


@pytest.fixture(scope="module")
def soutenues(projets: list[Ligne]) -> list[Ligne]:
    return [projet for projet in projets if projet["Statut"] == "soutenue"]


@pytest.fixture(scope="module")
def lignes_fcs() -> list[Ligne]:
    return [ligne for ligne in read_table("fcs", "FCS") if isinstance(ligne["N°"], int)]


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


def test_fcs_lines(lignes_fcs: list[Ligne]) -> None:
    assert [ligne["N°"] for ligne in lignes_fcs] == list(range(1, 32))
    assert sum(ligne["Montant"] for ligne in lignes_fcs) == 97_918
    par_numero = {ligne["N°"]: ligne for ligne in lignes_fcs}
    assert par_numero[13]["Intitulé"] == '"Ferme pédagogique "école Perret"'
    assert par_numero[28]["Montant"] == 5_918
    assert par_numero[31]["Opérateur"] == "ASSOCIATION DEV AND YOU"


def test_fcs_axes_and_totals() -> None:
    reglages = tomllib.loads((SAMPLE / "rapportpv.toml").read_text(encoding="utf-8"))
    titres, totaux, nombres, nombre = [], [], [], 0
    for ligne in read_table("fcs", "FCS"):
        if isinstance(ligne["N°"], int):
            nombre += 1
        elif ligne["N°"].startswith("TOTAL_"):
            totaux.append((ligne["N°"], ligne["Montant"]))
            nombres.append(nombre)
            nombre = 0
        else:
            titres.append(ligne["N°"])
    assert titres == [f"{axe['numero']}. {axe['libelle']}" for axe in reglages["axe_fcs"]]
    montants = [8_250, 15_000, 26_850, 32_818, 15_000]
    assert totaux == [(f"TOTAL_{n}", montant) for n, montant in enumerate(montants, 1)]
    assert nombres == [5, 1, 20, 4, 1]


def test_fcs_actions_are_in_the_programmation(
    soutenues: list[Ligne], lignes_fcs: list[Ligne]
) -> None:
    avec_fcs = [projet for projet in soutenues if projet[FCS]]
    assert {projet["Type d'opérateur"] for projet in avec_fcs} == {"association"}
    assert {(p["Opérateur"], p["Intitulé de l'action"], p[FCS]) for p in avec_fcs} == {
        (ligne["Opérateur"], ligne["Intitulé"], ligne["Montant"]) for ligne in lignes_fcs
    }
    assert len(avec_fcs) == 31


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


def test_fonds_de_concours() -> None:
    lignes = read_table("fonds_de_concours", "Fonds de concours")
    operations = [ligne for ligne in lignes if ligne["Opération"]]
    ville = [o for o in operations if o["Dispositif"] == "Politique de la Ville"]
    npnru = [o for o in operations if o["Dispositif"] == "NPNRU"]
    assert (len(ville), sum(o["Montant"] for o in ville)) == (7, 391_987)
    assert (len(npnru), sum(o["Montant"] for o in npnru)) == (1, 252_500)
    totaux = {ligne["Commune"]: ligne["Montant"] for ligne in lignes if not ligne["Opération"]}
    assert totaux == {"Total Politique de la Ville": 391_987, "Total NPNRU": 252_500}


def test_territoire(projets: list[Ligne], lignes_fcs: list[Ligne]) -> None:
    communes = read_table("territoire", "Communes")
    quartiers = read_table("territoire", "Quartiers")
    assert "|".join(f"{c['Code INSEE']} {c['Commune']}" for c in communes) == COMMUNES
    assert {c["Référent"] for c in communes} == REFERENTS
    assert Counter(q["Type"] for q in quartiers) == {"QPV": 16, "communautaire": 5}
    assert len({q["Code"] for q in quartiers}) == len({q["Nom"] for q in quartiers}) == 21
    assert any(";" in q["Commune(s)"] for q in quartiers)
    noms = {commune["Commune"] for commune in communes}
    assert split(projets, "Commune(s)") == split(quartiers, "Commune(s)") == noms
    assert split(projets, "Quartier(s)") == {q["Nom"] for q in quartiers}
    concours = read_table("fonds_de_concours", "Fonds de concours")
    assert {o["Commune"] for o in concours if o["Opération"]} <= noms
    assert {ligne["Commune"] for ligne in lignes_fcs} <= {None, *noms}


def test_quartiers_and_communes_of_a_project_agree(projets: list[Ligne]) -> None:
    lieux = {
        quartier["Nom"]: set(quartier["Commune(s)"].split("; "))
        for quartier in read_table("territoire", "Quartiers")
    }
    for projet in projets:
        communes = set(projet["Commune(s)"].split("; "))
        quartiers = projet["Quartier(s)"].split("; ")
        assert all(lieux[quartier] & communes for quartier in quartiers), projet
        assert communes <= set().union(*(lieux[quartier] for quartier in quartiers)), projet


def split(lignes: list[Ligne], entete: str) -> set[str]:
    return {nom for ligne in lignes for nom in ligne[entete].split("; ")}


def test_siret(projets: list[Ligne]) -> None:
    par_operateur: dict[str, set[str | None]] = {}
    for projet in projets:
        par_operateur.setdefault(projet["Opérateur"], set()).add(projet["SIRET"])
    assert all(len(numeros) == 1 for numeros in par_operateur.values())
    donnes = [siret for (siret,) in par_operateur.values() if siret]
    assert len(donnes) == len(set(donnes)) > 0
    for siret in donnes:
        assert len(siret) == 14
        assert luhn(siret)
        assert luhn(siret[:9])


def luhn(numero: str) -> bool:
    chiffres = [int(c) for c in reversed(numero)]
    return (sum(chiffres[::2]) + sum(sum(divmod(2 * c, 10)) for c in chiffres[1::2])) % 10 == 0


def test_settings() -> None:
    reglages = tomllib.loads((SAMPLE / "rapportpv.toml").read_text(encoding="utf-8"))
    annee = tomllib.loads((ANNEE / "annee.toml").read_text(encoding="utf-8"))
    assert (annee["version"], str(annee["arrete_le"])) == ("projet", "2023-06-27")
    assert annee["geographie"] == {"communes": 16, "quartiers": 21, "quartiers_etat": 16}
    consultation = annee["consultation"]
    jours = (consultation["transmission_le"], consultation["avis_au_plus_tard_le"])
    assert [str(jour) for jour in jours] == ["2023-07-03", "2023-10-03"]
    (contrat,) = reglages["contrat"]
    assert [pilier["libelle"] for pilier in contrat["pilier"]] == [
        COHESION,
        CADRE,
        EMPLOI,
        PILOTAGE,
    ]
    financeurs = reglages["financeur"]
    for entete, financeur in zip(FINANCEURS, financeurs, strict=True):
        assert entete in [financeur["libelle"], *financeur["alias"]]
        assert financeur["specifique"] == (entete in SPECIFIQUES)
