"""What the system does to a command is told in a sentence, and nothing is left behind."""

import os
import signal
import subprocess
import sys
import time

import pytest

COMMANDE = (sys.executable, "-m", "rapportpv")
PLEIN = """
import errno, io, os, sys

class Plein(io.RawIOBase):
    def writable(self):
        return True

    def fileno(self):
        return 1

    def write(self, octets):
        if os.path.sameopenfile(1, os.open(os.devnull, os.O_WRONLY)):
            return os.write(1, octets)  # what could not be written is dropped
        raise OSError(errno.ENOSPC, "No space left on device")

sys.stdout = io.TextIOWrapper(io.BufferedWriter(Plein()), "utf-8")
from rapportpv.cli import main
main()
"""  # the command, on a disk that is always full
LENT = '#!/bin/sh\necho commence > "$TMPDIR/commence"\nsleep 60\n'


@pytest.mark.parametrize("options", [("--help",), ("explain", "PV101")])
def test_a_full_disk_is_told(options):
    fini = subprocess.run(
        [sys.executable, "-c", PLEIN, *options], capture_output=True, text=True, check=False
    )
    assert fini.returncode == 2
    assert fini.stderr.startswith("Le disque est plein\N{NO-BREAK SPACE}: faites de la place")
    assert fini.stderr.count("\n") == 1


def test_a_closed_output_is_no_failure():
    fermee = subprocess.run(
        ["/bin/sh", "-c", '"$0" -m rapportpv explain PV101 >&-', sys.executable],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (fermee.returncode, fermee.stderr) == (0, "")


def test_a_folder_that_is_gone_is_told(tmp_path):
    parti = tmp_path / "parti"
    parti.mkdir()
    fini = subprocess.run(
        ["/bin/sh", "-c", 'rmdir "$PWD" && "$0" -m rapportpv check', sys.executable],
        cwd=parti,
        capture_output=True,
        text=True,
        check=False,
    )
    assert fini.returncode == 2
    assert fini.stderr.startswith("Le dossier où vous êtes n’existe plus.")


@pytest.mark.parametrize("signe", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_command_that_is_stopped_leaves_nothing(projet, tmp_path_factory, signe):
    tmp_path = tmp_path_factory.mktemp("machine")
    brouillons = tmp_path / "tmp"
    brouillons.mkdir()
    office = tmp_path / "bin" / "soffice"
    office.parent.mkdir()
    office.write_text(LENT)
    office.chmod(0o755)
    environ = os.environ | {
        "TMPDIR": str(brouillons),
        "PATH": f"{office.parent}{os.pathsep}{os.environ['PATH']}",
    }
    commande = [*COMMANDE, "build", "2023", "--format", "pdf", "--dossier", str(projet)]
    with subprocess.Popen(commande, env=environ, stderr=subprocess.PIPE, text=True) as programme:
        while not (brouillons / "commence").exists() and programme.poll() is None:
            time.sleep(0.05)
        programme.send_signal(signe)
        _, erreurs = programme.communicate(timeout=30)
    assert programme.returncode == 130
    assert erreurs.endswith("Interrompu.\n")
    assert [f.name for f in brouillons.iterdir()] == ["commence"]
    assert [f.name for f in (projet / "sortie").iterdir()] == ["rapport-2023-projet.docx"]
