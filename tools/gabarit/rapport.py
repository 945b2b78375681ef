"""What the annual report says: its prose, its tables and its charts, in reading order.

Nothing here is true of one EPCI, one contract or one year only.
"""

from . import rapport_avis, rapport_fonds, rapport_programmation
from .contents import contents
from .cover import cover
from .markup import caption, heading, text, when
from .tables import Column, data_table, key_figures

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
        caption(
            "Tableau",
            "Quartiers de la politique de la ville en {{ annee }} (QPV : quartier prioritaire "
            "reconnu par l'État)",
        ),
        data_table(
            (
                Column("Quartier", 70, "{{ tableaux.quartiers.quartier }}", "Total"),
                Column(
                    "Commune(s)",
                    66,
                    "{{ tableaux.quartiers.communes }}",
                    "{{ territoire.communes | accorde('commune', 'communes') }}",
                ),
                Column(
                    "Type",
                    30,
                    "{{ tableaux.quartiers.type }}",
                    "{{ territoire.quartiers | accorde('quartier', 'quartiers') }}",
                ),
            ),
            "Quartiers de la politique de la ville",
            "Une ligne par quartier : son nom, sa commune ou ses communes, et son type : reconnu "
            "par l'État (QPV), ou communautaire.",
            whole=False,
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
        rapport_avis.avis(),
    )
)
