"""What somebody touched is never lost: the copies that are kept of it."""

import os

import pytest

from rapportpv.commands.remplacement import Etat, Remplacement, is_gardee, keep_copy, write_output
from rapportpv.core.errors import DocumentModifieError, SortieInaccessibleError
from rapportpv.core.zip import write_zip

JOUR = 1_700_000_000  # 14 November 2023
MIEN = Remplacement(ecraser=False, is_ours=lambda contenu: contenu.startswith(b"ours"))
TOUT = Remplacement(ecraser=True, is_ours=MIEN.is_ours)


def write(chemin, contenu):
    chemin.write_bytes(contenu)
    os.utime(chemin, (JOUR, JOUR))


def noms(dossier):
    return sorted(f.name for f in dossier.iterdir())


def test_no_copy_ever_takes_the_place_of_another(tmp_path):
    chemin = tmp_path / "note.docx"
    for texte in (b"un", b"deux", b"trois"):  # the same day
        write(chemin, texte)
        write_output(chemin, b"ours", TOUT)
    gardees = ["note-avant-2023-11-14.docx", "note-avant-2023-11-14-2.docx"]
    gardees += ["note-avant-2023-11-14-3.docx"]
    assert [(tmp_path / nom).read_bytes() for nom in gardees] == [b"un", b"deux", b"trois"]
    assert noms(tmp_path) == sorted([*gardees, "note.docx"])
    assert all(is_gardee(tmp_path / nom) for nom in gardees)
    assert not is_gardee(chemin)


def test_the_same_parts_otherwise_packed_are_no_change(tmp_path):
    chemin, parts = tmp_path / "note.docx", {"a": b"0" * 999}
    write(chemin, write_zip(parts))
    assert write_output(chemin, write_zip(parts, serree=True), MIEN).etat is Etat.INCHANGE
    assert chemin.read_bytes() == write_zip(parts)
    with pytest.raises(DocumentModifieError):
        write_output(chemin, write_zip({"a": b"1"}, serree=True), MIEN)


def test_the_same_copy_is_kept_once(tmp_path):
    chemin = tmp_path / "note.docx"
    write(chemin, b"un")
    assert keep_copy(chemin) == keep_copy(chemin)
    assert len(noms(tmp_path)) == 2


def test_what_nobody_touched_is_replaced_without_a_copy(tmp_path):
    chemin = tmp_path / "note.docx"
    write(chemin, b"ours, old")
    ecrite = write_output(chemin, b"ours, new", MIEN)
    assert (ecrite.etat, ecrite.gardee, noms(tmp_path)) == (Etat.REMPLACE, None, ["note.docx"])


def test_what_somebody_touched_stays_until_one_says_so(tmp_path):
    chemin = tmp_path / "note.docx"
    write(chemin, b"theirs")
    with pytest.raises(DocumentModifieError):
        write_output(chemin, b"ours", MIEN)
    assert (chemin.read_bytes(), noms(tmp_path)) == (b"theirs", ["note.docx"])


def test_nothing_is_replaced_when_its_copy_cannot_be_kept(tmp_path, monkeypatch):
    chemin = tmp_path / "note.docx"
    write(chemin, b"theirs")

    def refuse(copie, contenu):
        raise SortieInaccessibleError(copie)

    monkeypatch.setattr("rapportpv.commands.remplacement.write_whole", refuse)
    with pytest.raises(SortieInaccessibleError):
        write_output(chemin, b"ours", TOUT)
    assert chemin.read_bytes() == b"theirs"
