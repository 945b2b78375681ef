"""Every document of every test project, and what three programs that are not ours say of them."""

import json
import random
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests import fautes
from tests.conftest import DEPOT, EXEMPLE, write_projet
from tests.fautes.faute import ANNEE, Faute
from tests.fuzz.campagne import load_all
from tests.fuzz.casse import break_text, break_zip
from tests.fuzz.essai import run
from tests.fuzz.sujets import make_projet
from tests.oracle import test_oracle as oracle
from tests.oracle.ecrivains import ECRIVAINS
from tests.oracle.projets import draw_territoire
from tests.tailles import write_grand, write_petit
from tests.valides import make_validateur

AU_HASARD, ABIMES = 12, 4
_LETTRES = ("--au", "2023-09-20")
DOCUMENTS = (
    ("rapport", "--sources"),
    ("rapport",),
    ("deliberation",),
    ("courriers", *_LETTRES),
    ("relances", *_LETTRES),
)


@dataclass(frozen=True)
class Verdicts:
    """By document: the errors of both validators, and the PDF that LibreOffice made."""

    sdk: dict[str, list[str]]
    audit: dict[str, list[str]]
    pdf: dict[str, Path]


def write_documents(dossier: Path) -> list[Path]:
    """All of them in one folder, each under the name of its project; the same bytes only once.

    Of letters, the file that binds them all, and the first.
    """
    load_all()
    tous = dossier / "documents"
    tous.mkdir()
    vus: set[bytes] = set()
    for nom, racine, annee, documents in _list_projets(dossier):
        for rang, document in enumerate(documents):
            sortie = dossier / "sorties" / f"{nom}-{rang}"
            arguments = ("build", str(annee), *document, "--force", "--sortie", str(sortie))
            fait = run((*arguments, "--dossier", str(racine)), dossier)
            assert not fait.faute, (nom, document, fait.annonce)
            for chemin in [*sortie.glob("*.docx"), *sorted(sortie.glob("*/*.docx"))[:1]]:
                if (contenu := chemin.read_bytes()) not in vus:
                    vus.add(contenu)
                    shutil.copy(chemin, tous / f"{nom}-{rang}-{chemin.name}")
    return sorted(tous.glob("*.docx"))


_Projet = tuple[str, Path, int, tuple[tuple[str, ...], ...]]


def _list_projets(dossier: Path) -> Iterator[_Projet]:
    """The projects of the tests: their names, where they are, a year, what is built of it."""
    projets = dossier / "projets"
    projets.mkdir()
    seul = (("rapport",),)
    yield "exemple", EXEMPLE, ANNEE, DOCUMENTS
    yield "second", DEPOT / "docs" / "exemple", 2024, DOCUMENTS
    yield "petit", write_petit(projets / "petit"), 2024, DOCUMENTS
    yield "grand", write_grand(projets / "grand"), 2024, seul
    (projets / "orge").mkdir()
    yield "orge", write_projet(projets / "orge"), 2023, DOCUMENTS
    for graine in range(AU_HASARD):
        racine = projets / f"hasard-{graine}"
        oracle.write_projet(racine, draw_territoire(graine), graine, sorted(ECRIVAINS)[0])
        yield racine.name, racine, oracle.ANNEE, seul
    for faute in _list_fautes():
        racine = Path(shutil.copytree(EXEMPLE, projets / faute.nom))
        faute.sow(racine)
        yield faute.nom, racine, ANNEE, seul
    for graine in range(ABIMES):
        yield f"abime-{graine}", _break(projets / f"abime-{graine}", graine), 2023, seul


def _list_fautes() -> list[Faute]:
    """A fault of each kind that leaves something to be built."""
    par_sorte = {}
    for faute in fautes.FAUTES:
        if not faute.document and faute.rule.severite == "erreur" and faute.code[:3] != "PV9":
            par_sorte.setdefault(faute.code[:3], faute)
    return list(par_sorte.values())


def _break(racine: Path, graine: int) -> Path:
    """A project whose workbook and text were broken at random."""
    racine.mkdir()
    make_projet(racine)
    alea = random.Random(f"documents {graine}")
    for nom, casse in (("programmation.xlsx", break_zip), ("textes/evolution.md", break_text)):
        chemin = racine / "2023" / nom
        chemin.write_bytes(casse(alea, chemin.read_bytes()))
    return racine


def judge(documents: Sequence[Path], validateur: str, soffice: str, dossier: Path) -> Verdicts:
    """What the three say: LibreOffice in one process, the Open XML SDK meanwhile."""
    profil = f"-env:UserInstallation={(dossier / 'profil').as_uri()}"
    lance = [soffice, profil, "--headless", "--convert-to", "pdf", "--outdir", dossier / "pdf"]
    with subprocess.Popen([*lance, *documents], stdout=subprocess.DEVNULL) as rendu:
        with ThreadPoolExecutor(2) as pool:
            sdk = pool.map(lambda chemin: validate_sdk(validateur, chemin), documents)
            audit = [validate_audit(chemin) for chemin in documents]
            par_sdk = dict(zip((d.name for d in documents), sdk, strict=True))
        assert rendu.wait(timeout=300) == 0
    par_audit = dict(zip((d.name for d in documents), audit, strict=True))
    return Verdicts(par_sdk, par_audit, {p.stem: p for p in (dossier / "pdf").glob("*.pdf")})


def validate_sdk(validateur: str, chemin: Path) -> list[str]:
    """The errors that the Open XML SDK finds."""
    fait = subprocess.run(
        [validateur, chemin], check=False, capture_output=True, encoding="utf-8", timeout=180
    )
    assert fait.returncode in {0, 1}, fait.stderr
    return [f"{e['path']} {e['description']}" for e in json.loads(fait.stdout)["errors"]]


def validate_audit(chemin: Path) -> list[str]:
    """The errors that openxml-audit finds."""
    rendu = make_validateur().validate(chemin)
    erreurs = [f"{e.part_uri} {e.description}" for e in rendu.errors]
    return erreurs or ([] if rendu.is_valid else ["invalid"])
