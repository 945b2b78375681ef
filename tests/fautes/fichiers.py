"""Files of a project under an editing hand."""

from collections.abc import Mapping
from pathlib import Path

from rapportpv.commands.fourni import templates_dir
from rapportpv.core.zip import read_zip, write_zip
from tests.fautes.faute import Semeur

MODELE = "modeles/rapport.docx"
CORPS = "word/document.xml"


def change(fichier: str, avant: str, apres: str) -> Semeur:
    """Writes something else in place of a passage, which the file must have; gives its line."""

    def semer(projet: Path) -> dict[str, str]:
        chemin = projet / fichier
        texte = chemin.read_text("utf-8")
        chemin.write_text(_change(texte, avant, apres), "utf-8", newline="\n")
        return {"ligne": str(texte.count("\n", 0, texte.rindex(avant)) + 1)}

    return semer


def both(un: Semeur, autre: Semeur) -> Semeur:
    """Does the one, then the other, which says where the fault is."""

    def semer(projet: Path) -> Mapping[str, str] | None:
        un(projet)
        return autre(projet)

    return semer


def add(fichier: str, suite: str) -> Semeur:
    """Writes at the end of a file, which may not exist yet."""

    def semer(projet: Path) -> None:
        chemin = projet / fichier
        debut = chemin.read_text("utf-8") if chemin.exists() else ""
        chemin.write_text(debut + suite, "utf-8", newline="\n")

    return semer


def replace(fichier: str, contenu: bytes) -> Semeur:
    """Puts another content in a file."""

    def semer(projet: Path) -> None:
        (projet / fichier).write_bytes(contenu)

    return semer


def remove(fichier: str) -> Semeur:
    """Takes a file away."""

    def semer(projet: Path) -> None:
        (projet / fichier).unlink()

    return semer


def change_modele(avant: str, apres: str, partie: str = CORPS) -> Semeur:
    """Gives the project its own template: the built-in one, a passage changed."""

    def semer(projet: Path) -> None:
        own_modele(projet)
        change_zip(projet / MODELE, partie, avant, apres)

    return semer


def own_modele(projet: Path) -> None:
    """Give the project its own template, as the built-in one is, unless it has one."""
    modele = projet / MODELE
    modele.parent.mkdir(exist_ok=True)
    if not modele.exists():
        modele.write_bytes((templates_dir() / modele.name).read_bytes())


def change_zip(chemin: Path, partie: str, avant: str, apres: str) -> None:
    """Write something else in place of a passage of a part, which it must have."""
    parts = read_zip(chemin.read_bytes())
    parts[partie] = _change(parts[partie].decode("utf-8"), avant, apres).encode("utf-8")
    chemin.write_bytes(write_zip(parts))


def _change(texte: str, avant: str, apres: str) -> str:
    """The text, the last of those passages changed: in the template, that of a table's cell."""
    debut, passage, fin = texte.rpartition(avant)
    assert passage, f"nowhere now: {avant}"
    return f"{debut}{apres}{fin}"
