"""The settings of letters: [courrier], what stands around their text every year."""

from rapportpv.core.settings.reglage import Reglage


class ReglageCourrier(Reglage):
    """Where letters come from, whom to ask, where to answer; what is not told is not printed."""

    adresse: str = ""
    contact: str = ""
    lieu: str = ""
    suivi_par: str = ""
    reference: str = ""
    reponse: str = ""
