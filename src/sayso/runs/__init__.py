"""Many documents at a time: shards, workers, and a run that can be killed and goes on."""
