"""The shell: one module per group of verbs; results on stdout, talk on stderr."""
