"""What a terminal shows at any width: no word is cut, no date, no amount."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.console.flux import fold_words
from rapportpv.console.tables import share_width, write_table
from tests.conftest import EXEMPLE

MOT = st.text("aéœ-'’.0123456789\u00a0\u202f€", min_size=1, max_size=14).filter(str.strip)
PHRASE = st.lists(MOT, min_size=1, max_size=12).map(" ".join)


@given(PHRASE, st.integers(1, 80), st.integers(0, 6))
def test_a_folded_line_has_the_same_words_and_none_is_cut(phrase, largeur, suite):
    plie = fold_words(phrase, largeur, suite=suite)
    assert re.split("[ \n]+", plie) == re.split(" +", phrase)
    for ligne in plie.split("\n"):
        assert len(ligne) <= largeur or " " not in ligne.strip(" ")


def test_what_follows_a_cut_is_set_back_below_the_beginning():
    assert fold_words("  un deux trois", 9) == "  un deux\n    trois"
    assert fold_words("un", 1) == "un"
    assert (
        fold_words("5\u202f955\u202f889\u00a0€ en tout", 6)
        == "5\u202f955\u202f889\u00a0€\n  en\n  tout"
    )
    assert fold_words("Bruay-la-Buissière", 9, suite=0, traits=True) == "Bruay-la-\nBuissière"
    assert fold_words("le 2023-10-03", 5, suite=0, traits=True) == "le\n2023-10-03"


@given(
    st.lists(st.lists(PHRASE, min_size=3, max_size=3), min_size=1, max_size=6), st.integers(1, 200)
)
def test_columns_fit_or_are_refused(lignes, place):
    largeurs = share_width(lignes, place)
    if largeurs is None:
        moindres = [
            max(max(map(len, c.split(" "))) for c in cs) for cs in zip(*lignes, strict=True)
        ]
        assert sum(moindres) > place
        return
    assert sum(largeurs) <= place
    for ligne in lignes:
        for cellule, largeur in zip(ligne, largeurs, strict=True):
            plie = fold_words(cellule, largeur, suite=0)
            assert max(map(len, plie.split("\n"))) <= largeur


@pytest.mark.parametrize("largeur", [20, 40, 60, 80, 120])
def test_a_table_of_any_width_has_all_its_words(capsys, monkeypatch, largeur):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", str(largeur))
    lignes = [
        ["Bruay", "03/07/2023", "5\u202f955\u202f889\u00a0€", "envoyée, attendue le 03/10/2023"],
        ["Noeux", "04/10/2023", "12\u00a0€", "réputé favorable"],
    ]
    write_table("Avis", ["Instance", "Envoyé le", "Montant", ""], lignes, a_droite={2}, total=True)
    sorti = re.sub(r"\x1b\[[0-9;]*m", "", capsys.readouterr().out)
    assert all(len(ligne.rstrip()) <= largeur for ligne in sorti.splitlines())
    mots = re.split(r"[ \n]+", sorti)
    for cellule in (c for ligne in lignes for c in ligne):
        assert set(cellule.split(" ")) <= set(mots)


def show(colonnes: int, *arguments: str) -> str:
    """What a terminal of that many columns is sent."""
    maitre, esclave = pty.openpty()
    fcntl.ioctl(esclave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, colonnes, 0, 0))
    propre = {n: v for n, v in os.environ.items() if n not in {"COLUMNS", "FORCE_COLOR"}}
    programme = subprocess.Popen(
        [sys.executable, "-m", "rapportpv", *arguments],
        stdin=esclave, stdout=esclave, stderr=esclave, cwd=EXEMPLE,
        env=propre | {"TERM": "xterm", "NO_COLOR": "1"},
    )  # fmt: skip
    os.close(esclave)
    morceaux = []
    while True:
        try:
            morceau = os.read(maitre, 65536)
        except OSError:  # Linux: the terminal is closed
            break
        if not morceau:
            break
        morceaux.append(morceau)
    programme.wait()
    os.close(maitre)
    return re.sub(r"\x1b\[[0-9;]*m", "", b"".join(morceaux).decode()).replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("colonnes", "arguments"),
    [(40, ("check", "2022")), (60, ("consultation", "2022")), (80, ("consultation", "2022")),
     (40, ("check", "1999"))],
)  # fmt: skip
def test_a_real_terminal_cuts_no_word(colonnes, arguments):
    sorti = show(colonnes, *arguments)
    larges = [li for li in sorti.splitlines() if len(li.rstrip(" ")) > colonnes]
    assert all(" " not in ligne.strip(" ") for ligne in larges)  # a path that nobody can fold
    assert "…" not in sorti
    dates = re.findall(r"\d{2}/\d{2}/\S*", sorti)
    assert all(re.fullmatch(r"\d{2}/\d{2}/\d{4}\W*", date) for date in dates)
    assert dates or arguments[0] == "check"
