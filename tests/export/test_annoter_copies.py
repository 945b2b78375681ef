"""Which workbooks are copied, where, and what is never gone over."""

from pathlib import Path

import pytest

from rapportpv.export.annoter import CopieInaccessibleError, CopieRefuseeError, annotate_classeurs
from tests.export.conftest import FCS, FICHIER, fault, set_parts
from tests.tables import write_classeur


@pytest.mark.parametrize(
    ("fichier", "contenu", "raison"),
    [
        ("2022/fcs.xls", b"\xd0\xcf\x11\xe0", "seul un .xlsx"),
        ("2022/fcs.ods", b"", "seul un .xlsx"),
        ("rapportpv.toml", b"", "n’est pas un classeur"),
        ("2022/absent.xlsx", None, "n’existe pas"),
        ("2022/abime.xlsx", b"PK\x03\x04 cut short", "seul un .xlsx"),
    ],
)
def test_there_is_no_copy_of_what_is_no_xlsx_and_it_is_said(racine, fichier, contenu, raison):
    if contenu is not None:
        (racine / fichier).write_bytes(contenu)
    [copie] = annotate_classeurs(racine, [fault(fichier=fichier)], racine / "copies")
    assert copie.chemin is None
    assert raison in copie.raison
    assert not (racine / "copies").exists()


def test_a_workbook_that_cannot_be_read_is_not_opened_to_be_copied(racine):
    illisible = fault(nom="fichier-illisible")
    assert annotate_classeurs(racine, [illisible], racine / "copies")[0].raison
    set_parts(racine, {"xl/workbook.xml": "<oops"})
    assert annotate_classeurs(racine, [fault("B2")], racine / "copies")[0].raison


def test_a_copy_is_not_copied_again(racine):
    [copie] = annotate_classeurs(racine, [fault("B2")], racine / "copies")
    copie.chemin.replace(racine / FICHIER)
    [rien] = annotate_classeurs(racine, [fault("B2")], racine / "copies")
    assert (rien.chemin, rien.raison) == (None, "c’est déjà une copie annotée")


def test_two_years_share_a_folder(racine):
    write_classeur(racine / "2023/fcs.xlsx", FCS=FCS)
    fautes = [fault("B2"), fault("B2", fichier="2023/fcs.xlsx")]
    annotate_classeurs(racine, fautes, racine / "copies")
    assert sorted(f.name for f in (racine / "copies").iterdir()) == [
        "fcs 2022 - annoté.xlsx",
        "fcs 2023 - annoté.xlsx",
    ]


def test_all_or_nothing_when_somebody_s_file_is_in_the_way(racine):
    write_classeur(racine / "2023/fcs.xlsx", FCS=FCS)
    obstacle = write_classeur(racine / "copies" / "fcs 2023 - annoté.xlsx", Moi="| À moi |")
    avant = obstacle.read_bytes()
    fautes = [fault("B2"), fault("B2", fichier="2023/fcs.xlsx")]
    with pytest.raises(CopieRefuseeError, match="n’est pas une copie annotée"):
        annotate_classeurs(racine, fautes, racine / "copies")
    assert [f.name for f in (racine / "copies").iterdir()] == [obstacle.name]
    assert obstacle.read_bytes() == avant
    obstacle.write_bytes(b"un texte")
    with pytest.raises(CopieRefuseeError):
        annotate_classeurs(racine, fautes, racine / "copies")


def test_nothing_is_left_when_the_folder_cannot_be_written(racine, monkeypatch):
    (racine / "occupe").write_text("un fichier, pas un dossier")
    with pytest.raises(CopieInaccessibleError, match="--annoter"):
        annotate_classeurs(racine, [fault("B2")], racine / "occupe")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(CopieInaccessibleError, match="fcs 2022"):
        annotate_classeurs(racine, [fault("B2")], racine / "copies")
    assert list((racine / "copies").iterdir()) == []


def test_a_copy_open_in_excel_is_not_replaced(racine):
    [copie] = annotate_classeurs(racine, [fault("B2")], racine / "copies")
    copie.chemin.with_name(f"~${copie.chemin.name}").write_bytes(b"\x05Marie")
    with pytest.raises(CopieInaccessibleError, match="fermez-la"):
        annotate_classeurs(racine, [fault("B2")], racine / "copies")
