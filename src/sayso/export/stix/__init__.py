"""Documents as objects of STIX 2.1."""
