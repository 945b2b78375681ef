"""`rapportpv pdf` as its users run it: from an edited document, which stays as it is."""

import os

import pytest
from docx import Document
from docx.oxml import OxmlElement

from tests.export.test_pdf import COMME_LIBREOFFICE, soffice

__all__ = ("soffice",)
posix = pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")


@pytest.fixture
def edite(tmp_path):
    """A document that somebody wrote in Word."""
    chemin = tmp_path / "Rapport relu.docx"
    document = Document()
    document.add_paragraph("Une phrase de la main d’un élu.")
    document.save(str(chemin))
    return chemin


@posix
def test_the_pdf_of_an_edited_document_stands_beside_it(run, edite, soffice):
    soffice(COMME_LIBREOFFICE)
    avant = edite.read_bytes()
    assert run("pdf", edite.name) == (0, "Document écrit : Rapport relu.pdf\n", "")
    assert edite.read_bytes() == avant
    assert edite.with_suffix(".pdf").read_bytes().startswith(b"%PDF-")
    assert run("pdf", edite.name)[1] == "Document inchangé : Rapport relu.pdf\n"


@posix
def test_a_signed_pdf_is_kept(run, edite, soffice):
    soffice(COMME_LIBREOFFICE)
    run("pdf", edite.name)
    chemin = edite.with_suffix(".pdf")
    signe = chemin.read_bytes() + b"signature\n%%EOF\n"
    chemin.write_bytes(signe)
    code, sorti, aparte = run("pdf", edite.name)
    assert (code, sorti, chemin.read_bytes()) == (2, "", signe)
    assert "refresh" not in aparte, "a PDF cannot be brought up to date"
    code, sorti, _ = run("pdf", edite.name, "--ecraser")
    copie = sorti.split("gardée : ")[1].strip()
    assert (code, (edite.parent / copie).read_bytes()) == (0, signe)


@posix
def test_tracked_changes_and_an_open_document_are_told(run, edite, soffice):
    soffice(COMME_LIBREOFFICE)
    document = Document(str(edite))
    document.paragraphs[0]._p.append(OxmlElement("w:ins"))
    document.save(str(edite))
    (edite.parent / f".~lock.{edite.name}#").touch()
    code, _, aparte = run("pdf", edite.name, "--sortie", "ailleurs")
    assert code == 0
    assert "modifications suivies" in aparte
    assert "est ouvert" in aparte
    assert (edite.parent / "ailleurs" / "Rapport relu.pdf").exists()


@pytest.mark.parametrize("contenu", [b"", b"PK\x03\x04", b"%PDF-1.7", None])
def test_what_is_no_document_is_told_and_nothing_is_written(run, tmp_path, contenu):
    chemin = tmp_path / "x.docx"
    if contenu is not None:
        chemin.write_bytes(contenu)
    avant = sorted(tmp_path.iterdir())
    code, sorti, aparte = run("pdf", "x.docx")
    assert (code, sorti, aparte.count("\n")) == (2, "", 1)
    assert "ne peut pas être lu" in aparte
    assert sorted(tmp_path.iterdir()) == avant
