"""Where things are kept: tables, queries and the files of the data folder."""
