"""What is said of answers that are far from the usual, kept with the report."""

import sqlalchemy as sa
from alembic import op

revision = "remarks_on_answers"
down_revision = "data_rights"


def upgrade() -> None:
    op.add_column("report", sa.Column("remarks", sa.JSON(), nullable=True))
