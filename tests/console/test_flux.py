"""What is told of a wait: to somebody who watches, not to a log."""

import io
import sys

import pytest

from rapportpv.console.flux import write_attente


@pytest.mark.parametrize(("devant", "dit"), [(True, "Patience…\n"), (False, "")])
def test_a_wait_is_told_to_who_watches(monkeypatch, devant, dit):
    flux = io.StringIO()
    monkeypatch.setattr(flux, "isatty", lambda: devant, raising=False)
    monkeypatch.setattr(sys, "stderr", flux)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    write_attente("Patience…")
    assert flux.getvalue() == dit
