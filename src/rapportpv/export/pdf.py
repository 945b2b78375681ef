"""A document as a PDF, by LibreOffice: tagged (PDF/UA), bookmarked, the same bytes every time."""

import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rapportpv.core.errors import ConversionImpossibleError, LibreOfficeAbsentError
from rapportpv.core.zip import ArchiveIllisibleError, read_zip

DELAI = 180
"""Seconds that a conversion may take."""

_NOMS = ("soffice", "libreoffice")
_AILLEURS = (  # where it is installed without being on the PATH
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/opt/libreoffice/program/soffice",
    "{ProgramFiles}/LibreOffice/program/soffice.com",
    "{ProgramFiles(x86)}/LibreOffice/program/soffice.com",
)
_OPTIONS = (
    "PDFUACompliance",
    "UseTaggedPDF",
    "ExportBookmarks",
    "ExportBookmarksToPDFDestination",
    "ExportNotes",
)
_FILTRE = "pdf:writer_pdf_Export:" + json.dumps(
    {nom: {"type": "boolean", "value": str(nom != "ExportNotes").lower()} for nom in _OPTIONS}
)
_CREE_LE = re.compile(rb"<dcterms:created[^>]*>(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)<")
_DATE_SANS_DOCUMENT = b"1980-01-01T00:00:00Z"
_DATES_XMP = re.compile(rb"(?<=Date>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ(?=</xmp:)")
_DATES = re.compile(rb"(Date\s*\(D:)\d{14}(?=Z)")
_IDENTITE = re.compile(rb"(/ID\s*\[\s*<)[0-9A-Fa-f]{32}(>\s*<)[0-9A-Fa-f]{32}(>\s*\])")
_CONTROLE = re.compile(rb"(/DocChecksum\s*/)[0-9A-Fa-f]{32}")
_RIEN = b"0" * 32  # stands for the digest while it is being computed


def convert_pdf(contenu: bytes, nom: str, delai: float | None = None) -> bytes:
    """The PDF of a .docx; `nom` is its file name.

    Raises LibreOfficeAbsentError, or ConversionImpossibleError when LibreOffice fails, or takes
    more than `delai` seconds.
    """
    from rapportpv.export.accessible import convert

    programme, reste = find_libreoffice(), DELAI if delai is None else delai
    with tempfile.TemporaryDirectory(prefix="rapportpv-", ignore_cleanup_errors=True) as travail:
        document = Path(travail) / nom
        pdf = convert(contenu, lambda copie: _lay_out(programme, document, copie, reste))
    return freeze(pdf, _read_date(contenu))


def _lay_out(programme: str, document: Path, contenu: bytes, delai: float) -> bytes:
    """The PDF of a .docx as LibreOffice makes it; a second one finds its profile there."""
    ecrit = document.with_suffix(".pdf")
    ecrit.unlink(missing_ok=True)
    document.write_bytes(contenu)
    _run(_commande(programme, document), delai, document.parent)
    try:
        pdf = ecrit.read_bytes()
    except FileNotFoundError as cause:
        raise ConversionImpossibleError("LibreOffice n’a rien écrit") from cause
    if not (pdf.startswith(b"%PDF-") and pdf.rstrip().endswith(b"%%EOF")):
        raise ConversionImpossibleError("ce que LibreOffice a écrit n’est pas un PDF entier")
    return pdf


def find_libreoffice() -> str:
    """The program, on the PATH or where its installer puts it. Raises LibreOfficeAbsentError."""
    for chemin in (*map(shutil.which, _NOMS), *_list_ailleurs()):
        if chemin and Path(chemin).is_file():
            return chemin
    raise LibreOfficeAbsentError


def _list_ailleurs() -> Iterator[str]:
    for motif in _AILLEURS:
        variable = re.match(r"\{(.*)\}", motif)
        if variable is None:
            yield motif
        elif variable[1] in os.environ:
            yield motif.replace(variable[0], os.environ[variable[1]])


def _commande(programme: str, document: Path) -> list[str]:
    """A profile of its own: a LibreOffice that is already open would take the order and do less."""
    profil = (document.parent / "profil").as_uri()
    modes = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo")
    sortie = ("--convert-to", _FILTRE, "--outdir", str(document.parent))
    return [programme, f"-env:UserInstallation={profil}", *modes, *sortie, str(document)]


def _run(commande: list[str], delai: float, dossier: Path) -> None:
    try:
        with _group(commande, dossier) as programme:
            programme.wait(delai)
    except subprocess.TimeoutExpired as cause:
        raise ConversionImpossibleError(f"LibreOffice a mis plus de {delai:g} s") from cause
    except OSError as cause:
        raise ConversionImpossibleError("LibreOffice ne démarre pas") from cause


@contextmanager
def _group(commande: list[str], dossier: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program and its children, none of which outlives the block, whatever ends it."""
    programme = subprocess.Popen(
        commande,
        cwd=dossier,
        env=os.environ | {"TZ": "UTC"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # without effect on Windows
    )
    try:
        yield programme
    finally:
        _kill(programme)


def _kill(programme: subprocess.Popen[bytes]) -> None:
    if os.name == "nt":
        arbre = ["taskkill", "/F", "/T", "/PID", str(programme.pid)]
        subprocess.run(arbre, check=False, capture_output=True)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(programme.pid, signal.SIGKILL)
    programme.wait()


def _read_date(contenu: bytes) -> bytes:
    """The date that the document gives itself: no clock may show in its PDF."""
    try:
        coeur = read_zip(contenu).get("docProps/core.xml", b"")
    except ArchiveIllisibleError:
        coeur = b""
    trouvee = _CREE_LE.search(coeur)
    return trouvee[1] if trouvee else _DATE_SANS_DOCUMENT


def freeze(pdf: bytes, jour: bytes) -> bytes:
    """The PDF dated `jour`, its identifier its own digest; nothing moves, so no offset changes."""
    pdf = _DATES_XMP.sub(jour, pdf)
    pdf = _DATES.sub(rb"\g<1>" + re.sub(rb"\D", b"", jour), pdf)
    return _stamp(pdf, _digest(pdf))


def is_untouched(pdf: bytes) -> bool:
    """Whether the PDF is exactly as it was frozen: neither signed nor annotated since."""
    return _IDENTITE.search(pdf) is not None and _stamp(pdf, _digest(pdf)) == pdf


def _digest(pdf: bytes) -> bytes:
    return hashlib.sha256(_stamp(pdf, _RIEN)).hexdigest()[: len(_RIEN)].upper().encode()


def _stamp(pdf: bytes, empreinte: bytes) -> bytes:
    pdf = _IDENTITE.sub(rb"\g<1>" + empreinte + rb"\g<2>" + empreinte + rb"\g<3>", pdf)
    return _CONTROLE.sub(rb"\g<1>" + empreinte, pdf)
