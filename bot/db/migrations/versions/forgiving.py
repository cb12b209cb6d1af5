"""What a half-filled form would replace, who was faster, and on which device its question was shown last."""

import sqlalchemy as sa
from alembic import op

revision = 'forgiving'
down_revision = 'hats'

ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    with op.batch_alter_table('filling', schema=None) as batch_op:
        batch_op.add_column(sa.Column('base_id', ID, nullable=True))
        batch_op.add_column(sa.Column('overtaken_by', ID, nullable=True))
        batch_op.add_column(sa.Column('shown_in', ID, nullable=True))
    op.create_index(
        'ix_filling_open_of_unit',
        'filling',
        ['unit_id', 'plan_id', 'form', 'period'],
        sqlite_where=sa.text("status = 'open'"),
        postgresql_where=sa.text("status = 'open'"),
    )
    # What is half filled in now was begun, as far as anybody can tell, against the report that stands now.
    op.execute("""
        UPDATE filling SET base_id = (
            SELECT max(report.id) FROM report
            WHERE report.plan_id = filling.plan_id AND report.unit_id = filling.unit_id
              AND report.form = filling.form AND report.period = filling.period
        )
        WHERE status = 'open'
    """)
