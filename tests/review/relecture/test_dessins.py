"""The words of a drawing of the year are no figures to be looked for; those of another box are."""

import pytest

from rapportpv.core.relecture import Place, Verdict
from rapportpv.review.lecture.passage import ZONE_DE_TEXTE, DocumentLu, Passage
from rapportpv.review.relecture import Relecteur
from rapportpv.review.verdicts.attendus import Attendus


@pytest.fixture
def verdicts(controles):
    def verdicts(texte, partie=ZONE_DE_TEXTE):
        controle = controles["exemple"]
        passage = Passage(texte, Place(partie=partie))
        lue = Relecteur(Attendus(controle.dossier, controle.bilan, {})).read(
            DocumentLu((passage,)), "essai.docx"
        )
        return [(n.ecrit, n.verdict, n.cause) for n in lue.nombres]

    return verdicts


def test_what_the_map_says_is_its_words(verdicts):
    assert verdicts("5 communes, 7\u00a0quartiers") == [
        ("5", Verdict.HORS_SUJET, "mots du dessin"),
        ("7", Verdict.HORS_SUJET, "mots du dessin"),
    ]


@pytest.mark.parametrize(
    ("texte", "partie"),
    [("5 communes, 9 quartiers", ZONE_DE_TEXTE), ("5 communes, 7 quartiers", "corps")],
)
def test_what_it_does_not_say_is_read_as_a_sentence(verdicts, texte, partie):
    assert "mots du dessin" not in [cause for *_, cause in verdicts(texte, partie)]
    assert len(verdicts(texte, partie)) == 2
