"""The report of the sample, under the programs that people open it with."""

import json
import subprocess

import pytest

pytestmark = pytest.mark.office


def validate(validateur, fichier):
    """The errors that the validator finds."""
    resultat = subprocess.run(
        [validateur, fichier], check=False, capture_output=True, encoding="utf-8", timeout=180
    )
    assert resultat.returncode in {0, 1}, resultat.stderr
    return json.loads(resultat.stdout)["errors"]


def test_no_error_under_the_open_xml_sdk(validateur, rapport):
    assert validate(validateur, rapport) == []


def test_the_validator_sees_a_fault(validateur, tmp_path):
    """An empty list of errors means something."""
    faux = tmp_path / "faux.docx"
    faux.write_text("not a document")
    assert validate(validateur, faux)


def test_libreoffice_lays_it_out(pdf, pdftotext):
    texte = subprocess.run(
        [pdftotext, "-enc", "UTF-8", pdf, "-"], capture_output=True, check=True, timeout=60
    ).stdout.decode("utf-8")
    assert texte.count("\f") >= 6  # one per page
    une_ligne = " ".join(texte.split())  # no-break spaces too
    for attendu in ("5 955 889 €", "73,1 %", "2 312 715 €", "391 987 €"):
        assert attendu in une_ligne
