"""The program changed in one place at a time: a test must then fail, or say why none can."""
