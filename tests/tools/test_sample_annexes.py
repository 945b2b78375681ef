"""The other workbooks of the sample agree with the report, and with the programming."""

import tomllib
from collections import Counter

import pytest

from tests.tools.conftest import (
    ANNEE,
    CADRE,
    COHESION,
    EMPLOI,
    FCS,
    FINANCEURS,
    PILOTAGE,
    SAMPLE,
    SPECIFIQUES,
    Ligne,
    read_table,
)

COMMUNES = (
    "62119 Béthune|62178 Bruay-la-Buissière|62457 Houdain|62048 Auchel|62051 Auchy-les-Mines|"
    "62194 Calonne-Ricouart|62516 Lillers|62617 Nœux-les-Mines|62401 Haisnes|62083 Barlin|"
    "62126 Beuvry|62400 Haillicourt|62555 Marles-les-Mines|62270 Divion|62473 Isbergues|"
    "62443 Hersin-Coupigny"
)
REFERENTS = {"Alexandre HERMANT", "Carole WAREMBOURG", "Sarah THEDREZ"}


@pytest.fixture(scope="module")
def lignes_fcs() -> list[Ligne]:
    return [ligne for ligne in read_table("fcs", "FCS") if isinstance(ligne["N°"], int)]


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
