"""The screens: the journal as a full-screen terminal app, made with Textual."""
