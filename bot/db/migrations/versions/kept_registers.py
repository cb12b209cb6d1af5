"""The register of a digest is kept as it stood when the digest was sent."""

import sqlalchemy as sa
from alembic import op

revision = "kept_registers"
down_revision = "true_sweep"


def upgrade() -> None:
    op.create_table(
        "digest_register",
        sa.Column("digest_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["digest_id"], ["digest.id"], name=op.f("fk_digest_register_digest_id_digest")
        ),
        sa.PrimaryKeyConstraint("digest_id", name=op.f("pk_digest_register")),
    )
