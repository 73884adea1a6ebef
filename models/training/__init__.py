"""How the models are trained: data, configuration, code."""
