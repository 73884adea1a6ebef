"""How the embedded Dutch pipeline is made: data, vectors, configs, training, assembly."""
