"""The PDF of the sample's report, by LibreOffice itself."""

import subprocess
import sys

import pytest

from tests.office.conftest import RACINE

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def pdfs(pdf, tmp_path_factory):
    """The same report twice, made in two time zones."""
    sortie = tmp_path_factory.mktemp("sortie")
    commande = ("build", "2022", "--format", "docx,pdf", "--sortie", sortie)
    subprocess.run(
        ["env", "TZ=Pacific/Auckland", sys.executable, "-m", "rapportpv", *commande],
        cwd=RACINE,
        check=True,
    )
    return [pdf, sortie / pdf.name]


def test_the_same_workbooks_give_the_same_pdf(pdfs):
    assert pdfs[0].read_bytes() == pdfs[1].read_bytes()


def test_it_is_for_everybody(pdfs):
    octets = pdfs[0].read_bytes()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in octets
    assert b"/Marked true" in octets
    assert b"/Lang (fr-FR)" in octets
    assert b"/Outlines" in octets


def test_it_is_dated_as_the_document_is(pdfs):
    assert b"/CreationDate (D:20230627000000Z')" in pdfs[0].read_bytes()


def test_it_holds_the_report(pdfs, pdftotext):
    texte = subprocess.run(
        [pdftotext, "-enc", "UTF-8", pdfs[0], "-"], capture_output=True, check=True, timeout=60
    ).stdout.decode("utf-8")
    assert "5 955 889 €" in " ".join(texte.split())
