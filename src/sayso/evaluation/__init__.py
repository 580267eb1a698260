"""`sayso evaluate`: the shipped encoder and rules over public corpora, one module per task."""
