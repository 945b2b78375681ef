"""Every document of every test project opens: two validators, and LibreOffice's own pages."""

import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest

from rapportpv.core.zip import read_zip, write_zip
from tests.office.documents import AU_HASARD, judge, validate_audit, validate_sdk, write_documents
from tests.office.pages import words_of

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def dossier(tmp_path_factory):
    return tmp_path_factory.mktemp("documents")


@pytest.fixture(scope="module")
def documents(dossier):
    return write_documents(dossier)


@pytest.fixture(scope="module")
def verdicts(documents, validateur, soffice, dossier):
    return judge(documents, validateur, soffice, dossier)


def test_every_kind_of_project_and_of_document_is_there(documents):
    noms = " ".join(chemin.name for chemin in documents)
    for nom in ("exemple-0-", "second-", "petit-", "grand-", "orge-", "PV", "abime-"):
        assert nom in noms
    for document in ("rapport-2022", "deliberation-2022", "courriers-2022", "relances-2022"):
        assert document in noms
    assert noms.count("hasard-") == AU_HASARD


def test_no_error_under_the_open_xml_sdk(documents, verdicts):
    assert verdicts.sdk == {chemin.name: [] for chemin in documents}


def test_no_error_under_openxml_audit(documents, verdicts):
    assert verdicts.audit == {chemin.name: [] for chemin in documents}


def test_libreoffice_shows_every_word(documents, verdicts, pdftotext):
    """A part of a document that it cannot read is a hole, not an error."""

    def read(chemin):
        lance = [pdftotext, "-enc", "UTF-8", verdicts.pdf[chemin.stem], "-"]
        fait = subprocess.run(lance, capture_output=True, check=True, timeout=60)
        return fait.stdout.decode("utf-8")

    assert sorted(verdicts.pdf) == sorted(chemin.stem for chemin in documents)
    with ThreadPoolExecutor(2) as pool:
        for chemin, texte in zip(documents, pool.map(read, documents), strict=True):
            assert [mot for mot in words_of(chemin) if mot not in texte] == [], chemin.name


def test_both_validators_see_a_fault(documents, validateur, tmp_path):
    parts = read_zip(documents[0].read_bytes())
    xml = parts["word/document.xml"].replace(b"<w:body>", b"<w:body><w:tbl/>")
    faux = tmp_path / "faux.docx"
    faux.write_bytes(write_zip({**parts, "word/document.xml": xml}))
    assert validate_sdk(validateur, faux)
    assert validate_audit(faux)
