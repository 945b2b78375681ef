"""What was published, and what `diff` says has changed since."""

import json
import re

import pytest

from rapportpv.commands.build import Commande, build_document
from rapportpv.commands.publication import diff_annee
from rapportpv.core.errors import (
    PublicationDeBrouillonError,
    PublicationIllisibleError,
    SortieInaccessibleError,
)
from rapportpv.published.formats import format_ecart, format_ecarts_json, format_ecarts_markdown
from rapportpv.published.load import load_publication
from rapportpv.published.publication import PUBLICATION
from tests.flatten import plain
from tests.tables import write_classeur

ENTETE = """
| N° dossier | Intitulé de l'action | Opérateur | Type d'opérateur | Pilier | Statut | ANCT | Région |
"""
LIGNES = {
    "A1": "| A1 | Aide aux devoirs | Les Amis | association | Cohésion sociale | soutenue | 12000 | 3000 |",
    "A2": "| A2 | Chantier jeunes | Le Club | association | Emploi | soutenue | 8000 | |",
    "A3": "| A3 | Jardin | Ville d'Orge | commune | Cohésion sociale | soutenue | 500 | |",
    "A4": "| A4 | Kermesse | Ville d'Orge | commune | Cohésion sociale | refusée | | |",
}


def write(projet, **lignes):
    """The programming, with those rows instead of the usual ones; None takes a row out."""
    voulues = {**LIGNES, **lignes}
    texte = "\n".join([ENTETE, *filter(None, voulues.values())])
    write_classeur(projet / "2023" / "programmation.xlsx", Programmation=texte)


def publish(projet):
    commande = Commande(projet, 2023, "rapport", projet / PUBLICATION, publier=True)
    return build_document(commande)


def tell(projet):
    """The changes that show, a line each."""
    comparaison = diff_annee(projet, 2023)
    assert comparaison.ecarts is not None, comparaison.controle.anomalies
    return [plain(format_ecart(ecart)) for ecart in comparaison.ecarts.visibles]


@pytest.fixture
def publie(projet):
    write(projet)
    assert publish(projet).publication == projet / "publication" / "2023.json"
    return projet


def test_the_state_is_readable_sorted_and_one_figure_a_line(publie):
    texte = (publie / "publication" / "2023.json").read_text("utf-8")
    etat = json.loads(texte)
    assert list(etat["chiffres"]) == sorted(etat["chiffres"])
    assert etat["document"] == {
        "nom": "rapport-2023-projet",
        "version": "projet",
        "arrete_le": "2024-07-01",
    }
    total = etat["chiffres"]["programmation.total"]
    assert total["valeur"] == "23500"
    assert plain(total["affiche"]) == "23 500 €"
    assert total["sources"] == ["2023/programmation.xlsx › Programmation › G2:H4"]
    assert etat["chiffres"]["piliers.emploi.taux"]["valeur"] == "1600/47"
    assert etat["rangees"]["programmation"]["A1"] == {
        "anct": "12000",
        "pilier": "cohesion",
        "region": "3000",
        "type_operateur": "association",
    }
    assert "A4" not in texte, "a project that was not supported is nobody's business"
    assert len(re.findall(r'^    "[\w.]+": \{"libelle"', texte, re.MULTILINE)) == len(
        etat["chiffres"]
    )
    assert texte.endswith("}\n")


def test_the_state_read_back_is_the_state(publie):
    from rapportpv.published.write import format_publication

    lu = load_publication(publie, 2023)
    chemin = publie / "publication" / "2023.json"
    assert lu is not None
    assert format_publication(lu) == chemin.read_text("utf-8")


def test_publishing_again_changes_nothing(publie):
    avant = {c.name: c.read_bytes() for c in (publie / "publication").iterdir()}
    assert publish(publie).publication is None
    assert {c.name: c.read_bytes() for c in (publie / "publication").iterdir()} == avant
    assert not diff_annee(publie, 2023).ecarts


def test_sorting_the_sheet_or_adding_a_title_is_no_change(publie):
    avant = (publie / "publication" / "2023.json").read_bytes()
    lignes = list(LIGNES.values())
    texte = "\n".join(["| Programmation 2023 |", "| |", ENTETE, *reversed(lignes)])
    write_classeur(publie / "2023" / "programmation.xlsx", Programmation=texte)
    assert not diff_annee(publie, 2023).ecarts
    assert publish(publie).publication is None
    assert (publie / "publication" / "2023.json").read_bytes() == avant


def test_nothing_published_yet(projet):
    ecarts = diff_annee(projet, 2023).ecarts
    assert ecarts
    assert ecarts.depuis is None
    texte = plain(format_ecarts_markdown(ecarts))
    assert texte.startswith("Première publication de 2023.\n")
    assert "- Programmation : 24 000 €\n" in texte


def test_a_figure_that_changed_names_the_cell(publie):
    write(publie, A1=LIGNES["A1"].replace("12000", "14000"))
    assert tell(publie) == [
        "Programmation : 23 500 € → 25 500 €, programmation.xlsx › G2",
        "Pilier « Cohésion sociale » : 15 500 € → 17 500 €, programmation.xlsx › G2",
        "Pilier « Cohésion sociale », part de la programmation : 66,0 % → 68,6 %, programmation.xlsx › G2",
        "Pilier « Emploi », part de la programmation : 34,0 % → 31,4 %, programmation.xlsx › G2",
        "ANCT : 20 500 € → 22 500 €, programmation.xlsx › G2",
        "ANCT, part de la programmation : 87,2 % → 88,2 %, programmation.xlsx › G2",
        "Région, part de la programmation : 12,8 % → 11,8 %, programmation.xlsx › G2",
        "Crédits spécifiques : 23 500 € → 25 500 €, programmation.xlsx › G2",
        "Crédits spécifiques de l'État : 20 500 € → 22 500 €, programmation.xlsx › G2",
        "Crédits spécifiques de l'État, part du pilier « Cohésion sociale » : 61,0 % → 64,4 %, programmation.xlsx › G2",
        "Crédits spécifiques de l'État, part du pilier « Emploi » : 39,0 % → 35,6 %, programmation.xlsx › G2",
    ]


def only(lignes, *libelles):
    return [ligne for ligne in lignes if ligne.split(" : ")[0] in libelles]


def test_the_cell_is_where_the_row_is_now(publie):
    write(publie, A0="| A0 | Avant | Ville d'Orge | commune | Emploi | refusée | | |", A1=None)
    write_classeur(
        publie / "2023" / "programmation.xlsx",
        Programmation="\n".join(
            [ENTETE, LIGNES["A2"], LIGNES["A3"], LIGNES["A1"].replace("3000", "3500"), LIGNES["A4"]]
        ),
    )
    assert only(tell(publie), "Région") == ["Région : 3 000 € → 3 500 €, programmation.xlsx › H4"]


def test_an_amount_that_was_erased_or_typed_where_there_was_none(publie):
    write(
        publie,
        A1=LIGNES["A1"].replace("3000", ""),
        A2="| A2 | Chantier jeunes | Le Club | association | Emploi | soutenue | 8000 | 700 |",
    )
    assert only(tell(publie), "Région", "Pilier « Emploi »") == [
        "Pilier « Emploi » : 8 000 € → 8 700 €, programmation.xlsx › H3",
        "Région : 3 000 € → 700 €, programmation.xlsx › H2 ; programmation.xlsx › H3",
    ]


def test_a_new_row_names_its_amounts(publie):
    write(publie, A5="| A5 | Fête | Le Club | association | Emploi | soutenue | 1000 | |")
    lignes = tell(publie)
    assert only(lignes, "Pilier « Emploi »", "Actions portées par des associations") == [
        "Pilier « Emploi » : 8 000 € → 9 000 €, programmation.xlsx › G6",
        "Actions portées par des associations : 2 → 3, programmation.xlsx › D6",
    ]
    assert only(lignes, "Actions soutenues") == [
        "Actions soutenues : 3 → 4, programmation.xlsx › D6"
    ]


def test_a_row_that_is_gone_is_named_by_its_key(publie):
    write(publie, A3=None)
    assert only(tell(publie), "Programmation", "Pilier « Cohésion sociale »") == [
        "Programmation : 23 500 € → 23 000 €, programmation.xlsx › « A3 », qui n'y est plus",
        "Pilier « Cohésion sociale » : 15 500 € → 15 000 €, programmation.xlsx › « A3 », qui n'y est plus",
    ]


def test_a_row_that_no_longer_counts_names_its_status(publie):
    write(publie, A3=LIGNES["A3"].replace("soutenue", "refusée").replace("500", ""))
    assert only(tell(publie), "Programmation", "Actions soutenues") == [
        "Programmation : 23 500 € → 23 000 €, programmation.xlsx › F4",
        "Actions soutenues : 3 → 2, programmation.xlsx › F4",
    ]


def test_a_row_that_changes_heading_names_the_heading(publie):
    write(publie, A1=LIGNES["A1"].replace("Cohésion sociale", "Emploi"))
    lignes = tell(publie)
    assert only(lignes, "Pilier « Emploi »", "Pilier « Cohésion sociale »") == [
        "Pilier « Cohésion sociale » : 15 500 € → 500 €, programmation.xlsx › E2",
        "Pilier « Emploi » : 8 000 € → 23 000 €, programmation.xlsx › E2",
    ]
    assert only(lignes, "Programmation") == []


def test_rows_without_a_number_and_the_fcs(projet):
    fcs = """
    | N° | Axe | Opérateur | Intitulé | Montant |
    | -- | --- | --------- | -------- | ------- |
    | 1  | 1   | Les Amis  | Fête     | 500     |
    | 2  | 2   | Le Club   | Stage    | {stage} |
    """
    chemin = projet / "2023" / "fcs.xlsx"
    write_classeur(chemin, FCS=fcs.format(stage=800))
    publish(projet)
    write_classeur(chemin, FCS=fcs.format(stage=950.50))
    assert tell(projet) == [
        "Fonds de Cohésion Sociale : 1 300 € → 1 450,50 €, fcs.xlsx › E3",
        "Fonds de Cohésion Sociale, axe 2 : 800 € → 950,50 €, fcs.xlsx › E3",
    ]
    etat = json.loads((projet / "publication" / "2023.json").read_text("utf-8"))
    assert "Les Amis – Aide aux devoirs" in etat["rangees"]["programmation"]


def test_tables_lines_that_changed(publie):
    write(publie, A2=LIGNES["A2"].replace("8000", "9000"))
    texte = plain(format_ecarts_markdown(diff_annee(publie, 2023).ecarts))
    assert "- Répartition financière par pilier\n\n  ```diff\n" in texte
    assert "  - Emploi | 8 000 € | 34,0 %\n" in texte
    assert "  + Emploi | 9 000 € | 36,7 %\n" in texte
    assert "Habitat" not in texte


def test_texts_that_changed(publie):
    textes = publie / "2023" / "textes"
    textes.mkdir()
    (textes / "evolution.md").write_text("Un.\n", "utf-8")
    (textes / "orientations.md").write_text("Deux.\n", "utf-8")
    assert [(t.fichier, t.etat) for t in diff_annee(publie, 2023).ecarts.textes] == [
        ("2023/textes/evolution.md", "ajouté"),
        ("2023/textes/orientations.md", "ajouté"),
    ]
    publish(publie)
    (textes / "evolution.md").write_bytes(b"Un.\r\n")
    assert not diff_annee(publie, 2023).ecarts, "git may rewrite the ends of lines"
    (textes / "evolution.md").write_text("Un, et demi.\n", "utf-8")
    (textes / "orientations.md").unlink()
    ecarts = diff_annee(publie, 2023).ecarts
    assert [(t.fichier, t.etat) for t in ecarts.textes] == [
        ("2023/textes/evolution.md", "modifié"),
        ("2023/textes/orientations.md", "retiré"),
    ]
    assert "- 2023/textes/evolution.md : modifié" in plain(format_ecarts_markdown(ecarts))


def accept_definitif(projet):
    """Without the avis that a definitive report needs."""
    reglages = projet / "rapportpv.toml"
    reglages.write_text(f'{reglages.read_text("utf-8")}\n[severite]\nPV505 = "info"\n', "utf-8")


def test_the_version_of_the_document_is_a_change(publie):
    accept_definitif(publie)
    (publie / "2023" / "annee.toml").write_text('version = "definitif"\narrete_le = 2024-12-03\n')
    texte = plain(format_ecarts_markdown(diff_annee(publie, 2023).ecarts))
    assert "- Version : projet → definitif" in texte
    assert "- Arrêté le : 1er juillet 2024 → 3 décembre 2024" in texte


def test_a_project_may_keep_its_rows_to_itself(projet):
    reglages = projet / "rapportpv.toml"
    reglages.write_text(reglages.read_text("utf-8") + "\n[publication]\nvaleurs = false\n", "utf-8")
    write(projet)
    publish(projet)
    etat = json.loads((projet / "publication" / "2023.json").read_text("utf-8"))
    assert "rangees" not in etat
    write(projet, A1=LIGNES["A1"].replace("12000", "14000"))
    assert only(tell(projet), "ANCT") == [
        "ANCT : 20 500 € → 22 500 €, d'après programmation.xlsx › G2:G4"
    ]


def test_what_users_type_does_nothing_in_the_text_of_a_change(projet):
    reglages = projet / "rapportpv.toml"
    texte = reglages.read_text("utf-8").replace('"ANCT"', '"@maire <b>*ANCT*</b> #12 ```"')
    reglages.write_text(texte, "utf-8")
    write_classeur(
        projet / "2023" / "programmation.xlsx",
        Programmation="""
        | Intitulé de l'action | Opérateur | Pilier | Statut   | P147 |
        | -------------------- | --------- | ------ | -------- | ---- |
        | Aide                 | Les Amis  | Emploi | soutenue | 100  |
        """,
    )
    publish(projet)
    write_classeur(
        projet / "2023" / "programmation.xlsx",
        Programmation="""
        | Intitulé de l'action | Opérateur | Pilier | Statut   | P147 |
        | -------------------- | --------- | ------ | -------- | ---- |
        | Aide                 | Les Amis  | Emploi | soutenue | 200  |
        """,
    )
    texte = plain(format_ecarts_markdown(diff_annee(projet, 2023).ecarts))
    assert r"- &#64;maire &lt;b&gt;\*ANCT\*&lt;/b&gt; \#12 \`\`\` : 100 € → 200 €" in texte
    assert "  ``````diff\n  - @maire" in texte


def test_json_has_the_exact_values(publie):
    write(publie, A1=LIGNES["A1"].replace("12000", "14000"))
    donnees = json.loads(format_ecarts_json(diff_annee(publie, 2023).ecarts))
    assert (donnees["version"], donnees["annee"], donnees["change"]) == (1, 2023, True)
    assert donnees["depuis"] == "rapport-2023-projet"
    total = donnees["chiffres"]["programmation.total"]
    assert (total["valeur_avant"], total["valeur_apres"]) == (23500, 25500)
    assert total["places"] == ["programmation.xlsx › G2"]
    assert donnees["tableaux"]["par_pilier"]["titre"] == "Répartition financière par pilier"


def test_two_years_are_compared_by_their_figures(publie):
    accept_definitif(publie)
    (publie / "2022").mkdir()
    (publie / "2022" / "annee.toml").write_text('version = "definitif"\narrete_le = 2023-07-01\n')
    write_classeur(
        publie / "2022" / "programmation.xlsx",
        Programmation="\n".join([ENTETE, LIGNES["A1"], LIGNES["A2"]]),
    )
    ecarts = diff_annee(publie, 2023, 2022).ecarts
    total = next(e for e in ecarts.chiffres if e.nom == "programmation.total")
    assert (plain(total.avant), plain(total.apres)) == ("23 000 €", "23 500 €")
    assert (total.places, ecarts.tableaux, ecarts.textes) == ((), (), ())


def test_a_year_with_errors_is_not_compared(publie):
    write(publie, A1=LIGNES["A1"].replace("12000", "beaucoup"))
    comparaison = diff_annee(publie, 2023)
    assert comparaison.ecarts is None
    assert [a.rule.code for a in comparaison.controle.anomalies] == ["PV101"]
    avant = (publie / "publication" / "2023.json").read_bytes()
    assert publish(publie).chemin is None
    assert (publie / "publication" / "2023.json").read_bytes() == avant


@pytest.mark.parametrize(
    "contenu",
    [b"", b"{}", b"[]", b'{"version": 99}', b"\xff\xfe", b'{"version": 1, "chiffres": 3'],
)
def test_a_state_that_cannot_be_read_stops_the_program(publie, contenu):
    chemin = publie / "publication" / "2023.json"
    chemin.write_bytes(contenu)
    with pytest.raises(PublicationIllisibleError, match="build 2023 --publier"):
        diff_annee(publie, 2023)
    with pytest.raises(PublicationIllisibleError):
        publish(publie)
    assert chemin.read_bytes() == contenu


def test_a_draft_is_not_published(publie):
    commande = Commande(publie, 2023, "rapport", publie / PUBLICATION, True, publier=True)
    with pytest.raises(PublicationDeBrouillonError):
        build_document(commande)


def test_the_state_is_written_whole_or_not_at_all(publie, monkeypatch):
    from rapportpv.commands import publication

    write(publie, A1=LIGNES["A1"].replace("12000", "14000"))
    avant = (publie / "publication" / "2023.json").read_bytes()

    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.replace", refuse)
    controle = diff_annee(publie, 2023).controle
    with pytest.raises(SortieInaccessibleError):
        publication.publish_annee(publie, controle.dossier, controle.bilan, "rapport")
    assert (publie / "publication" / "2023.json").read_bytes() == avant
    assert sorted(c.name for c in (publie / "publication").iterdir()) == [
        "2023.json",
        "rapport-2023-projet.docx",
    ]
