"""The annexe in the report: what it names, what it only counts, and its rows on a page."""

import shutil
from zipfile import ZipFile

import openpyxl
import pytest
from lxml import etree

from rapportpv.commands.build import Commande, build_document
from tests.conftest import EXEMPLE
from tests.flatten import plain, read_headings, read_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def ecartes():
    """The projects of the sample that were not supported, by their names, read with openpyxl.

    Those that an action of the sample is called after are left out.
    """
    classeur = openpyxl.load_workbook(EXEMPLE / "2022/programmation.xlsx", data_only=True)
    rangees = list(classeur["Programmation"].iter_rows(values_only=True))
    debut = next(n for n, r in enumerate(rangees) if "N° dossier" in map(str, r))
    titres = [" ".join(str(c).split()) for c in rangees[debut]]
    intitule, statut = (titres.index(t) for t in ("Intitulé de l'action", "Statut"))
    lues = [(str(r[intitule]), str(r[statut]).strip().lower()) for r in rangees[debut + 1 :]]
    soutenues = [nom for nom, dit in lues if dit == "soutenue"]
    siens = [nom for nom, dit in lues if dit in {"refusée", "ajournée", "retirée"}]
    return [nom for nom in siens if not any(nom in autre for autre in soutenues)]


def build(tmp_path, reglages):
    projet = shutil.copytree(EXEMPLE, tmp_path / "projet")
    with (projet / "rapportpv.toml").open("a", encoding="utf-8") as toml:
        toml.write(f"\n[annexe]\n{reglages}\n")
    fabrication = build_document(Commande(projet, 2022, "rapport", projet / "sortie"))
    assert fabrication.chemin is not None
    return fabrication.chemin


def annexe_of(chemin):
    """What the report prints from the heading of the annexe on."""
    texte = plain(read_text(chemin))
    return texte[texte.rindex("Annexe 1") :]


def test_projects_that_were_not_supported_are_counted_and_never_named(tmp_path, ecartes):
    chemin = build(tmp_path, "")
    assert "34 projets n'ont pas été retenus (18 refusés, 9 ajournés, 7 retirés). " in (
        annexe_of(chemin)
    )
    assert "5 projets sont encore à l'instruction." in annexe_of(chemin)
    assert len(ecartes) > 20
    assert [nom for nom in ecartes if nom in plain(read_text(chemin))] == []


def test_they_are_named_when_the_settings_ask_for_it(tmp_path, ecartes):
    texte = annexe_of(build(tmp_path, 'refusees = "liste"'))
    assert [nom for nom in ecartes if plain(nom) not in texte] == []
    assert "Total | 34 projets" in texte


def test_nothing_is_said_of_them_when_the_settings_want_so(tmp_path):
    texte = annexe_of(build(tmp_path, 'refusees = "non"'))
    assert "retenu" not in texte
    assert "instruction" not in texte


def test_no_annexe_when_the_settings_want_none(tmp_path):
    titres = [titre for _, titre in read_headings(build(tmp_path, "actions = false"))]
    assert [titre for titre in titres if "Annexe" in titre] == []


@pytest.mark.parametrize(
    ("colonnes", "pied"),
    [
        ('"opérateur", "action", "crédits"', "Total : 3 opérateurs | 4 actions | 96 445 €"),
        ('"action", "opérateur", "crédits"', "Total : 4 actions | 3 opérateurs | 96 445 €"),
        ('"communes", "action", "thématique"', "Total | 4 actions | Ensemble"),
    ],
)
def test_the_last_line_says_what_it_is_whatever_its_first_column(tmp_path, colonnes, pied):
    assert pied in annexe_of(build(tmp_path, f"colonnes = [{colonnes}]"))


def test_a_heading_for_each_pilier_that_has_actions(tmp_path):
    titres = [(niveau, plain(titre)) for niveau, titre in read_headings(build(tmp_path, ""))]
    assert titres[-5:] == [
        (1, "Les 132 actions soutenues"),
        (2, "Cohésion sociale"),
        (2, "Emploi et développement économique"),
        (2, "Pilotage, qualification des acteurs, évaluation"),
        (2, "Cadre de vie, renouvellement urbain"),
    ]


def test_new_and_renewed_actions_are_told(tmp_path):
    texte = annexe_of(build(tmp_path, ""))
    assert "reçoivent 5 955 889 € : 30 sont nouvelles, 102 sont reconduites." in texte


def test_a_heading_on_each_page_no_row_cut_and_no_total_alone(tmp_path):
    corps = etree.fromstring(ZipFile(build(tmp_path, "")).read("word/document.xml"))
    tableaux = list(corps.iter(f"{W}tbl"))[-4:]
    assert [len(t.findall(f".//{W}tr")) for t in tableaux] == [98, 28, 6, 8]
    for tableau in tableaux:
        lignes = list(tableau.iter(f"{W}tr"))
        assert all(ligne.find(f"{W}trPr/{W}cantSplit") is not None for ligne in lignes)
        tetes = [ligne.find(f"{W}trPr/{W}tblHeader") is not None for ligne in lignes]
        assert tetes == [True, *[False] * (len(lignes) - 1)]
        assert lignes[-2].find(f".//{W}keepNext") is not None
        grille = [int(c.get(f"{W}w")) for c in tableau.iter(f"{W}gridCol")]
        assert abs(sum(grille) - 9411) < 10  # 166 mm
        assert len(grille) == 6
