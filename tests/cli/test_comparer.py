"""`rapportpv comparer` as its users run it: what is printed, what is written, the exit code."""

import json
import os

import pytest

from tests.review.comparaison.minimal import controle, make, p, t, tbl
from tests.review.comparaison.suivies import accepted, refused

TABLE = [["Pilier", "Montant"], ["Emploi", "12 €"], ["Culture", "5 €"]]
AUTRE = [["Pilier", "Montant"], ["Emploi", "13 €"], ["Culture", "5 €"], ["Sport", "4 €"]]
PHRASE = "Les habitants du quartier ont été consultés au printemps sur le projet."


@pytest.fixture
def deux(tmp_path):
    """Two versions of a document, in a folder."""
    total = [
        controle("programmation.total", t(montant)) for montant in ("5 955 889 €", "5 955 899 €")
    ]
    avant = make(
        p("Bilan", style="Titre1"), p("Soit ", total[0], "."), p(PHRASE),
        p("Tableau 1. Piliers"), tbl(*TABLE), p("Ce paragraphe disparaît."),
    )  # fmt: skip
    apres = make(
        p("Bilan", style="Titre1"), p("Soit ", total[1], "."), p(PHRASE.replace("printemps", "bord")),
        p("Tableau 1. Piliers"), tbl(*AUTRE), p(t("Fin.")),
    )  # fmt: skip
    for nom, ouvert in (("projet", avant), ("définitif", apres)):
        (tmp_path / f"{nom}.docx").write_bytes(ouvert.octets)
    return tmp_path


def test_the_list_reads_from_top_to_bottom(run, deux):
    code, sorti, aparte = run("comparer", "projet.docx", "définitif.docx")
    assert (code, aparte) == (0, "")
    assert sorti == (
        "De « projet.docx » à « définitif.docx » : 1 chiffre, 3 paragraphes, 1 ligne, 1 cellule.\n"
        "Chiffres\n"
        "  programmation.total : 5 955 889 € → 5 955 899 €\n"
        "    Bilan › « Soit 5 955 899 €. »\n"
        "Bilan\n"
        "  Paragraphe modifié : « Les habitants du quartier ont été consultés au … »\n"
        "    après « …ont été consultés au » : « printemps » → « bord »\n"
        "  Tableau 1. Piliers\n"
        "    Cellule modifiée : ligne « Emploi » › colonne « Montant »\n"
        "      « 12 € » → « 13 € »\n"
        "    Ligne ajoutée\n"
        "      « Sport | 4 € »\n"
        "  Paragraphe retiré\n"
        "    « Ce paragraphe disparaît. »\n"
        "  Paragraphe ajouté\n"
        "    « Fin. »\n"
    )


def test_a_document_and_itself(run, deux):
    code, sorti, _ = run("comparer", "projet.docx", "projet.docx")
    assert (code, sorti) == (0, "Rien n'a changé de « projet.docx » à « projet.docx ».\n")


def test_tracked_changes_are_written_beside(run, deux):
    avant, apres = ((deux / f"{nom}.docx").read_bytes() for nom in ("projet", "définitif"))
    code, sorti, _ = run("comparer", "projet.docx", "définitif.docx", "--suivi", "suivi.docx")
    assert (code, sorti.splitlines()[-1]) == (0, "Document écrit : suivi.docx")
    suivi = (deux / "suivi.docx").read_bytes()
    assert accepted(suivi) == accepted(apres)
    assert refused(suivi) == accepted(avant)
    assert avant == (deux / "projet.docx").read_bytes()
    assert apres == (deux / "définitif.docx").read_bytes()
    run("comparer", "projet.docx", "définitif.docx", "--suivi", "encore.docx")
    assert (deux / "encore.docx").read_bytes() == suivi, "the same bytes"
    _, sorti, _ = run("comparer", "projet.docx", "définitif.docx", "--suivi", "suivi.docx")
    assert "Document inchangé : suivi.docx" in sorti


def test_what_somebody_made_of_the_tracked_changes_is_kept(run, deux):
    ordre = ("comparer", "projet.docx", "définitif.docx", "--suivi", "suivi.docx")
    relu = make(p("Relu par le service.")).octets
    (deux / "suivi.docx").write_bytes(relu)
    os.utime(deux / "suivi.docx", (1_700_000_000, 1_700_000_000))
    code, sorti, aparte = run(*ordre)
    assert (code, sorti, aparte.count("\n")) == (2, "", 1)
    assert "--ecraser" in aparte
    assert (deux / "suivi.docx").read_bytes() == relu
    code, sorti, _ = run(*ordre, "--ecraser")
    assert code == 0
    assert "gardée : suivi-avant-2023-11-14.docx" in sorti
    assert (deux / "suivi-avant-2023-11-14.docx").read_bytes() == relu


@pytest.mark.parametrize("nom", ["projet.docx", "définitif.docx", "suivi.odt"])
def test_the_tracked_changes_take_the_place_of_neither(run, deux, nom):
    avant = {f: f.read_bytes() for f in deux.iterdir()}
    code, sorti, aparte = run(
        "comparer", "projet.docx", "définitif.docx", "--suivi", nom, "--ecraser"
    )
    assert (code, sorti, aparte.count("\n")) == (2, "", 1)
    assert {f: f.read_bytes() for f in deux.iterdir()} == avant


@pytest.mark.parametrize("contenu", [b"", b"PK\x03\x04", b"%PDF-1.7", b"\xd0\xcf\x11\xe0", None])
def test_what_is_no_document_is_told_and_nothing_is_written(run, deux, contenu):
    if contenu is not None:
        (deux / "x.docx").write_bytes(contenu)
    avant = sorted(deux.iterdir())
    for couple in (("x.docx", "projet.docx"), ("projet.docx", "x.docx")):
        code, sorti, aparte = run("comparer", *couple, "--suivi", "suivi.docx")
        assert (code, sorti, aparte.count("\n")) == (2, "", 1)
        assert "x.docx » ne peut pas être lu" in aparte
    assert sorted(deux.iterdir()) == avant


def test_json_for_a_program(run, deux):
    code, sorti, aparte = run(
        "comparer", "projet.docx", "définitif.docx", "--format", "json", "--suivi", "s.docx"
    )
    lu = json.loads(sorti)
    assert (code, aparte) == (0, "Document écrit : s.docx\n")
    assert lu["change"] is True
    assert [(c["nom"], c["avant"], c["apres"]) for c in lu["chiffres"]] == [
        ("programmation.total", "5 955 889 €", "5 955 899 €")
    ]
    assert [(c["objet"], c["sorte"]) for c in lu["changements"]] == [
        ("paragraphe", "modifié"), ("cellule", "modifié"), ("ligne", "ajouté"),
        ("paragraphe", "retiré"), ("paragraphe", "ajouté"),
    ]  # fmt: skip
    assert lu["changements"][0]["mots"] == [
        {
            "apres": "Les habitants du quartier ont été consultés au ",
            "retire": "printemps",
            "ajoute": "bord",
        }
    ]
    assert lu["changements"][1]["lieu"]["colonne"] == "Montant"


def test_a_page_to_print(run, deux):
    code, page, _ = run("comparer", "projet.docx", "définitif.docx", "--format", "html")
    assert code == 0
    assert '<html lang="fr">' in page
    assert "<del>printemps</del><ins>bord</ins>" in page
    assert "<del>12 €</del> <ins>13 €</ins>" in page
    assert '<th scope="row"><code>programmation.total</code></th>' in page
    assert "<script" not in page


def test_words_of_a_document_are_no_tags(run, tmp_path):
    for nom, texte in (("a", "Rien."), ("b", "<script>alert(1)</script>\x1b[31m")):
        bloc = p(t(texte.replace("\x1b", "")))
        (tmp_path / f"{nom}.docx").write_bytes(make(bloc).octets)
    page = run("comparer", "a.docx", "b.docx", "--format", "html")[1]
    assert "<script" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("largeur", [60, 80, 120])
def test_lines_fit_the_window(run, deux, monkeypatch, largeur):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", str(largeur))
    _, sorti, _ = run("comparer", "projet.docx", "définitif.docx")
    sans_couleur = sorti.replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert max(map(len, sans_couleur.splitlines())) <= largeur
    assert "printemps" in sans_couleur
