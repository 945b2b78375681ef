"""Files are written whole or not at all, by however many writers."""

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from rapportpv.core.ecriture import write_all, write_whole
from rapportpv.core.errors import SortieInaccessibleError


def test_what_stood_there_is_replaced_with_its_rights(tmp_path):
    chemin = tmp_path / "sous" / "rapport.docx"
    write_whole(chemin, b"un")
    assert chemin.read_bytes() == b"un"
    assert chemin.stat().st_mode & 0o777 == 0o666 & ~_umask()
    chemin.chmod(0o640)
    write_whole(chemin, b"deux")
    assert chemin.read_bytes() == b"deux"
    assert chemin.stat().st_mode & 0o777 == 0o640
    assert list(chemin.parent.iterdir()) == [chemin]


def _umask() -> int:
    masque = os.umask(0)
    os.umask(masque)
    return masque


def test_two_writers_at_once_never_tear_a_file(tmp_path):
    chemin = tmp_path / "rapport.docx"
    contenus = [bytes([lettre]) * 200_000 for lettre in b"ab"]
    write_whole(chemin, contenus[0])
    with ThreadPoolExecutor(3) as fils:
        ecrits = [fils.submit(_write_often, chemin, contenu) for contenu in contenus]
        lus = {chemin.read_bytes() for _ in range(200)}
        for ecrit in ecrits:
            ecrit.result()
    assert lus <= set(contenus)
    assert list(tmp_path.iterdir()) == [chemin]


def _write_often(chemin: Path, contenu: bytes) -> None:
    for _ in range(50):
        write_whole(chemin, contenu)


def test_a_link_is_followed_and_stays_one(tmp_path):
    but, lien = tmp_path / "partage" / "rapport.docx", tmp_path / "rapport.docx"
    lien.symlink_to(but)  # it leads nowhere yet
    write_whole(lien, b"un")
    assert lien.is_symlink()
    assert but.read_bytes() == b"un"


def test_all_or_none_are_written(tmp_path):
    (tmp_path / "b").write_bytes(b"un fichier")
    with pytest.raises(SortieInaccessibleError):
        write_all({tmp_path / "a.docx": b"a", tmp_path / "b" / "c.docx": b"c"})
    assert [f.name for f in tmp_path.iterdir()] == ["b"]


@pytest.mark.parametrize(
    ("numero", "dit"),
    [
        (errno.ENOSPC, "le disque est plein. Faites de la place"),
        (errno.EROFS, "ce disque est en lecture seule. Choisissez un autre dossier"),
        (errno.EACCES, "S’il est ouvert dans Word, fermez-le"),
        (errno.ENOTDIR, "un fichier porte le nom d’un de ses dossiers"),
    ],
)
def test_the_true_reason_is_told_and_nothing_is_left(tmp_path, monkeypatch, numero, dit):
    def refuse(_descripteur: int) -> None:
        raise OSError(numero, "refused")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(SortieInaccessibleError) as refus:
        write_whole(tmp_path / "rapport.docx", b"un")
    assert dit in str(refus.value).replace("\N{NO-BREAK SPACE}", " ")
    assert list(tmp_path.iterdir()) == []
