"""Write the built-in Word templates, byte for byte the same each time.

What the templates say is in :mod:`tools.gabarit.rapport`; how they look is in
:mod:`tools.gabarit.styles` and :mod:`tools.gabarit.theme`; the other modules are the
WordprocessingML that both are written with. Run ``python -m tools.gabarit`` after any change.
"""
