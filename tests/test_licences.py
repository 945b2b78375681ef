"""What is installed with the program asks for nothing stronger than the LGPL."""

import re
from importlib import metadata

import pytest

from tests.conftest import DEPOT

FIGEES = (DEPOT / "requirements" / "run.txt").read_text("utf-8")
NOMS = sorted(set(re.findall(r"^([A-Za-z0-9_.-]+)(?:\[[^]]*\])?==", FIGEES, re.M)))
AILLEURS = frozenset({"colorama"})  # of Windows only
FORTES = re.compile(
    r"(?<!L)(?<!Lesser )\bA?GPL|GNU (?:Affero )?General Public|SSPL|BUSL|Commons Clause"
)


def licence_of(nom):
    """All that a distribution says of its licence: its expression, its field, its classifiers."""
    meta = metadata.metadata(nom)
    champs = [meta.get("License-Expression") or "", (meta.get("License") or "").split("\n")[0]]
    return [c for c in (*champs, *(meta.get_all("Classifier") or ())) if c and "Topic" not in c]


def is_strong(dites):
    """Whether one of these asks for more than the LGPL does."""
    return any(FORTES.search(dite) for dite in dites)


def test_there_is_something_to_look_at():
    assert len(NOMS) > 30


@pytest.mark.parametrize("nom", [nom for nom in NOMS if nom not in AILLEURS])
def test_no_licence_is_stronger_than_the_lgpl(nom):
    dites = licence_of(nom)
    assert any(re.search("licen|MIT|BSD|Apache|MPL|PSF|LGPL|ISC", dite, re.I) for dite in dites), (
        nom
    )
    assert not is_strong(dites), (nom, dites)


@pytest.mark.parametrize(
    ("dites", "forte"),
    [
        (["GPL-3.0-or-later"], True),
        (["AGPL-3.0-only"], True),
        (["License :: OSI Approved :: GNU General Public License v3 (GPLv3)"], True),
        (["LGPL-2.1-only"], False),
        (["GNU Lesser General Public License v2 or later (LGPLv2+)"], False),
        (["MIT"], False),
    ],
)
def test_a_strong_licence_is_seen(dites, forte):
    assert is_strong(dites) is forte
