"""Changing a running plan: what people are to hear of their half-filled forms, and units that hand over."""

import sqlalchemy as sa
from alembic import op

revision = 'changing_plans'
down_revision = 'plan_decisions'


def upgrade() -> None:
    with op.batch_alter_table('filling', schema=None) as batch_op:
        batch_op.add_column(sa.Column('news', sa.String(length=8), nullable=True))
    with op.batch_alter_table('unit', schema=None) as batch_op:
        batch_op.add_column(sa.Column('figures_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('handed_on', sa.Date(), nullable=True))
    op.create_index(
        'ix_unit_handing_over',
        'unit',
        ['committee_id'],
        sqlite_where=sa.text('successor IS NOT NULL'),
        postgresql_where=sa.text('successor IS NOT NULL'),
    )
