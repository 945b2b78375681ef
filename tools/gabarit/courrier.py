"""The letters of the consultation: the projet sent for an avis, and the reminder.

Nothing here is true of one EPCI, one type of body or one year only.
"""

from .furniture import footer_of_pages, letterhead
from .letter_styles import STYLES
from .markup import text, when
from .package import Furniture, build

_RAPPORT = (
    "rapport sur la mise en œuvre de la politique de la ville au titre de l'année {{ annee }}"
)
_DECRET = "En application du décret n° 2015-1118 du 3 septembre 2015"
_FURNITURE = Furniture(letterhead(), letterhead(first=False), footer_of_pages())


def _letter(title: str, *prose: str, enclosed: str = "") -> str:
    """Return a letter: whom it is sent to, its day, what it is about, its prose, its signature."""
    return "".join(
        (
            when("courrier.destinataire", text("{{ courrier.destinataire }}", "LettreAdresse")),
            text("{{ courrier.nom }}", "LettreAdresse"),
            text("Le {{ courrier.le | date_longue }}", "LettreDate"),
            text(f"**Objet :** {title}", "LettreObjet"),
            text("{{ courrier.civilite }},", "LettreAppel"),
            *(text(source, "LettreTexte") for source in prose),
            text(
                "Je vous prie d'agréer, {{ courrier.civilite }}, l'expression de ma considération "
                "distinguée.",
                "LettreTexte",
            ),
            when("courrier.signataire", text("{{ courrier.signataire }}", "LettreSignature")),
            text(f"**Pièce jointe :** {enclosed}", "LettrePiece") if enclosed else "",
        )
    )


COURRIER = _letter(
    "projet de rapport {{ annee }} sur la politique de la ville, transmission pour avis",
    f"J'ai l'honneur de vous transmettre le projet de {_RAPPORT}"
    "{% if version == 'projet' %}, arrêté au {{ arrete_le | date_longue }}{% endif %}.",
    f"{_DECRET}, ce projet est soumis pour avis {{{{ courrier.a_l_instance }}}}. Je vous saurais "
    "gré de bien vouloir m'adresser cet avis, et les observations qui l'accompagneraient, **au "
    "plus tard le {{ courrier.limite | date_longue }}**.",
    "À défaut de réponse à cette date, l'avis {{ courrier.de_l_instance }} sera réputé favorable. "
    "Les observations reçues et les suites qui leur sont données figureront dans le rapport "
    "définitif, soumis à l'approbation de notre assemblée puis mis à la disposition du public.",
    enclosed="projet de rapport {{ annee }}",
)

RELANCE = _letter(
    "projet de rapport {{ annee }} sur la politique de la ville, avis attendu",
    "Par un courrier du {{ courrier.envoye_le | date_longue }}, le projet de "
    f"{_RAPPORT} a été soumis pour avis {{{{ courrier.a_l_instance }}}}.",
    "Sauf erreur de notre part, aucune réponse ne nous était parvenue au "
    "{{ courrier.le | date_longue }}. L'avis {{ courrier.de_l_instance }} peut être rendu "
    "**jusqu'au {{ courrier.limite | date_longue }} inclus** ; passé cette date, il sera réputé "
    "favorable, conformément au décret n° 2015-1118 du 3 septembre 2015.",
    "Si votre réponse nous a été adressée entre-temps, je vous remercie de ne pas tenir compte de "
    "ce rappel.",
)


def courrier() -> bytes:
    """Return the template of the letter that sends the projet."""
    title = "Projet de rapport sur la politique de la ville : transmission pour avis"
    return build(COURRIER, (), _FURNITURE, title=title, more_styles=STYLES, refresh=False)


def relance() -> bytes:
    """Return the template of the reminder."""
    title = "Projet de rapport sur la politique de la ville : avis attendu"
    return build(RELANCE, (), _FURNITURE, title=title, more_styles=STYLES, refresh=False)
