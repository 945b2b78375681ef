"""A PDF by LibreOffice: what is asked of it, and what is done when it fails, hangs or lacks."""

import io
import os
import subprocess
import time
from pathlib import Path

import pikepdf
import pytest

from rapportpv.commands.build import Commande, build_document
from rapportpv.commands.remplacement import Etat
from rapportpv.core.errors import ConversionImpossibleError, LibreOfficeAbsentError
from rapportpv.core.zip import write_zip
from rapportpv.export import pdf

XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><rdf:Description><xmp:CreateDate>{jour}T09:10:27Z</xmp:CreateDate></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def make_pdf(jour: str) -> bytes:
    """A PDF of one page, dated as LibreOffice dates one."""
    document = pikepdf.new()
    document.add_blank_page()
    document.docinfo["/CreationDate"] = f"D:{jour.replace('-', '')}091027Z'"
    metadonnees = document.make_stream(XMP.format(jour=jour).encode())
    metadonnees.Type, metadonnees.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    document.Root.Metadata = metadonnees
    document.trailer.DocChecksum = pikepdf.Name("/42C6DB233DCBC0C471758A20591844C6")
    sortie = io.BytesIO()
    document.save(sortie)
    return sortie.getvalue()


COMME_LIBREOFFICE = """#!/bin/sh
for a in "$@"; do echo "$a" >> "{notes}"; done
while [ $# -gt 1 ]; do if [ "$1" = --outdir ]; then ou=$2; fi; shift; done
cp "{modele}" "$ou/$(basename "$1" .docx).pdf"
"""
ENDORMI = """#!/bin/sh
sleep 300 &
echo "$! $$" > "{notes}"
wait
"""
EN_PANNE = "#!/bin/sh\nexit 1\n"
A_MOITIE = """#!/bin/sh
while [ $# -gt 1 ]; do if [ "$1" = --outdir ]; then ou=$2; fi; shift; done
printf '%%PDF-1.6 la suite manq' > "$ou/$(basename "$1" .docx).pdf"
"""
posix = pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")


@pytest.fixture
def soffice(tmp_path, monkeypatch):
    """Puts a stand-in for LibreOffice on the PATH; returns the file where it keeps notes."""

    def poser(script: str, jour: str = "2026-11-23") -> Path:
        programmes, notes = tmp_path / "programmes", tmp_path / "notes.txt"
        programmes.mkdir(exist_ok=True)
        modele = tmp_path / "modele.pdf"
        modele.write_bytes(make_pdf(jour))
        chemin = programmes / "soffice"
        chemin.write_text(script.format(notes=notes, modele=modele))
        chemin.chmod(0o755)
        monkeypatch.setenv("PATH", f"{programmes}{os.pathsep}{os.environ['PATH']}")
        return notes

    return poser


@pytest.fixture
def sans_libreoffice(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path / "rien"))
    monkeypatch.setattr(pdf, "_AILLEURS", ())


def build(projet, **options):
    return build_document(
        Commande(projet, 2023, "rapport", projet / "sortie", formats=("docx", "pdf"), **options)
    )


@posix
def test_the_pdf_stands_beside_the_document(projet, soffice):
    notes = soffice(COMME_LIBREOFFICE)
    fabrication = build(projet)
    assert fabrication.copies == ((Etat.ECRIT, projet / "sortie" / "rapport-2023-projet.pdf"),)
    assert sorted(c.name for c in (projet / "sortie").iterdir()) == [
        "rapport-2023-projet.docx",
        "rapport-2023-projet.pdf",
    ]
    arguments = notes.read_text().splitlines()
    assert arguments[0].startswith("-env:UserInstallation=file:///")
    assert "--headless" in arguments
    filtre = arguments[arguments.index("--convert-to") + 1]
    for option in ("PDFUACompliance", "UseTaggedPDF", "ExportBookmarks"):
        assert f'"{option}": {{"type": "boolean", "value": "true"}}' in filtre


@posix
def test_no_clock_shows_in_it(projet, soffice):
    soffice(COMME_LIBREOFFICE)
    build(projet)
    soffice(COMME_LIBREOFFICE, "2031-01-01")
    assert build(projet).copies[0][0] is Etat.INCHANGE
    octets = (projet / "sortie" / "rapport-2023-projet.pdf").read_bytes()
    assert b"<xmp:CreateDate>2024-07-01T00:00:00Z<" in octets, "the date of the document"
    assert b"/CreationDate (D:20240701000000Z')" in octets
    assert b"42C6DB233DCBC0C471758A20591844C6" not in octets


def test_no_offset_moves_when_the_clock_is_taken_out():
    entier = make_pdf("2026-11-23")
    gele = pdf.freeze(entier, b"2024-07-01T00:00:00Z")
    assert len(gele) == len(entier)
    assert gele != entier
    assert pdf.is_untouched(gele)
    assert not pdf.is_untouched(entier)


@posix
def test_a_pdf_that_somebody_signed_is_not_erased(projet, soffice):
    soffice(COMME_LIBREOFFICE)
    build(projet)
    chemin = projet / "sortie" / "rapport-2023-projet.pdf"
    signe = chemin.read_bytes() + b"signature\n%%EOF\n"
    chemin.write_bytes(signe)
    fabrication = build(projet)
    assert "a été modifié" in str(fabrication.manque)
    assert chemin.read_bytes() == signe
    refait = build(projet, ecraser=True)
    assert refait.copies[0][0] is Etat.REMPLACE
    assert [copie.suffix for copie in refait.gardees] == [".pdf"]
    assert refait.gardees[0].read_bytes() == signe


def test_without_libreoffice_the_document_is_written_all_the_same(projet, sans_libreoffice):
    fabrication = build(projet)
    assert isinstance(fabrication.manque, LibreOfficeAbsentError)
    assert "libreoffice-writer" in str(fabrication.manque)
    assert [c.name for c in (projet / "sortie").iterdir()] == ["rapport-2023-projet.docx"]


@posix
@pytest.mark.parametrize(
    ("script", "dit"), [(EN_PANNE, "n’a rien écrit"), (A_MOITIE, "pas un PDF entier")]
)
def test_a_conversion_that_fails_leaves_no_pdf(projet, soffice, script, dit):
    soffice(script)
    fabrication = build(projet)
    assert isinstance(fabrication.manque, ConversionImpossibleError)
    assert dit in str(fabrication.manque)
    assert [c.name for c in (projet / "sortie").iterdir()] == ["rapport-2023-projet.docx"]


@posix
def test_what_is_no_document_is_not_given_to_it(soffice):
    notes = soffice(COMME_LIBREOFFICE)
    with pytest.raises(ConversionImpossibleError, match="pas un document Word"):
        pdf.convert_pdf(b"PK", "rapport.docx")
    assert not notes.exists()


def is_alive(pid: int) -> bool:
    """Whether a process still runs after a moment; one that is dead and not buried does not."""
    for _ in range(40):
        etat = subprocess.run(
            ["ps", "-o", "stat=", "-p", str(pid)], check=False, capture_output=True, text=True
        ).stdout
        if not etat or etat.startswith("Z"):
            return False
        time.sleep(0.05)
    return True


def read_pids(notes: Path) -> list[int]:
    for _ in range(100):
        if notes.exists() and len(notes.read_text().split()) == 2:
            return [int(pid) for pid in notes.read_text().split()]
        time.sleep(0.05)
    raise AssertionError("the stand-in did not start")


@posix
def test_a_conversion_that_hangs_is_killed_with_its_children(projet, soffice, monkeypatch):
    notes = soffice(ENDORMI)
    monkeypatch.setattr(pdf, "DELAI", 1)
    debut = time.monotonic()
    fabrication = build(projet)
    assert time.monotonic() - debut < 60
    assert "plus de 1 s" in str(fabrication.manque)
    assert not any(is_alive(pid) for pid in read_pids(notes))


@posix
def test_an_interruption_kills_it_too(soffice, monkeypatch):
    notes = soffice(ENDORMI)

    def interrupt(self, *_):
        if not getattr(self, "interrompu", False):
            self.interrompu = True
            read_pids(notes)
            raise KeyboardInterrupt
        return attendre(self)

    attendre = subprocess.Popen.wait
    monkeypatch.setattr(subprocess.Popen, "wait", interrupt)
    with pytest.raises(KeyboardInterrupt):
        pdf.convert_pdf(write_zip({"word/document.xml": b"<d/>"}), "rapport.docx")
    monkeypatch.undo()
    assert not any(is_alive(pid) for pid in read_pids(notes))
