"""Demo content: written down as plain data, loaded by `load_demo`, marked as demo everywhere."""
