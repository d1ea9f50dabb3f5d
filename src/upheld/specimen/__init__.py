"""The specimen: the file of a fictional State, in the layouts that the United Nations prints.

``upheld.specimen.documents.documents()`` lists every paper with its bytes and with what a reader
must find in it. The words are the project's own; the layouts are those of 2008 to 2026.
"""
