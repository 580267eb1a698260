"""From tokens and tags to structure: trees, quotation, coreference."""
