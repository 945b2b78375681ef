"""The command without its imports: each run is a fork of a process that has done them once.

A run is a process of its own all the same: its arguments, environment, folder, outputs and exit
code are its own. Where nothing forks (Windows), each run is a Python of its own.
"""

import atexit
import gc
import marshal
import os
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
import traceback
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from select import select
from time import process_time

DEPOT = Path(__file__).parents[1]
BIFURQUE = hasattr(os, "fork")
_CLIENT = """
import marshal, os, socket, sys
relais = socket.socket(socket.AF_UNIX)
relais.connect(sys.argv[1])
socket.send_fds(relais, [marshal.dumps((sys.argv[2:], os.getcwd(), dict(os.environ)))], [0, 1, 2])
relais.shutdown(socket.SHUT_WR)
sys.exit(int((relais.recv(99) or b"70").split()[0]))
"""
_SEUL = """
import atexit, sys
from time import process_time
from rapportpv.__main__ import main
import rapportpv.commands.build
debut = process_time()
atexit.register(lambda: print(process_time() - debut, 0, file=sys.__stderr__))
main()
"""


@dataclass(frozen=True)
class Fait:
    """How a command ended: its exit code, what it printed, CPU seconds, kibibytes at the most."""

    code: int
    dit: str
    secondes: float
    memoire: int


def make_programme() -> str:
    """The text of a program for sh, which runs the command with what it is given."""
    if not BIFURQUE:
        return f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m rapportpv "$@"\n'
    mots = (sys.executable, "-I", "-S", "-c", _CLIENT, start())
    return f'#!/bin/sh\nexec {shlex.join(mots)} "$@"\n'


def run(*arguments: str, ici: Path) -> Fait:
    """What a command does there, less its imports."""
    environnement = {**os.environ, "PYTHONPATH": str(DEPOT / "src"), "PYTHONIOENCODING": "utf-8"}
    if not BIFURQUE:
        lance = [sys.executable, "-c", _SEUL, *arguments]
        fait = subprocess.run(
            lance, cwd=ici, env=environnement, capture_output=True, encoding="utf-8", check=False
        )
        dit, _, mesure = fait.stderr.rstrip().rpartition("\n")
        return Fait(fait.returncode, fait.stdout + dit, *_parse(mesure))
    with tempfile.TemporaryFile() as dit, socket.socket(socket.AF_UNIX) as relais:
        relais.settimeout(60)
        relais.connect(start())
        message = marshal.dumps((arguments, str(ici), environnement))
        socket.send_fds(relais, [message], [0, dit.fileno(), dit.fileno()])
        relais.shutdown(socket.SHUT_WR)
        code, mesure = relais.recv(99).decode().split(maxsplit=1)
        dit.seek(0)
        return Fait(int(code), dit.read().decode(), *_parse(mesure))


def _parse(mesure: str) -> tuple[float, int]:
    secondes, memoire = mesure.split()
    return float(secondes), int(memoire)


@cache
def start() -> str:
    """Where the process that forks listens: it lives as long as this one."""
    dossier = tempfile.TemporaryDirectory(prefix="relais")
    adresse = f"{dossier.name}/s"
    lance = [sys.executable, "-m", "tests.relais", adresse]
    environnement = {**os.environ, "PYTHONPATH": f"{DEPOT / 'src'}{os.pathsep}{DEPOT}"}
    fils = subprocess.Popen(
        lance, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=DEPOT, env=environnement
    )

    def stop() -> None:
        fils.communicate()
        dossier.cleanup()

    atexit.register(stop)
    assert fils.stdout
    assert fils.stdout.readline() == b"pret\n"
    return adresse


def _serve(adresse: str) -> None:
    _warm()
    gc.freeze()
    ecoute = socket.socket(socket.AF_UNIX)
    ecoute.bind(adresse)
    ecoute.listen()
    signal.signal(signal.SIGCHLD, _reap)
    sys.stdout.write("pret\n")
    sys.stdout.flush()
    while ecoute in select([ecoute, sys.stdin], [], [])[0]:  # until whoever started it has ended
        client, _ = ecoute.accept()
        if not os.fork():
            ecoute.close()
            _become(client)
        client.close()


def _warm() -> None:
    """Import what the commands import, the libraries that they call late too."""
    from rapportpv.commands.build import Commande, build_document
    from tests.fuzz.campagne import load_all

    load_all()
    with tempfile.TemporaryDirectory() as sortie:
        build_document(Commande(DEPOT / "data" / "sample", 2022, "rapport", Path(sortie)))


def _reap(*_: object) -> None:
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _become(client: socket.socket) -> None:
    """Be the command that the client asks for, and end with it."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    message, flux, *_ = socket.recv_fds(client, 2**20, 3)
    while suite := client.recv(2**20):
        message += suite
    arguments, ici, environnement = marshal.loads(message)
    for sorte, numero in enumerate(flux):
        os.dup2(numero, sorte)
        os.close(numero)
    sys.stdout, sys.stderr = (os.fdopen(n, "w", encoding="utf-8", closefd=False) for n in (1, 2))
    os.chdir(ici)
    os.environ.clear()
    os.environ.update(environnement)
    code = _be(["rapportpv", *arguments])
    client.sendall(f"{code} {process_time()} {_peak()}".encode())
    os._exit(code)


def _be(argv: list[str]) -> int:
    from rapportpv.__main__ import main

    sys.argv, sys.modules["__main__"].__package__ = argv, ""  # called by name, not by `python -m`
    try:
        main()
    except SystemExit as fin:
        return int(fin.code or 0)
    except BaseException:
        traceback.print_exc()
        return 70  # none of the program's
    finally:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def _peak() -> int:
    try:
        return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
    except OSError:  # not Linux
        return 0


if __name__ == "__main__":
    _serve(sys.argv[1])
