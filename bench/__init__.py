"""How fast sitegen is beside other generators: the same words for each, built in turn and measured."""
