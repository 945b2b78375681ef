"""`check` looks at the project's own templates too, as `build` would."""

from rapportpv.commands.check import check_annees
from rapportpv.commands.fourni import templates_dir
from tests.fautes.fichiers import CORPS, MODELE, change_zip, own_modele


def test_a_fault_of_the_projects_own_template_is_told(projet):
    own_modele(projet)
    assert [a.rule.code for c in check_annees(projet, [2023]) for a in c.anomalies] == []
    change_zip(projet / MODELE, CORPS, "{{ epci }}", "{{ epcis }}")
    [controle] = check_annees(projet, [2023])
    assert [a.rule.code[:3] for a in controle.anomalies] == ["PV9"]
    assert controle.is_blocked()


def break_modele(projet, avant: str, apres: str) -> None:
    own_modele(projet)
    change_zip(projet / MODELE, CORPS, avant, apres)


def codes(projet) -> list[str]:
    return [a.rule.code for c in check_annees(projet, [2023]) for a in c.anomalies]


def test_the_faults_of_data_do_not_hide_those_of_a_template(projet, ecrire):
    break_modele(projet, "{{ epci }}", "{{ epcis }}")
    ecrire("fcs", FCS="| N° | Axe | Opérateur | Intitulé | Montant |\n| 1 | 9 | A | B | 5 |")
    assert set(codes(projet)) == {"PV204", "PV901"}


def test_a_figure_that_could_not_be_read_is_no_fault_of_the_template(projet, ecrire):
    break_modele(projet, "{{ programmation.total }}", "{{ fcs.total }}")
    ecrire("fcs", FCS="| N° | Axe | Opérateur | Intitulé | Montant |\n| 1 | 1 | A | B | 5 |")
    assert codes(projet) == []
    (projet / "2023" / "fcs.xlsx").write_bytes(b"PK")
    assert codes(projet) == ["PV002"]


def test_the_letters_of_a_project_are_tried_when_somebody_is_consulted(projet, ecrire):
    modele = projet / "modeles" / "courrier.docx"
    modele.parent.mkdir()
    modele.write_bytes((templates_dir() / "courrier.docx").read_bytes())
    change_zip(modele, CORPS, "{{ annee }}", "{{ anee }}")
    assert codes(projet) == []
    annee = projet / "2023" / "annee.toml"
    dates = "[consultation]\ntransmission_le = 2024-07-03\navis_au_plus_tard_le = 2024-10-03\n"
    annee.write_text(annee.read_text("utf-8") + dates, "utf-8")
    ecrire("consultation", Consultation="| Instance | Type |\n| Orge | commune |")
    assert set(codes(projet)) == {"PV901"}


def test_what_a_text_asks_of_the_report_in_vain_is_told(projet):
    textes = projet / "2023" / "textes"
    textes.mkdir()
    (textes / "evolution.md").write_text("Le {{ contrat.libelle }} est signé.", "utf-8")
    assert [code for code in codes(projet) if code != "PV501"] == ["PV909"]
    (textes / "evolution.md").write_text("Le {{ contrat.nom }} est signé.", "utf-8")
    assert set(codes(projet)) == {"PV501"}
