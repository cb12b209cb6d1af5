"""The database's shape over time. A step is named by what it brings and never edited once it has landed."""

HEAD = "true_sweep"
"""The newest step; a test keeps it true. Knowing it here spares a start that needs no step the import of Alembic."""
