"""`rapportpv relire`, from its arguments to what it prints and writes."""

import io
import json
import zipfile

import docx
import pytest

from rapportpv.core.zip import read_zip, write_zip
from rapportpv.word.invariants import find_faults
from rapportpv.word.ooxml import w
from tests.flatten import plain


@pytest.fixture(scope="module")
def rapport(tmp_path_factory):
    """The parts of the report of a small project, and the project."""
    from rapportpv.commands.build import Commande, build_document
    from tests.conftest import write_projet

    racine = write_projet(tmp_path_factory.mktemp("projet"))
    fabrication = build_document(Commande(racine, 2023, "rapport", racine / "sortie"))
    return racine, fabrication.chemin.read_bytes()


@pytest.fixture
def edite(rapport, tmp_path):
    """Writes the report, edited: each text replaced by another."""
    racine, octets = rapport

    def edite(*changements, nom="edite.docx"):
        parts = read_zip(octets)
        xml = parts["word/document.xml"].decode()
        for avant, apres in changements:
            assert avant in xml
            xml = xml.replace(avant, apres)
        parts["word/document.xml"] = xml.encode()
        chemin = tmp_path / nom
        chemin.write_bytes(write_zip(parts))
        return racine, chemin

    return edite


FAUTE = ("24\u202f000\u00a0€", "24\u202f009\u00a0€")


def test_a_document_that_says_the_figures_is_right(run, edite):
    racine, chemin = edite()
    code, dit, _ = run("relire", str(chemin), "2023", ici=racine)
    assert code == 0
    assert "contredi" not in dit.lower()


def test_a_contradiction_is_told_and_exits_1(run, edite):
    racine, chemin = edite(FAUTE)
    avant = chemin.read_bytes()
    code, dit, _ = run("relire", str(chemin), "2023", ici=racine)
    assert code == 1
    assert "« 24 009 € » : programmation.total vaut 24 000 € (un chiffre diffère)." in dit
    assert chemin.read_bytes() == avant


def test_the_json_tells_every_number(run, edite):
    racine, chemin = edite(FAUTE)
    code, dit, _ = run("relire", str(chemin), "2023", "--format", "json", ici=racine)
    donnees = json.loads(dit)
    assert (code, donnees["version"], donnees["annee"]) == (1, 1, 2023)
    faute = next(n for n in donnees["nombres"] if n["verdict"] == "contredit")
    assert faute["chiffre"] == "programmation.total"
    assert faute["certain"] is True
    assert faute["sources"] == ["2023/programmation.xlsx › Programmation › F2:H3"]
    assert donnees["bilan"]["contredit"] == sum(
        n["verdict"] == "contredit" for n in donnees["nombres"]
    )


def test_the_certificate_is_dated_by_the_document_and_escapes_what_is_in_it(run, edite):
    racine, chemin = edite((">Sommaire<", ">&lt;script&gt; 12 345 €<"))
    code, dit, _ = run("relire", str(chemin), "2023", "--format", "html", ici=racine)
    assert code == 0
    assert '<html lang="fr">' in dit
    assert "1er juillet 2024" in dit
    assert "<script>" not in dit
    assert "&lt;script&gt;" in dit
    assert dit.count("<caption>") == dit.count("<table")
    assert "<th>" not in dit  # each has its scope


def test_the_copy_has_a_word_comment_on_the_number_itself(run, edite, tmp_path):
    racine, chemin = edite(FAUTE)
    copie = tmp_path / "copie.docx"
    code, dit, _ = run("relire", str(chemin), "2023", "--annoter", str(copie), ici=racine)
    assert code == 1
    assert "Copie annotée" in dit
    document = docx.Document(str(copie))
    textes = [plain(commentaire.text) for commentaire in document.comments]
    assert textes
    assert all("contredit « programmation.total », qui vaut 24 000 €" in t for t in textes)
    assert {c.timestamp.date().isoformat() for c in document.comments} == {"2024-07-01"}
    commentes = []
    for debut in document.element.body.iter(w("commentRangeStart")):
        suite = debut.getnext()
        commentes.append("".join(t.text or "" for t in suite.iter(w("t"))))
    assert {plain(texte) for texte in commentes} == {"24 009 €"}
    assert find_faults(copie.read_bytes()) == []


def test_two_copies_are_the_same_bytes(run, edite, tmp_path):
    racine, chemin = edite(FAUTE)
    for nom in ("un.docx", "deux.docx"):
        run("relire", str(chemin), "2023", "--annoter", str(tmp_path / nom), ici=racine)
    assert (tmp_path / "un.docx").read_bytes() == (tmp_path / "deux.docx").read_bytes()


def test_a_number_inside_a_long_run_is_cut_out_for_its_comment(run, rapport, tmp_path):
    racine, _ = rapport
    document = docx.Document()
    document.add_paragraph("La programmation s’élève à 24 009 €, ni plus ni moins.")
    chemin, copie = tmp_path / "autre.docx", tmp_path / "copie.docx"
    document.save(str(chemin))
    code, _, _ = run("relire", str(chemin), "2023", "--annoter", str(copie), ici=racine)
    assert code == 1
    (paragraphe,) = docx.Document(str(copie)).paragraphs
    assert paragraphe.text == "La programmation s’élève à 24 009 €, ni plus ni moins."
    assert "24 009 €" in [run_.text for run_ in paragraphe.runs]


def test_the_original_is_never_the_copy_and_another_file_is_not_erased_unasked(
    run, edite, tmp_path
):
    racine, chemin = edite(FAUTE)
    autre = tmp_path / "autre.docx"
    autre.write_bytes(b"a moi")
    for copie, raison in ((chemin, "document lui-même"), (autre, "existe déjà")):
        code, _, aparte = run("relire", str(chemin), "2023", "--annoter", str(copie), ici=racine)
        assert code == 2
        assert raison in aparte
    assert autre.read_bytes() == b"a moi"
    code, sorti, _ = run(
        "relire", str(chemin), "2023", "--annoter", str(autre), "--ecraser", ici=racine
    )
    assert code == 1
    assert zipfile.is_zipfile(autre)
    (gardee,) = autre.parent.glob(f"{autre.stem}-avant-*{autre.suffix}")
    assert gardee.read_bytes() == b"a moi"
    assert gardee.name in sorti


@pytest.mark.parametrize(
    ("nom", "octets", "phrase"),
    [
        ("a.docx", b"", "vide"),
        ("b.docx", b"PK\x03\x04 coupe", "abîmé"),
        ("d.docm", b"PK", "macros"),
        ("e.odt", b"bonjour", "abîmé"),
        ("f.pdf", b"bonjour", "ce n'est pas un PDF"),
        ("g.txt", b"\0\1\2", "ce n'est pas un texte"),
        ("h.rtf", b"{\\rtf1}", "format"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(run, projet, nom, octets, phrase):
    (projet / nom).write_bytes(octets)
    code, dit, aparte = run("relire", str(projet / nom), "2023", ici=projet)
    assert (code, dit) == (2, "")
    assert phrase in aparte
    assert len(aparte.strip().splitlines()) == 1


def test_the_document_of_another_year_or_epci_is_refused(run, edite):
    racine, chemin = edite()
    (racine / "2024").mkdir(exist_ok=True)
    (racine / "2024" / "annee.toml").write_text(
        'version = "projet"\narrete_le = 2025-07-01\n', "utf-8"
    )
    (racine / "2024" / "programmation.xlsx").write_bytes(
        (racine / "2023" / "programmation.xlsx").read_bytes()
    )
    code, _, aparte = run("relire", str(chemin), "2024", ici=racine)
    assert code == 2
    assert "il est de l'année 2023" in aparte


def test_a_plain_text_is_read_too(run, projet, tmp_path):
    (tmp_path / "note.txt").write_bytes("La programmation est de 24 009 €.".encode("cp1252"))
    code, dit, _ = run("relire", str(tmp_path / "note.txt"), "2023", ici=projet)
    assert code == 1
    assert "programmation.total vaut 24 000 €" in dit


def test_a_libreoffice_document_is_read_too(run, projet, tmp_path):
    espaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    contenu = (
        f"<office:document-content {espaces}><office:body><office:text>"
        "<text:h>Le bilan</text:h><text:tracked-changes><text:p>programmation de 1 €</text:p>"
        "</text:tracked-changes><text:p>La programmation est de 24<text:s/>009 €.</text:p>"
        "</office:text></office:body></office:document-content>"
    )
    tampon = io.BytesIO()
    with zipfile.ZipFile(tampon, "w") as archive:
        archive.writestr("content.xml", contenu)
    (tmp_path / "note.odt").write_bytes(tampon.getvalue())
    code, dit, _ = run("relire", str(tmp_path / "note.odt"), "2023", ici=projet)
    assert code == 1
    assert "« 24 009 € » : programmation.total vaut 24 000 € (un chiffre diffère). Le bilan" in dit


def test_a_pdf_is_read_page_by_page(run, projet, tmp_path):
    from tests.review.relecture.ecrits import make_pdf

    (tmp_path / "note.pdf").write_bytes(make_pdf("La programmation est de 24 009 euros."))
    code, dit, _ = run("relire", str(tmp_path / "note.pdf"), "2023", ici=projet)
    assert code == 1
    assert "page 1" in dit


def test_a_year_with_errors_is_not_held_against_anything(run, projet, tmp_path):
    (projet / "2023" / "programmation.xlsx").write_bytes(b"")
    (tmp_path / "note.txt").write_text("24 009 €", "utf-8")
    code, dit, aparte = run("relire", str(tmp_path / "note.txt"), "2023", ici=projet)
    assert (code, dit) == (1, "")
    assert "PV002" in aparte
