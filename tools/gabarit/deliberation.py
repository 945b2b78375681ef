"""The délibération: what the assembly was told, how it voted, what it decided.

It says what is true of every EPCI: the law, the procedure, and the names that the year gives. The
one of a projet opens the consultation; that of a definitive report closes it.
"""

from . import package
from .deliberation_styles import STYLES
from .furniture import DRAFT, WORD
from .markup import bullet, each, field, paragraph, run, text, when

_TAB = "<w:r><w:tab/></w:r>"
_TITLE = (
    "Délibération du {{ seance.date | date_longue }} sur la mise en œuvre de la politique de la "
    "ville, année {{ annee }} – {{ epci }}"
)
_PRESIDENT = "{{ seance.president | genre('Président', 'Présidente') }}"
_LE_PRESIDENT = (
    "{{ seance.president.civilite }} "
    "{{ seance.president | genre('le Président', 'la Présidente') }}"
)
_CONSEIL = "{{ conseil.nom | article }}"
_EPCI = "{{ epci | article | de }}"
_RAPPORT = (
    "rapport sur la mise en œuvre de la politique de la ville sur le territoire "
    f"{_EPCI} au titre de l'année {{{{ annee }}}}"
)
_CONSULTES = "des communes{% if seance.instances %} et des {{ seance.instances }}{% endif %}"
_LES_CONSULTES = "les communes{% if seance.instances %} et les {{ seance.instances }}{% endif %}"
_DECRET = "décret n°\u00a02015-1118 du 3\u00a0septembre\u00a02015"
_BLANK = "………………"
_PROJET = "version == 'projet'"


def _header() -> str:
    arrondissement = run(
        "{% if conseil.arrondissement %}Arrondissement {{ conseil.arrondissement | de }}{% endif %}"
    )
    line = paragraph(arrondissement + _TAB + run("{{ epci }}"), "DeliberationEntete")
    return f'<w:hdr xmlns:w="{WORD}">{when("brouillon", text(DRAFT, "Brouillon"))}{line}</w:hdr>'


def _footer() -> str:
    left = run("Délibération du {{ seance.date | date_longue }}")
    pages = field("PAGE", "1") + run(" / ") + field("NUMPAGES", "1")
    return f'<w:ftr xmlns:w="{WORD}">{paragraph(left + _TAB + pages, "Footer")}</w:ftr>'


def _part(source: str) -> str:
    return text(source, "DeliberationPartie")


def _opening() -> str:
    """Return the title, what is deliberated on, and the session."""
    return "".join(
        (
            text(
                "Délibération {{ conseil.nom | article | de }}"
                "{% if seance.numero %} n° {{ seance.numero }}{% endif %}",
                "DeliberationTitre",
            ),
            text(
                "Séance du {{ seance.date | date_avec_jour }}, {{ seance.heure }}",
                "DeliberationSeance",
            ),
            text("{{ seance.rubrique }}", "DeliberationRubrique"),
            text(
                "Rapport sur la mise en œuvre de la politique de la ville, année {{ annee }}",
                "DeliberationRapport",
            ),
            text(
                "{% if version == 'projet' %}Modalités de consultation "
                f"{_CONSULTES}{{% else %}}Approbation du rapport définitif{{% endif %}}",
                "DeliberationObjet",
            ),
            text(
                f"Le {{{{ seance.date | date_avec_jour }}}}, à {{{{ seance.heure }}}}, {_CONSEIL} "
                f"{_EPCI} s'est réuni {{{{ seance.lieu }}}}, sous la présidence de "
                "{{ seance.president.civilite }} {{ seance.president.nom }}, "
                f"{_PRESIDENT}, "
                "à la suite d'une convocation en date du "
                "{{ seance.convocation_le | date_longue }}"
                "{% if seance.affichage %}, dont un exemplaire a été affiché "
                "{{ seance.affichage }}{% endif %}."
            ),
        )
    )


def _members() -> str:
    """Return the three lists, and the secretary."""
    lists = (
        ("presents", "Étaient présents"),
        ("procurations", "Procurations"),
        ("excuses", "Étaient absents excusés"),
    )
    return "".join(
        when(
            f"seance.liste_{name}",
            _part(f"{title} ({{{{ seance.{name} }}}})"),
            text(f"{{{{ seance.liste_{name} | join(', ') }}}}.", "DeliberationListe"),
        )
        for name, title in lists
    ) + text(
        "{{ seance.secretaire.civilite }} {{ seance.secretaire.nom }} est "
        "{{ seance.secretaire | genre('élu', 'élue') }} secrétaire. La séance est ouverte."
    )


def _references() -> str:
    """Return the visas: those of the law, then those of the year."""
    law = (
        "Vu le code général des collectivités territoriales, notamment ses articles L. 1111-2 et "
        "L. 1811-2 ;",
        "Vu la loi n°\u00a02014-173 du 21\u00a0février\u00a02014 de programmation pour la ville et "
        "la cohésion urbaine ;",
        f"Vu le {_DECRET} relatif au rapport sur la mise en œuvre de la politique de la ville"
        "{{ '\u202f;' if seance.visas else '.' }}",
    )
    return "".join(text(visa, "DeliberationVisa") for visa in law) + each(
        "visa in seance.visas",
        text("Vu {{ visa }}{{ '\u202f;' if not loop.last else '.' }}", "DeliberationVisa"),
    )


def _duties() -> str:
    return text(
        f"Le {_DECRET} prévoit la production, par l'établissement public de coopération "
        "intercommunale signataire d'un contrat de ville, d'un rapport sur la mise en œuvre de la "
        "politique de la ville sur son territoire. Ce rapport, présenté à l'assemblée délibérante, "
        "précise les actions menées sur son territoire, les orientations et les programmes de "
        "nature à améliorer la situation dans les quartiers prioritaires."
    ) + text(
        "Le projet de rapport est soumis pour avis aux conseils municipaux concernés"
        "{% if seance.instances %} et aux {{ seance.instances }} des quartiers prioritaires"
        "{% endif %}, selon les modalités prévues par délibération de l'établissement. "
        "{% if procedure %}Le délai qui leur est laissé pour donner leur avis est de "
        "{{ procedure.delai }}. {% endif %}À défaut de réponse dans ce délai, l'avis est réputé "
        "favorable."
    )


def _process() -> str:
    """Return what is going to happen to a projet, and when."""
    return "".join(
        (
            text(
                "Au titre de la mise en œuvre en {{ annee }}, il est proposé à l'assemblée de "
                "valider le processus suivant :",
                properties="<w:keepNext/>",
            ),
            bullet(
                "le projet de rapport {{ annee }}{% if seance.rapporteur %}, visé par "
                "{{ seance.rapporteur }},{% endif %} est arrêté au "
                "{{ arrete_le | date_longue }}, date de la séance "
                "{{ conseil.nom | article | de }} ;"
            ),
            when(
                "procedure",
                bullet(
                    "il est transmis, à compter du {{ procedure.transmission_le | date_longue }}, "
                    "aux maires des communes concernées{% if seance.instances %} et à la "
                    "présidence des {{ seance.instances }} des quartiers prioritaires"
                    f"{{% endif %}} ; {_LES_CONSULTES} sont invités à donner un avis, "
                    "à adresser {{ epci | article | a }} au plus tard le "
                    "{{ procedure.avis_au_plus_tard_le | date_longue }} ;"
                ),
            ),
            bullet(
                "amendé de ces avis, et des compléments qu'appellent les observations, il est "
                "présenté pour approbation à la séance {{ conseil.nom | article | de }} qui suit ;"
            ),
            bullet(
                "le rapport définitif, une fois approuvé, est mis à la disposition du public"
                "{% if seance.mise_a_disposition %} {{ seance.mise_a_disposition }}{% endif %}, "
                "jusqu'à la production d'un nouveau rapport annuel en {{ annee + 2 }}."
            ),
        )
    )


def _outcome() -> str:
    """Return what became of the projet, before it is approved as definitive."""
    return when(
        "procedure",
        text(
            "Le projet de rapport {{ annee }} a été transmis, à compter du "
            "{{ procedure.transmission_le | date_longue }}, aux maires des communes concernées"
            "{% if seance.instances %} et à la présidence des {{ seance.instances }}{% endif %}, "
            "invités à donner leur avis au plus tard le "
            "{{ procedure.avis_au_plus_tard_le | date_longue }}."
        ),
    ) + text(
        "Le rapport a été complété des avis rendus et des suites données aux observations ; un "
        "silence au terme du délai vaut avis favorable. Ces avis et ces suites y sont annexés."
    )


def _proposal() -> str:
    what = (
        "il est proposé à l'assemblée d'approuver le "
        f"{{% if version != 'projet' %}}{_RAPPORT}, dans sa version définitive."
        f"{{% else %}}{_RAPPORT} et les modalités de consultation {_CONSULTES}.{{% endif %}}"
    )
    return text(
        "{% if seance.commission %}Suite à l'avis {{ seance.commission.avis }} de la commission "
        "« {{ seance.commission.nom }} » du {{ seance.commission.date | date_longue }}, "
        f"{{% else %}}En conséquence, {{% endif %}}{what}"
    ) + text(f"{_LE_PRESIDENT} demande à l'assemblée de bien vouloir se prononcer.")


def _decision() -> str:
    """Return the vote and what it decides."""
    votes = "{% if seance.vote.detail %} ({{ seance.vote.detail | join('\u202f; ') }}){% endif %}"
    attached = "tel qu'annexé à la présente délibération"
    return "".join(
        (
            _part("Décision"),
            text(
                "Sur proposition de {{ seance.president | genre('son Président', 'sa Présidente') "
                f"}}}}, {_CONSEIL}, {{{{ seance.vote.sens }}}}{votes},",
                "DeliberationVote",
            ),
            when(
                _PROJET,
                text(
                    f"**APPROUVE** le {_RAPPORT}, {attached}, et les modalités de consultation "
                    f"{_CONSULTES} en vue de son adoption définitive, conformément au {_DECRET} ;",
                    "DeliberationDispositif",
                ),
                otherwise=text(
                    f"**APPROUVE** le {_RAPPORT}, dans sa version définitive, {attached}, avec les "
                    "avis rendus et les suites qui leur sont données ;",
                    "DeliberationDispositif",
                )
                + text(
                    "**DIT** que le rapport définitif et ses annexes sont rendus publics"
                    "{% if seance.mise_a_disposition %}, et mis à disposition "
                    "{{ seance.mise_a_disposition }}{% endif %} ;",
                    "DeliberationDispositif",
                ),
            ),
            text(
                "**INFORME** que cette délibération peut faire l'objet d'un recours gracieux par "
                "saisine de son auteur, ou d'un recours contentieux devant le tribunal "
                "administratif{% if conseil.tribunal_administratif %} "
                "{{ conseil.tribunal_administratif | de }}{% endif %}, dans un délai de "
                "{{ conseil.delai_de_recours }} à compter de sa publication.",
                "DeliberationDispositif",
            ),
        )
    )


def _signature() -> str:
    by = (
        when(
            "seance.signataire.par_delegation",
            text(
                "Par délégation "
                "{{ seance.president | genre('du Président', 'de la Présidente') }},",
                "DeliberationDelegation",
            ),
        )
        + text("{{ seance.signataire.qualite }},", "DeliberationDelegation")
        + text("{{ seance.signataire.nom }}", "DeliberationSignataire")
    )
    return "".join(
        (
            _part("Signature"),
            text("Ainsi fait et délibéré les jour, mois et an susdits.", "DeliberationActe"),
            text(
                "Ont signé au registre des délibérations les membres présents.", "DeliberationActe"
            ),
            text("Pour extrait conforme,", "DeliberationActe"),
            by,
            _part("Caractère exécutoire"),
            text(
                "Certifié exécutoire par "
                "{{ seance.president | genre('le Président', 'la Présidente') }}, compte tenu :",
                "DeliberationActe",
            ),
            text(
                "de la réception {{ conseil.controle_de_legalite }} le : **{% if "
                "seance.reception_le %}{{ seance.reception_le | date_longue }}{% else %}"
                f"{_BLANK}{{% endif %}}**",
                "DeliberationActe",
            ),
            text(
                "et de la publication le : **{% if seance.publication_le %}"
                f"{{{{ seance.publication_le | date_longue }}}}{{% else %}}{_BLANK}{{% endif %}}**",
                "DeliberationActe",
            ),
            by,
        )
    )


def deliberation() -> bytes:
    """Return the template of the délibération."""
    body = "".join(
        (
            _opening(),
            _members(),
            _part("Exposé"),
            text(f"{_LE_PRESIDENT} expose à l'assemblée les éléments suivants.", "Normal"),
            _references(),
            _duties(),
            when(_PROJET, _process(), otherwise=_outcome()),
            _proposal(),
            _decision(),
            _signature(),
        )
    )
    around = package.Furniture(_header(), _header(), _footer())
    return package.build(body, (), around, title=_TITLE, more_styles=STYLES, refresh=False)
