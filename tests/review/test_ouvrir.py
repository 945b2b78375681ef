import io
import zipfile

import pytest
from msgspec.structs import replace

from rapportpv.core.errors import (
    AutreDocumentError,
    DocumentRefuseError,
    FichierInaccessibleError,
)
from rapportpv.core.zip import read_zip, write_zip
from rapportpv.review.ouvrir import check_origine, is_open, open_docx
from rapportpv.word.origine import Origine, name_origine
from rapportpv.word.perso import write_perso
from tests.word.fabrique import identite, make_docx, p

IDENTITE = identite()
SIMPLE = make_docx(p("Bonjour"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


def _with(**parts):
    return write_zip({**read_zip(SIMPLE), **{n.replace("__", "/"): c for n, c in parts.items()}})


def _replace(partie, avant, apres):
    parts = read_zip(SIMPLE)
    assert avant in parts[partie]
    return write_zip({**parts, partie: parts[partie].replace(avant, apres)})


def _bomb():
    tampon = io.BytesIO(SIMPLE)
    with zipfile.ZipFile(tampon, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.bmp", b"\0" * (40 * 2**20))
    return tampon.getvalue()


def _crowd():
    tampon = io.BytesIO(SIMPLE)
    with zipfile.ZipFile(tampon, "a") as archive:
        for numero in range(10_001):
            archive.writestr(f"a{numero}", b"")
    return tampon.getvalue()


def _encrypted_part():
    octets = bytearray(SIMPLE)
    fin = octets.rindex(b"PK\x01\x02")
    octets[fin + 8] |= 1
    return bytes(octets)


REFUS = {
    "vide.docx": (b"", "le fichier est vide"),
    "protege.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "mot de passe"),
    "ancien.docx": (OLE, "ce n’est pas un document Word"),
    "texte.docx": (b"Bonjour", "ce n’est pas un document Word"),
    "coupe.docx": (SIMPLE[: len(SIMPLE) // 2], "il est abîmé"),
    "balise.docx": (_replace("word/document.xml", b"</w:p>", b"</w:r>"), "il est abîmé"),
    "signe.docx": (_replace("word/styles.xml", b"heading 1", b"heading\x1b"), "il est abîmé"),
    "mot.docx": (_encrypted_part(), "il est abîmé"),
    "bombe.docx": (_bomb(), "il est démesuré"),
    "foule.docx": (_crowd(), "il est démesuré"),
    "macros.docm": (SIMPLE, "il contient des macros"),
    "macros.docx": (_with(word__vbaProject_bin=b"x"), "il contient des macros"),
}
REFUS["dtd.docx"] = (
    write_zip({**read_zip(SIMPLE), "word/autre.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'}),
    "instructions XML interdites",
)
REFUS["classeur.docx"] = (
    write_zip({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}),
    "ce n’est pas un document Word",
)
REFUS["zip.docx"] = (write_zip({"lisez-moi.txt": b"bonjour"}), "il est abîmé")


@pytest.mark.parametrize("nom", REFUS)
def test_what_is_no_safe_document_is_refused_in_one_sentence(nom, tmp_path):
    octets, raison = REFUS[nom]
    fichier = tmp_path / nom
    fichier.write_bytes(octets)
    with pytest.raises(DocumentRefuseError, match=raison):
        open_docx(fichier)
    assert fichier.read_bytes() == octets


def test_the_strict_form_is_told_from_a_broken_file(tmp_path):
    strict = {
        nom: octets.replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for nom, octets in read_zip(SIMPLE).items()
    }
    fichier = tmp_path / "strict.docx"
    fichier.write_bytes(write_zip(strict))
    with pytest.raises(DocumentRefuseError, match="Strict Open XML"):
        open_docx(fichier)


def test_a_file_that_is_not_there_cannot_be_read(tmp_path):
    with pytest.raises(DocumentRefuseError, match="n’existe pas"):
        open_docx(tmp_path / "absent.docx")
    with pytest.raises(FichierInaccessibleError):
        open_docx(tmp_path)


def _open(tmp_path, octets):
    fichier = tmp_path / "rapport.docx"
    fichier.write_bytes(octets)
    return open_docx(fichier)


def _made_for(identite, document="rapport"):
    return write_zip(write_perso(read_zip(SIMPLE), name_origine(identite, document)))


def test_a_document_of_ours_says_what_it_was_made_for(tmp_path):
    ouvert = _open(tmp_path, _made_for(IDENTITE, "deliberation"))
    assert ouvert.origine == Origine(
        IDENTITE.annee, IDENTITE.epci, IDENTITE.sigle, "deliberation", IDENTITE.version.value
    )
    assert check_origine(ouvert, IDENTITE) == ouvert.origine


def test_another_programs_document_opens_and_tells_nothing(tmp_path):
    ouvert = _open(tmp_path, SIMPLE)
    assert ouvert.origine is None
    assert ouvert.unpack().document == "word/document.xml"
    with pytest.raises(AutreDocumentError, match="rien n’y dit"):
        check_origine(ouvert, IDENTITE)


def test_another_year_is_refused(tmp_path):
    ouvert = _open(tmp_path, _made_for(replace(IDENTITE, annee=IDENTITE.annee - 1)))
    with pytest.raises(AutreDocumentError, match=f"de l’année {IDENTITE.annee - 1}"):
        check_origine(ouvert, IDENTITE)


def test_another_epci_is_refused_but_not_one_that_changed_its_name_or_its_initials(tmp_path):
    autre = replace(IDENTITE, epci="Communauté d’Ailleurs", sigle="CCA")
    with pytest.raises(AutreDocumentError, match="Communauté d’Ailleurs"):
        check_origine(_open(tmp_path, _made_for(autre)), IDENTITE)
    for change in (replace(IDENTITE, epci="Autre nom"), replace(IDENTITE, sigle="AUTRE")):
        assert check_origine(_open(tmp_path, _made_for(change)), IDENTITE)


@pytest.mark.parametrize(
    ("nom", "verrou"),
    [
        ("rapport-2022.docx", "~$pport-2022.docx"),
        ("note.docx", "~$note.docx"),
        ("rapport.docx", "~$apport.docx"),
        ("rapport.docx", ".~lock.rapport.docx#"),
    ],
)
def test_an_open_file_has_a_lock_beside_it(nom, verrou, tmp_path):
    assert not is_open(tmp_path / nom)
    (tmp_path / verrou).touch()
    assert is_open(tmp_path / nom)
