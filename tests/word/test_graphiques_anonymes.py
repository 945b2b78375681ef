"""Charts whose name LibreOffice took away: which table they are of."""

import pytest
from lxml import etree

from rapportpv.word.graphiques_anonymes import name_graphiques
from rapportpv.word.ooxml import WP, C, W


def place(*paragraphes):
    """The names of the charts of a template, told a paragraph a line: «[nom]» is a chart."""
    corps = "".join(
        f"<w:p><w:r><wp:inline><wp:docPr name='{p[1:-1]}'/><c:chart/></wp:inline></w:r></w:p>"
        if p.startswith("[")
        else f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>"
        for p in paragraphes
    )
    racine = etree.fromstring(
        f'<w:body xmlns:w="{W}" xmlns:wp="{WP}" xmlns:c="{C}">{corps}</w:body>'
    )
    name_graphiques(racine, {"par_pilier", "par_thematique"})
    return [e.get("name") for e in racine.iter(f"{{{WP}}}docPr")]


@pytest.mark.parametrize(
    ("modele", "noms"),
    [
        (("{{ tableaux.par_pilier.pilier }}", "[Object1]"), ["par_pilier"]),
        (
            ("{%p if tableaux.par_thematique %}", "[Object12]", "{{ tableaux.par_pilier.x }}"),
            ["par_thematique"],
        ),
        (("{{ tableaux.par_pilier.x }}", "{{ tableaux.inconnu.x }}", "[Object2]"), ["par_pilier"]),
        (("[Object1]", "{{ tableaux.par_pilier.x }}"), ["Object1"]),
        (
            ("{{ tableaux.par_pilier.x }}", "[par_thematique]", "[Graphique 1]"),
            ["par_thematique", "Graphique 1"],
        ),
    ],
)
def test_the_last_table_named_before_it(modele, noms):
    assert place(*modele) == noms
