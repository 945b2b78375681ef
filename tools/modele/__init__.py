"""The built-in Word templates, compiled from their text and their parts in ``templates/``."""
