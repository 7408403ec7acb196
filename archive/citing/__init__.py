"""Every form in which a thing is cited, declared once: facts to text, text to places with facts. Pure."""
