"""What is going on is told to somebody who watches, once it lasts, and leaves nothing behind."""

import io
import sys
import time

import pytest

from rapportpv.console import progres
from rapportpv.console.progres import show_attente, show_progres


@pytest.fixture
def watch(monkeypatch):
    """A screen, or what is none; set while the test runs, for pytest has one of its own."""

    def watch(devant):
        flux = io.StringIO()
        monkeypatch.setattr(flux, "isatty", lambda: devant, raising=False)
        monkeypatch.setattr(sys, "stderr", flux)
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setenv("NO_COLOR", "1")
        monkeypatch.delenv("FORCE_COLOR", raising=False)
        monkeypatch.setattr(progres, "PATIENCE", 0.05)
        return flux

    return watch


@pytest.mark.parametrize(
    ("devant", "dure", "dit"), [(True, 1.0, True), (True, 0, False), (False, 1.0, False)]
)
def test_only_what_lasts_is_told(watch, devant, dure, dit):
    flux = watch(devant)
    with show_attente("Lecture des classeurs…"):
        time.sleep(dure)
    assert ("Lecture des classeurs…" in flux.getvalue()) is dit
    assert "\x1b[3" not in flux.getvalue()  # no colour


def fail_after_a_while():
    with show_attente("Lecture…"):
        time.sleep(0.5)
        raise ValueError("faute")


def test_a_fault_ends_it(watch):
    flux = watch(True)
    with pytest.raises(ValueError, match="faute"):
        fail_after_a_while()
    fin = flux.getvalue()
    assert "Lecture…" in fin
    time.sleep(0.3)
    assert flux.getvalue() == fin


@pytest.mark.parametrize("devant", [True, False])
def test_a_bar(watch, devant):
    flux = watch(devant)
    with show_progres("Fabrication") as avance:
        avance("Ardèche [Sud]", 2)
        avance("Brie", 2)
    assert ("Brie" in flux.getvalue() and "2/2" in flux.getvalue()) is devant
