"""What people see in a browser: templates, style, script, and what they are filled with. No web framework."""
