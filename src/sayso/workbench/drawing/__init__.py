"""Pictures of what answers a question, as shapes that a template writes down as SVG."""
