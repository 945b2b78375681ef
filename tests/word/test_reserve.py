"""The compiled code of templates: kept, and never believed where others can write."""

import os
import sys
from pathlib import Path

import pytest

from rapportpv.word.reserve import keep_code, name_entry, read_code

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a file tells no owner")

CODE = compile("x = 1", "<template>", "exec")
NOM = name_entry("{{ x }}", "Jinja 3")


@pytest.fixture
def reserve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a user who keeps code."""
    tmp_path.chmod(0o700)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "cache" / "rapportpv"


def test_what_is_kept_is_read_back(reserve):
    assert read_code(NOM) is None
    keep_code(NOM, "{{ x }}", CODE)
    texte, code = read_code(NOM) or ("", None)
    assert (texte, code) == ("{{ x }}", CODE)
    assert reserve.stat().st_mode & 0o777 == 0o700
    assert [fichier.stat().st_mode & 0o777 for fichier in reserve.iterdir()] == [0o600]


def test_another_source_and_another_library_have_other_names():
    assert len({NOM, name_entry("{{ y }}", "Jinja 3"), name_entry("{{ x }}", "Jinja 4")}) == 3


@pytest.mark.parametrize("droits", [0o770, 0o707, 0o755])
def test_a_folder_open_to_others_is_not_believed(reserve, droits):
    keep_code(NOM, "{{ x }}", CODE)
    reserve.chmod(droits)
    assert read_code(NOM) is None


def test_a_folder_whose_parent_others_can_write_is_not_believed(reserve):
    keep_code(NOM, "{{ x }}", CODE)
    reserve.parent.chmod(0o777)
    assert read_code(NOM) is None


def test_a_file_that_others_can_write_is_not_believed(reserve):
    keep_code(NOM, "{{ x }}", CODE)
    (reserve / NOM).chmod(0o622)
    assert read_code(NOM) is None


def test_a_link_is_not_followed(reserve, tmp_path):
    keep_code(NOM, "{{ x }}", CODE)
    (reserve / NOM).rename(tmp_path / "ailleurs")
    (reserve / NOM).symlink_to(tmp_path / "ailleurs")
    assert read_code(NOM) is None


def test_a_file_of_somebody_else_is_not_believed(reserve, monkeypatch):
    keep_code(NOM, "{{ x }}", CODE)
    monkeypatch.setattr("rapportpv.word.reserve._is_private", lambda dossier: dossier == reserve)
    assert read_code(NOM) is not None
    autre = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: autre)
    assert read_code(NOM) is None


@pytest.mark.parametrize("abime", [b"", b"x", b"\0" * 200])
def test_a_damaged_file_is_as_if_there_were_none(reserve, abime):
    keep_code(NOM, "{{ x }}", CODE)
    (reserve / NOM).write_bytes(abime)
    assert read_code(NOM) is None
    keep_code(NOM, "{{ x }}", CODE)
    assert read_code(NOM) is not None


def test_the_oldest_go(reserve):
    for rang in range(300):
        keep_code(f"{rang:03}", "", CODE)
        os.utime(reserve / f"{rang:03}", (rang, rang))
    restent = sorted(fichier.name for fichier in reserve.iterdir())
    assert (len(restent), restent[0], restent[-1]) == (256, "044", "299")


def test_nothing_is_kept_when_python_keeps_no_bytecode(reserve, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    keep_code(NOM, "{{ x }}", CODE)
    assert not reserve.exists()


def test_a_home_that_cannot_be_written_is_no_matter(monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/nulle-part")
    keep_code(NOM, "{{ x }}", CODE)
    assert read_code(NOM) is None
