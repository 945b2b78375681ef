"""The sample, built as a user would; and nothing of it is written in the code."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from openpyxl import load_workbook

from rapportpv.commands.build import Commande, build_document
from rapportpv.commands.remplacement import Etat
from rapportpv.french.lexique import fold
from rapportpv.word.invariants import find_faults
from rapportpv.year.controle import check_annee
from tests.conftest import DEPOT, EXEMPLE
from tests.flatten import plain, read_charts, read_text
from tests.tables import write_classeur


def build(racine: Path, annee: int, sortie: Path) -> Path:
    fabrication = build_document(Commande(racine, annee, "rapport", sortie))
    assert [str(a) for a in fabrication.controle.anomalies] == []
    assert fabrication.chemin
    assert find_faults(fabrication.chemin.read_bytes()) == []
    return fabrication.chemin


@pytest.fixture(scope="module")
def rapport(tmp_path_factory) -> Path:
    return build(EXEMPLE, 2022, tmp_path_factory.mktemp("sortie"))


def test_check_says_nothing():
    assert check_annee(EXEMPLE, 2022).anomalies == ()


def test_the_report_reads_as_it_did(rapport, golden):
    golden("rapport-2022.txt", plain(read_text(rapport)) + "\n")


def test_the_report_prints_every_published_figure_and_neither_misprint(rapport):
    texte = plain(read_text(rapport))
    faits = tomllib.loads((DEPOT / "tests" / "faits-2022.toml").read_text("utf-8"))
    chiffres = check_annee(EXEMPLE, 2022).bilan.chiffres
    absents = {"credits_etat.total"}  # the report gives its shares only
    for nom in faits["chiffres"]:
        if nom not in absents and not nom.endswith((".projets", ".nombre")):
            assert plain(chiffres[nom].affiche) in texte, nom
    for taux in faits["taux_imprimes"].values():
        assert f"{taux} %" in texte
    for taux in faits["taux_entiers"].values():
        assert f"{taux} %" in texte
    for coquille in faits["coquilles"]:
        assert coquille not in texte


def test_the_report_prints_every_published_line(rapport):
    texte = plain(read_text(rapport))
    faits = tomllib.loads((DEPOT / "tests" / "faits-2022.toml").read_text("utf-8"))
    for rang, (operateur, intitule) in enumerate(faits["fcs"], start=1):
        [ligne] = re.findall(rf"(?m)^{rang} \| \D.*", texte)
        mots = re.findall(r"\w+", fold(f"{operateur} {intitule}"))  # names in capitals are softened
        assert re.findall(r"\w+", fold(ligne))[1 : len(mots) + 1] == mots
    for operation in faits["fonds_de_concours"]:
        assert operation in texte


def test_the_charts_hold_the_tables(rapport):
    graphiques = list(read_charts(rapport).values())
    assert len(graphiques) == 3
    assert [g["cache"] for g in graphiques] == [g["classeur"] for g in graphiques]
    assert [(nom, round(taux, 1)) for nom, taux in graphiques[0]["cache"]] == [
        ("Cohésion sociale", 73.1),
        ("Emploi et développement économique", 24.1),
        ("Pilotage, qualification des acteurs, évaluation", 1.6),
        ("Cadre de vie, renouvellement urbain", 1.2),
    ]
    assert [montant for _, montant in graphiques[1]["cache"]] == [
        1714733, 177972, 167778, 154314, 97918,
    ]  # fmt: skip


def change(chemin: Path, cellule: str, valeur: object) -> None:
    classeur = load_workbook(chemin)
    classeur["Programmation"][cellule] = valeur
    classeur.save(chemin)


def find(chemin: Path, texte: str) -> str:
    feuille = load_workbook(chemin)["Programmation"]
    return next(c.coordinate for ligne in feuille.iter_rows() for c in ligne if c.value == texte)


def drop_totals(chemin: Path) -> None:
    """The printed totals, which would rightly protest."""
    classeur = load_workbook(chemin)
    feuille = classeur["Programmation"]
    for ligne in reversed(range(1, feuille.max_row + 1)):
        if re.match(r"(?i)(sous-)?total", str(feuille.cell(ligne, 1).value or "")):
            for fusion in [f for f in feuille.merged_cells.ranges if f.min_row == ligne]:
                feuille.unmerge_cells(str(fusion))
            for cellule in feuille[ligne]:
                cellule.value = None
    total = find(chemin, "Total")
    for ligne in range(int(total[1:]), feuille.max_row + 1):
        feuille[f"{total[0]}{ligne}"] = None
    classeur.save(chemin)


def test_a_change_of_amount_pilier_and_financeur_reaches_text_tables_and_charts(exemple, tmp_path):
    programmation = exemple / "2022" / "programmation.xlsx"
    drop_totals(programmation)
    change(
        programmation, "L6", load_workbook(programmation)["Programmation"]["L6"].value + 12345.67
    )
    change(programmation, "K6", None)  # its coût total, which the new amount would exceed
    reglages = exemple / "rapportpv.toml"
    texte = reglages.read_text("utf-8")
    texte = texte.replace(
        'libelle = "Cohésion sociale", alias = [',
        'libelle = "Vivre ensemble", alias = ["Cohésion sociale", ',
    )
    texte = texte.replace('libelle = "ANCT « BOP 147 »"', 'libelle = "Fonds Zébulon"')
    texte = re.sub(r'(libelle = "Fonds Zébulon"[^[]*?alias = \[)', r'\1"ANCT « BOP 147 »", ', texte)
    reglages.write_text(texte, "utf-8")
    rapport = build(exemple, 2022, tmp_path)
    lu = plain(read_text(rapport))
    assert "5 968 234,67 €" in lu
    assert "5 955 889 €" not in lu
    assert "Vivre ensemble | 4 366 087,67 € | 73,2 %" in lu
    assert "Le pilier « Vivre ensemble » mobilise 73 %" in lu
    assert "Cohésion sociale" not in lu.replace("Fonds de Cohésion Sociale", "")
    assert "Fonds Zébulon | 1 727 078,67 € | 28,9 %" in lu
    assert "BOP 147" not in lu
    piliers, specifiques, _ = read_charts(rapport).values()
    for points in (piliers["cache"], piliers["classeur"]):
        assert points[0][0] == "Vivre ensemble"
        assert points[0][1] == pytest.approx(100 * 4366087.67 / 5968234.67, abs=1e-9)
    for points in (specifiques["cache"], specifiques["classeur"]):
        assert points[0] == ("Fonds Zébulon", 1727078.67)


def test_another_epci_gets_a_report_without_a_word_of_the_first(projet, tmp_path):
    write_classeur(
        projet / "2023" / "fonds_de_concours.xlsx",
        Fonds_de_concours="""
        | Commune | Opération | Dispositif            | Montant |
        | ------- | --------- | --------------------- | ------- |
        | Orge    | Auvent    | Politique de la Ville | 20000   |
        """,
    )
    lu = plain(read_text(build(projet, 2023, tmp_path)))
    for attendu in ("Val d'Orge", "CCVO", "2023", "24 000 €", "Habitat et transition écologique"):
        assert attendu in lu
    assert "cohésion sociale" not in lu.replace("Cohésion sociale", "")  # its own pilier, no FCS
    etrangers = ("CABBALR", "Béthune", "Artois", "BOP 147", "Conseil régional", "2022", "QPV")
    assert [mot for mot in etrangers if mot in lu] == []
    noms_propres = set(re.findall(r"\b[A-ZÉÈ][\w'-]{3,}", plain(_sample_words())))
    communs = set(re.findall(r"\b[A-ZÉÈ][\w'-]{3,}", lu)) & noms_propres
    assert communs <= mots_du_modele()


def _sample_words() -> str:
    """Every text of the sample's workbooks and settings."""
    mots = [(EXEMPLE / "rapportpv.toml").read_text("utf-8")]
    for chemin in sorted((EXEMPLE / "2022").glob("*.xlsx")):
        for feuille in load_workbook(chemin).worksheets:
            mots += [
                str(v) for r in feuille.iter_rows(values_only=True) for v in r if v is not None
            ]
    return "\n".join(mots)


def mots_du_modele() -> set[str]:
    """The words of the template itself, and those that the other EPCI shares by its own data."""
    modele = plain(read_text(DEPOT / "templates" / "rapport.docx"))
    siens = (
        "Communauté Contrat Cohésion ANCT Région Communes Emploi Habitat Ville Politique Total "
        "Opération Commune Montant Droit Amis Club Chantier"  # the last: opérateurs, an action
    )
    return set(re.findall(r"\b[A-ZÉÈ][\w'-]{3,}", modele)) | set(siens.split())


def test_two_builds_are_the_same_bytes(tmp_path):
    """In two processes with two hash seeds, two time zones and two folders."""
    octets = []
    for graine, fuseau in (("1", "UTC"), ("2", "Pacific/Auckland")):
        sortie = tmp_path / fuseau
        subprocess.run(
            [sys.executable, "-m", "rapportpv", "build", "2022", "--sortie", str(sortie)],
            cwd=DEPOT,
            env={
                "PYTHONHASHSEED": graine,
                "TZ": fuseau,
                "PYTHONPATH": str(DEPOT / "src"),
                "PATH": "",
            },
            check=True,
            capture_output=True,
        )
        octets.append((sortie / "rapport-2022-projet.docx").read_bytes())
    assert octets[0] == octets[1]


def test_a_second_build_finds_the_document_unchanged(tmp_path):
    commande = Commande(EXEMPLE, 2022, "rapport", tmp_path)
    assert [build_document(commande).etat for _ in range(2)] == [Etat.ECRIT, Etat.INCHANGE]
