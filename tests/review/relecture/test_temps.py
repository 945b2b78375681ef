"""The time of a proofreading grows as the length of the document."""

import time

from rapportpv.review.lecture.texte_nu import read_txt
from rapportpv.review.relecture import Relecteur
from rapportpv.review.verdicts.attendus import Attendus

PAGE = """\
La programmation s’élève à 5 955 889 €. Le pilier « Cohésion sociale » mobilise 73 % des crédits.

| Pilier | Contributions |
|---|---|
| COHESION SOCIALE | 4 353 742 € |
| EMPLOI ET DEVELOPPEMENT ECONOMIQUE | 1 432 769 € |

Sur 171 projets déposés, 132 actions ont été soutenues ; 45 jeunes de Béthune y sont allés.

"""


def _measure(controle, pages):
    relecteur = Relecteur(Attendus(controle.dossier, controle.bilan))
    relecteur.read(read_txt(PAGE), "chauffe.txt")
    debut = time.process_time()
    relecture = relecteur.read(read_txt(PAGE * pages), "essai.txt")
    assert len(relecture.nombres) >= 7 * pages
    return time.process_time() - debut


def test_ten_times_the_pages_take_ten_times_the_time(controles):
    controle = controles["exemple"]
    court = min(_measure(controle, 30) for _ in range(3))
    long = min(_measure(controle, 300) for _ in range(2))
    assert long / court < 15
