"""The annual report's chapter on the avis: who was asked, what each said, what came of it."""

from .markup import caption, heading, narrative, text, when
from .tables import KEEP, Column, data_table

_TABLE = "version != 'projet' or consultation.recus or consultation.reputes_favorables"
_COLUMNS = (
    Column(
        "Instance",
        38,
        "{{ tableaux.avis.instance }}",
        "{{ consultation.instances | accorde('instance', 'instances') }}",
    ),
    Column(
        "Reçu le",
        24,
        "{{ tableaux.avis.date }}",
        "{{ consultation.recus | accorde('reçu', 'reçus') }}",
    ),
    Column(
        "Avis",
        34,
        "{{ tableaux.avis.sens }}",
        "{{ consultation.reputes_favorables | accorde('réputé favorable', 'réputés favorables') }}",
    ),
    Column(
        "Observations",
        35,
        "{{ tableaux.avis.observations }}",
        "{{ consultation.observations | accorde('observation', 'observations') }}",
    ),
    Column(
        "Suite donnée",
        35,
        "{{ tableaux.avis.suite }}",
        "{{ consultation.suites | accorde('suite', 'suites') }}",
    ),
)


def _projet() -> str:
    """Return what a projet says: until when an avis is waited for, and what has come so far."""
    return text(
        "Le projet de rapport est transmis pour avis à compter du "
        "{{ consultation.transmission_le | date_longue }}. Les avis sont à rendre au plus tard le "
        "{{ consultation.avis_au_plus_tard_le | date_longue }} ; à défaut de réponse dans ce "
        "délai, l'avis est réputé favorable.",
        properties=KEEP,
    ) + when(
        _TABLE,
        text(
            "Au {{ consultation.au | date_longue }}, sur "
            "{{ consultation.instances | accorde('instance consultée', 'instances consultées') }}, "
            "{{ consultation.recus | accorde('avis est rendu', 'avis sont rendus') }} et "
            "{{ consultation.reputes_favorables | accorde('est réputé favorable', "
            "'sont réputés favorables') }}{% if consultation.attendus %} ; "
            "{{ consultation.attendus | accorde('est encore attendu', 'sont encore attendus') }}"
            "{% endif %}.",
            properties=KEEP,
        ),
    )


def _definitif() -> str:
    """Return what a definitive report says: how it was consulted on, then approved."""
    return text(
        "Le projet de rapport a été transmis pour avis à compter du "
        "{{ consultation.transmission_le | date_longue }}. Sur "
        "{{ consultation.instances | accorde('instance consultée', 'instances consultées') }}, "
        "{{ consultation.recus | accorde('avis a été rendu', 'avis ont été rendus') }} et "
        "{{ consultation.reputes_favorables | accorde('est réputé favorable', "
        "'sont réputés favorables') }}, faute de réponse au plus tard le "
        "{{ consultation.avis_au_plus_tard_le | date_longue }}.",
        properties=KEEP,
    ) + text(
        "Le tableau donne chaque avis et la suite réservée à chaque observation. Le rapport ainsi "
        "amendé a été approuvé par délibération du {{ deliberation_le | date_longue }}.",
        properties=KEEP,
    )


def _table() -> str:
    return caption("Tableau", "Avis rendus et suites données aux observations") + data_table(
        _COLUMNS,
        "Avis rendus sur le projet de rapport",
        "Une ligne par instance consultée : la date de sa réponse, son avis, ses observations et "
        "la suite qui leur est donnée. Sans réponse dans le délai, l'avis est réputé favorable.",
        whole=False,
    )


def avis() -> str:
    """Return the chapter: awaited in a projet, told in a definitive report."""
    connus = "tableaux.avis and consultation.transmission_le"
    return when(
        connus,
        heading(1, "Avis des {{ consultation.types }}", page=False),
        when("version == 'projet'", _projet(), otherwise=_definitif()),
        when(_TABLE, _table()),
        narrative("avis"),
        otherwise=when(
            "textes.avis", heading(1, "Avis sur le rapport", page=False), narrative("avis")
        ),
    )
