"""Pure string work: what is stored, and how it falls into paragraphs and quotations."""
