"""A page's picture and its words together: what classification and extraction work on."""
