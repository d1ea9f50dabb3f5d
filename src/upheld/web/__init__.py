"""The pages: one view module a screen, templates, and a little script; no node build."""
