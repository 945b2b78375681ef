"""What can be built: the documents of a project, by name, and how a name is found."""

import unicodedata

import pytest
from docx import Document

from rapportpv.commands.build import Commande, build_document
from rapportpv.commands.documents import list_documents
from rapportpv.commands.fourni import find_modele, templates_dir
from rapportpv.core.errors import DocumentInconnuError
from tests.flatten import plain, read_text


@pytest.fixture
def modele(projet):
    """Lays a template down in the project: modele("communique", titre="…")."""

    def modele(fichier, *, titre="", texte="{{ epci }} : {{ programmation.total }}"):
        (projet / "modeles").mkdir(exist_ok=True)
        document = Document()
        document.core_properties.title = titre
        document.add_paragraph(texte)
        chemin = projet / "modeles" / fichier
        document.save(str(chemin))
        return chemin

    return modele


def test_list_says_what_can_be_built_and_where_from(run, projet, modele):
    modele("communique.docx", titre="Le communiqué de presse")
    modele("rapport.docx", titre="{{ epci }}")
    code, sorti, aparte = run("build", "2023", "--list", ici=projet)
    assert (code, aparte) == (0, "")
    lignes = sorti.splitlines()
    assert "communique (modeles/communique.docx) : Le communiqué de presse" in lignes
    assert any(ligne.startswith("deliberation (modèle fourni) : la dél") for ligne in lignes)
    assert any(ligne.startswith("rapport (modeles/rapport.docx) : ") for ligne in lignes)
    assert not (projet / "sortie").exists()


def test_list_of_a_year_that_is_not_there(run, projet):
    assert run("build", "1999", "--list", ici=projet)[0] == 2


def test_a_template_with_figures_becomes_a_document(projet, modele, tmp_path):
    modele(
        "communique.docx",
        texte="{{ programmation.actions_soutenues | accorde('action', 'actions') }}",
    )
    fabrication = build_document(Commande(projet, 2023, "communique", tmp_path / "sortie"))
    assert fabrication.chemin.name == "communique-2023-projet.docx"
    assert plain(read_text(fabrication.chemin)) == "2 actions"


@pytest.mark.parametrize(
    ("fichier", "demande"),
    [
        ("communiqué de presse.docx", "communiqué de presse"),
        ("communiqué de presse.docx", "Communique de  presse"),
        (unicodedata.normalize("NFD", "communiqué.docx"), "communiqué"),
        ("LETTRE.DOCX", "lettre"),
        ("note (v2).docx", "note (v2)"),
        ("note.v2.docx", "note.v2"),
    ],
)
def test_odd_names_are_found(projet, modele, fichier, demande):
    attendu = modele(fichier)
    assert find_modele(projet, demande) == attendu


@pytest.mark.parametrize("fichier", ["~$communique.docx", "._communique.docx", ".communique.docx"])
def test_what_word_and_a_mac_leave_there_is_no_template(projet, fichier):
    (projet / "modeles").mkdir()
    (projet / "modeles" / fichier).write_bytes(b"x")
    fournis = len(list(templates_dir().glob("*.docx")))
    assert len(list_documents(projet)) == fournis


def test_a_folder_or_another_file_is_no_template(projet):
    (projet / "modeles" / "dossier.docx").mkdir(parents=True)
    (projet / "modeles" / "notes.txt").write_text("x")
    assert {"dossier", "notes"}.isdisjoint(d.nom for d in list_documents(projet))


def test_a_template_that_cannot_be_read_is_listed_without_a_title(projet):
    (projet / "modeles").mkdir()
    (projet / "modeles" / "abime.docx").write_bytes(b"PK\x03\x04 nothing")
    [document] = [d for d in list_documents(projet) if d.nom == "abime"]
    assert document.objet == ""


@pytest.mark.parametrize(
    ("demande", "proche"),
    [("rapprot", "rapport"), ("déliberations", "deliberation")],
)
def test_an_unknown_name_gets_the_nearest(projet, demande, proche):
    with pytest.raises(DocumentInconnuError) as refus:
        find_modele(projet, demande)
    assert f"Vouliez-vous dire « {proche} » ?" in plain(str(refus.value))


@pytest.mark.parametrize("demande", ["délibération", "Deliberation", "DÉLIBÉRATION"])
def test_case_and_accents_do_not_count(projet, demande):
    assert find_modele(projet, demande).name == "deliberation.docx"
