"""What a check has to say of a year beside its faults: read, left out, lacking."""

import pytest

from rapportpv.commands.check import check_annees
from rapportpv.core.inventaire import Inventaire


@pytest.fixture
def take(projet):
    def take() -> Inventaire:
        [controle] = check_annees(projet, [2023])
        return controle.inventaire

    return take


def lacking(inventaire: Inventaire) -> dict[str, str]:
    return {absente.partie: absente.raison for absente in inventaire.absentes}


def write_texte(projet, nom: str, contenu: str = "Du texte.") -> None:
    textes = projet / "2023" / "textes"
    textes.mkdir(exist_ok=True)
    (textes / nom).write_text(contenu, "utf-8")


def test_what_was_read_is_told_sheet_by_sheet(take, projet, ecrire):
    quartiers = "| Code | Nom | Commune(s) | Type |\n| QP1 | Le Parc | Orge | QPV |"
    ecrire("territoire", Quartiers=f"{quartiers}\n| QP2 | Le Val | Orge | QPV |")
    write_texte(projet, "evolution.md")
    write_texte(projet, "manifeste.md", "<!-- À écrire : … -->")
    assert [(str(lu.lieu), lu.nombre, lu.quoi) for lu in take().lus] == [
        ("2023/programmation.xlsx › Programmation", 3, "projet"),
        ("2023/territoire.xlsx › Quartiers", 2, "ligne"),
        ("2023/textes", 1, "texte"),
    ]


def test_a_part_lacks_when_neither_a_text_nor_a_sheet_makes_it(take, projet, ecrire):
    assert lacking(take())["npnru"] == "pas de npnru.xlsx"
    ecrire("npnru", NPNRU="| Quartier | Opération | Maître d'ouvrage | État | Montant |")
    assert lacking(take())["npnru"] == "classeur encore vide"
    write_texte(projet, "npnru.md")
    assert "npnru" not in lacking(take())
    (projet / "2023" / "fcs.xlsx").write_bytes(b"PK")
    assert lacking(take())["fcs"] == "fcs.xlsx ne se lit pas"
    assert lacking(take())["evolution"] == "pas de texte"
    write_texte(projet, "2-Évolution.md")
    assert "evolution" not in lacking(take())


def test_a_part_that_does_not_apply_does_not_lack(take, projet):
    toml = projet / "rapportpv.toml"
    toml.write_text(toml.read_text("utf-8") + '\n[sans_objet]\nnpnru = "Aucun."\n', "utf-8")
    assert "npnru" not in lacking(take())


def test_the_list_of_the_decret_is_told_with_what_fills_it(take, projet, ecrire):
    demandees = {a.partie: a.comble for a in take().absentes if a.comble}
    assert demandees == {
        "orientations": "écrivez 2023/textes/orientations.md",
        "situation": "déposez les fichiers de l’INSEE dans 2023/insee ou "
        "écrivez 2023/textes/situation.md",
        "evolution": "écrivez 2023/textes/evolution.md",
        "objectifs": "écrivez 2023/textes/objectifs.md",
        "npnru": "remplissez 2023/npnru.xlsx ou écrivez 2023/textes/npnru.md",
        "articulation": "écrivez 2023/textes/articulation.md",
        "perspectives": "écrivez 2023/textes/perspectives.md",
        "dsu": "remplissez 2023/dsu.xlsx ou écrivez 2023/textes/dsu.md",
    }
    for partie in ("orientations", "situation", "evolution", "objectifs", "articulation"):
        write_texte(projet, f"{partie}.md")
    ecrire("npnru", NPNRU="| Quartier | Opération | Maître d'ouvrage |\n| Le Parc | École | Orge |")
    toml = projet / "rapportpv.toml"
    raisons = 'perspectives = "Fin du contrat."\ndsu = "Aucune commune ne la reçoit."\n'
    toml.write_text(f"{toml.read_text('utf-8')}\n[sans_objet]\n{raisons}", "utf-8")
    assert [a.partie for a in take().absentes if a.comble] == []


def test_an_epci_without_axes_has_no_fonds_de_cohesion_sociale_to_miss(take, projet):
    assert "fcs" in lacking(take())
    toml = projet / "rapportpv.toml"
    toml.write_text(toml.read_text("utf-8").partition("[[axe_fcs]]")[0], "utf-8")
    assert "fcs" not in lacking(take())


def test_the_template_of_the_project_says_which_texts_it_has(take, projet):
    from docx import Document

    (projet / "modeles").mkdir()
    document = Document()
    document.add_paragraph("{{ textes.evolution }}")
    document.save(projet / "modeles" / "rapport.docx")
    assert {"evolution", "quartiers", "fcs", "fonds_de_concours"} == lacking(take()).keys()


def test_a_file_that_an_anomaly_tells_is_not_told_again(take, projet):
    (projet / "2023" / "fcs (1).xlsx").write_bytes(b"PK")
    (projet / "2023" / "budget.xlsx").write_bytes(b"PK")
    assert [laisse.lieu.fichier for laisse in take().laisses] == ["2023/budget.xlsx"]


def test_of_a_year_that_cannot_be_read_the_files_are_told_all_the_same(take, projet):
    (projet / "2023" / "programmation.xlsx").rename(projet / "2023" / "programmation.txt")
    inventaire = take()
    assert (inventaire.lus, inventaire.absentes) == ((), ())
    assert [laisse.lieu.fichier for laisse in inventaire.laisses] == ["2023/programmation.txt"]
