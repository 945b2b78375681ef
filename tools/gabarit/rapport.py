"""What the annual report says: its prose, its tables and its charts, in reading order.

Nothing here is true of one EPCI, one contract or one year only.
"""

from . import rapport_fonds, rapport_programmation
from .contents import contents
from .cover import cover
from .markup import heading, text, when
from .tables import key_figures

CHARTS = rapport_programmation.CHARTS


def _territoire() -> str:
    return when(
        "territoire",
        heading(1, "La politique de la ville sur le territoire"),
        key_figures(
            (
                56,
                "{{ territoire.communes }}",
                "{{ 'commune concernée' if territoire.communes < 2 else 'communes concernées' }}",
            ),
            (
                55,
                "{{ territoire.quartiers }}",
                "{{ 'quartier' if territoire.quartiers < 2 else 'quartiers' }}",
            ),
            (
                55,
                "{{ territoire.quartiers_etat }}",
                "{{ 'quartier reconnu' if territoire.quartiers_etat < 2 else 'quartiers reconnus' "
                "}} par l'État",
            ),
        ),
        text(
            "La politique de la ville s'inscrit dans le contrat conclu pour la période "
            "{{ contrat.debut }}-{{ contrat.fin }} (« {{ contrat.nom }} »). En {{ annee }}, elle "
            "concerne {{ territoire.communes | accorde('commune', 'communes') }} et "
            "{{ territoire.quartiers | accorde('quartier', 'quartiers') }}, dont "
            "{{ territoire.quartiers_etat | accorde('reconnu', 'reconnus') }} par l'État.",
            "Introduction",
        ),
    )


BODY = "".join(
    (
        cover(),
        contents(),
        _territoire(),
        rapport_programmation.programmation(),
        rapport_fonds.fonds_de_cohesion_sociale(),
        rapport_fonds.fonds_de_concours(),
    )
)
