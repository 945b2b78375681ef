"""What is published, and what makes it another."""

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
from rapportpv.published.formats import format_ecarts_json, format_ecarts_markdown
from rapportpv.published.load import load_publication
from rapportpv.published.publication import PUBLICATION
from tests.commands.conftest import ENTETE, LIGNES, only, publish, tell, write
from tests.flatten import plain
from tests.tables import write_classeur


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
