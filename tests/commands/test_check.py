"""`check` looks at the project's own templates too, as `build` would."""

from rapportpv.commands.check import check_annees
from tests.fautes.fichiers import CORPS, MODELE, change_zip, own_modele


def test_a_fault_of_the_projects_own_template_is_told(projet):
    own_modele(projet)
    assert [a.rule.code for c in check_annees(projet, [2023]) for a in c.anomalies] == []
    change_zip(projet / MODELE, CORPS, "{{ programmation.total }}", "{{ programmation.totale }}")
    [controle] = check_annees(projet, [2023])
    assert [a.rule.code[:3] for a in controle.anomalies] == ["PV9"]
    assert controle.is_blocked()
