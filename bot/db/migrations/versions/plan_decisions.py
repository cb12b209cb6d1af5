"""What people decided about the faults of a plan's document."""

import sqlalchemy as sa
from alembic import op

revision = 'plan_decisions'
down_revision = 'main_job'


def upgrade() -> None:
    op.create_table('plan_decision',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('plan_version_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('finding', sa.String(length=40), nullable=False),
    sa.Column('thing', sa.Text(), nullable=False),
    sa.Column('seen', sa.Text(), nullable=False),
    sa.Column('value', sa.Text(), nullable=False),
    sa.Column('why', sa.Text(), nullable=False),
    sa.Column('decided_by', sa.Text(), nullable=False),
    sa.Column('decided_on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['plan_version_id'], ['plan_version.id'], name=op.f('fk_plan_decision_plan_version_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_plan_decision')),
    sa.UniqueConstraint('plan_version_id', 'finding', 'thing', name=op.f('uq_plan_decision_plan_version_id_finding_thing'))
    )
