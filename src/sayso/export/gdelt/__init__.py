"""Events in the columns of GDELT's event table, version 2.0 (codebook of 19 February 2015)."""
