"""Names of files: safe anywhere, and each its own."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.commands.noms import name_files


@pytest.mark.parametrize(
    ("noms", "fichiers"),
    [
        (["Commune d’Auchel"], ["commune-d-auchel"]),
        (["Conseil citoyen Renaissance – Nœux"], ["conseil-citoyen-renaissance-noeux"]),
        (["Orge", "ORGE", "Orgé", "orge 2"], ["orge", "orge-2", "orge-3", "orge-2-2"]),
        (["Aux", "CON", "com1", "Lpt9"], ["aux-1", "con-1", "com1-1", "lpt9-1"]),
        (["a/b\\c:d*e?f"], ["a-b-c-d-e-f"]),
        (["", "…"], ["courrier-1", "courrier-1-2"]),
    ],
)
def test_a_name_of_file_is_made_from_a_name(noms, fichiers):
    assert name_files(noms) == fichiers


@given(st.lists(st.text(max_size=80) | st.sampled_from(["Aux", "aux", "aux-1", "nul", "é", "e"])))
def test_names_are_safe_and_all_different(noms):
    fichiers = name_files(noms)
    assert len(fichiers) == len(noms) == len({f.casefold() for f in fichiers})
    for fichier in fichiers:
        assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,70}", fichier)
        assert not re.fullmatch(r"con|prn|aux|nul|(com|lpt)\d", fichier)
