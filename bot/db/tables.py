"""Every table, by noun. Instants are aware UTC; days are days of the office's calendar."""

from sqlalchemy import (
    JSON,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.db.calendar_tables import calendar_day, own_day
from bot.db.columns import Id, Instant, metadata
from bot.db.data_request_table import data_request
from bot.db.decision_table import plan_decision
from bot.db.digest_tables import digest_reader, digest_register
from bot.db.figure_tables import correction, figure, total
from bot.db.hat_tables import behalf, leave, unattended
from bot.db.manner_tables import extension, reminder, snooze
from bot.db.report_tables import filling, report, report_event

__all__ = [
    "behalf",
    "calendar_day",
    "correction",
    "data_request",
    "digest_reader",
    "digest_register",
    "extension",
    "figure",
    "filling",
    "leave",
    "metadata",
    "own_day",
    "plan_decision",
    "reminder",
    "report",
    "report_event",
    "snooze",
    "total",
    "unattended",
]

installation = Table(
    "installation",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("salt", String(64), nullable=False),  # of the hashes of invitation codes
    Column("created_at", Instant, nullable=False),
)

committee = Table(
    "committee",
    metadata,
    Column("id", Id, primary_key=True),
    Column("code", String(40), nullable=False, unique=True),
    Column("name", JSON, nullable=False),
    Column("language", String(8), nullable=False),
    Column("timezone", String(64), nullable=False),
    Column("kinds", JSON, nullable=False),  # unit kinds, as loaded with the roster
    Column("settings", JSON, nullable=False),
    Column("roster_version", Integer, nullable=False, server_default="0"),
    Column("created_at", Instant, nullable=False),
)

committee_chat = Table(
    "committee_chat",
    metadata,
    Column("id", Id, primary_key=True),
    Column("committee_id", ForeignKey("committee.id"), nullable=False),
    Column("channel", String(16), nullable=False),
    Column("chat", String(64), nullable=False),
    Column("thread", String(32), nullable=False, server_default=""),  # "": the group itself
    Column("linked_at", Instant, nullable=False),
    Column("linked_by", String(64), nullable=False),
    Column("lost_at", Instant),
    Column("lost_why", Text),
    UniqueConstraint("channel", "chat", "thread"),
)

unit = Table(
    "unit",
    metadata,
    Column("id", Id, primary_key=True),
    Column("committee_id", ForeignKey("committee.id"), nullable=False),
    Column("code", String(40), nullable=False),
    Column("kind", String(40), nullable=False),
    Column("level", Text, nullable=False, server_default=""),
    Column("name", Text, nullable=False),
    Column("short", Text, nullable=False),
    Column("parent", String(40)),
    Column("party_parent", String(40)),
    Column("ownership", Text, nullable=False, server_default=""),
    Column("party_org", Text, nullable=False, server_default=""),
    Column("figures", JSON, nullable=False),
    Column("note", Text, nullable=False, server_default=""),
    Column("phone", String(40), nullable=False, server_default=""),  # the office's, nobody's own
    Column("valid_from", Date),
    Column("valid_to", Date),
    Column("successor", String(40)),
    Column("figures_on", Date),  # since when the roster has these figures
    Column("handed_on", Date),  # when its open work passed to its successor
    Column("look_on", Date),  # the first day on which a reminder may be due there; none: nothing is open
    UniqueConstraint("committee_id", "code"),
    Index("ix_unit_look_on", "committee_id", "look_on"),
    Index(
        "ix_unit_handing_over",
        "committee_id",
        sqlite_where=text("successor IS NOT NULL"),
        postgresql_where=text("successor IS NOT NULL"),
    ),
)

person = Table(
    "person",
    metadata,
    Column("id", Id, primary_key=True),
    Column("committee_id", ForeignKey("committee.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("language", String(8)),
    Column("created_at", Instant, nullable=False),
    Column("left_at", Instant),
)

post = Table(
    "post",  # a person's role in a unit
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("person.id"), nullable=False),
    Column("unit_id", ForeignKey("unit.id"), nullable=False),
    Column("role", String(16), nullable=False),
    Column("title", Text, nullable=False, server_default=""),
    Column(
        "source", String(8), nullable=False
    ),  # roster | hand | heir: a roster ends only what a roster began
    Column("since", Instant, nullable=False),
    Column("until", Instant),
    UniqueConstraint("person_id", "unit_id", "role", "since"),
    Index("ix_post_unit_id", "unit_id"),
)

contact = Table(
    "contact",  # a private chat with somebody, known or not
    metadata,
    Column("id", Id, primary_key=True),
    Column("channel", String(16), nullable=False),
    Column("chat", String(64), nullable=False),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("language", String(8)),
    Column("heard_at", Instant),  # when anything was said or pressed there last
    Column("focus", JSON),  # what the last message offered, so that its numbers can be typed
    Column("filling_id", ForeignKey("filling.id")),  # the form that is being filled in here
    Column("practice", JSON),  # a practice form: belongs to nothing, counts nowhere
    Column("first_seen_at", Instant, nullable=False),
    Column("linked_at", Instant),
    Column("lost_at", Instant),  # blocked, deactivated: cannot be reached
    Column("lost_why", Text),
    Column(
        "forget_at", Instant
    ),  # the person is deleted: this row goes as soon as the last answer is delivered
    UniqueConstraint("channel", "chat"),
)

consent = Table(
    "consent",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("channel", String(16), nullable=False),
    Column("chat", String(64), nullable=False),
    Column("notice", Text, nullable=False),  # the very words that were agreed to
    Column("version", String(16), nullable=False),
    Column("agreed_at", Instant, nullable=False),
    Column("withdrawn_at", Instant),
)

invitation = Table(
    "invitation",
    metadata,
    Column("id", Id, primary_key=True),
    Column("committee_id", ForeignKey("committee.id"), nullable=False),
    Column("person_id", ForeignKey("person.id"), index=True),  # none: it links a group, or
    Column("unit_id", ForeignKey("unit.id")),  # hands the posts in this unit over to whoever joins with it,
    Column("replaces_id", ForeignKey("person.id")),  # those of this person
    Column("hash", String(64), nullable=False, unique=True),
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
    Column("withdrawn_at", Instant),
)

wrong_code = Table(
    "wrong_code",  # failed attempts to use a code, for the rate limit
    metadata,
    Column("id", Id, primary_key=True),
    Column("channel", String(16), nullable=False),
    Column("chat", String(64), nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_wrong_code_at", "at"),
)

plan = Table(
    "plan",
    metadata,
    Column("id", Id, primary_key=True),
    Column("committee_id", ForeignKey("committee.id"), nullable=False),
    Column("code", String(60), nullable=False),
    Column("version_id", Id),  # the version in force
    Column("loaded_on", Date, nullable=False),
    UniqueConstraint("committee_id", "code"),
)

plan_version = Table(
    "plan_version",
    metadata,
    Column("id", Id, primary_key=True),
    Column("plan_id", ForeignKey("plan.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("file", Text, nullable=False),
    Column("source", Text, nullable=False),  # the file as it was loaded
    Column("sha256", String(64), nullable=False),
    Column("loaded_at", Instant, nullable=False),
    Column("loaded_by", Text, nullable=False),
    UniqueConstraint("plan_id", "number"),
)

assignment = Table(
    "assignment",  # task x unit x period
    metadata,
    Column("id", Id, primary_key=True),
    Column("plan_id", ForeignKey("plan.id"), nullable=False),
    Column("task", String(40), nullable=False),
    Column("unit_id", ForeignKey("unit.id"), nullable=False),
    Column("period", String(24), nullable=False),
    Column("form", String(40), nullable=False),
    Column("opens_on", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("state", String(16), nullable=False),  # open | reported | returned | accepted | withdrawn
    Column("result", String(16)),  # done | not_yet | na, as the unit reported it
    Column("expected_on", Date),  # for not_yet: the day that the unit named
    Column("report_id", Id),
    Column("created_at", Instant, nullable=False),
    Column("reported_at", Instant),
    UniqueConstraint("plan_id", "task", "unit_id", "period", "form"),
    Index("ix_assignment_unit_id_state_due_on", "unit_id", "state", "due_on"),
    Index("ix_assignment_state_due_on", "state", "due_on"),
    Index(
        "ix_assignment_report_id",
        "report_id",
        sqlite_where=text("report_id IS NOT NULL"),
        postgresql_where=text("report_id IS NOT NULL"),
    ),
    Index("ix_assignment_plan_id_form_period", "plan_id", "form", "period", "unit_id"),
)

inbox = Table(
    "inbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("channel", String(16), nullable=False),
    Column("key", String(64), nullable=False),
    Column("chat", String(64), nullable=False),
    Column("body", Text, nullable=False),
    Column("state", String(8), nullable=False),  # new | done | failed
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("error", Text),
    Column("received_at", Instant, nullable=False),
    UniqueConstraint("channel", "key"),
    Index(
        "ix_inbox_new",
        "id",
        sqlite_where=text("state = 'new'"),
        postgresql_where=text("state = 'new'"),
    ),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(120), unique=True),  # of a message that nobody asked for: never twice
    Column("channel", String(16), nullable=False),
    Column("chat", String(64), nullable=False),
    Column("thread", String(32)),
    Column("kind", String(16), nullable=False),  # answer | notice | reminder | amend | digest
    Column("body", JSON, nullable=False),  # the reply, or what to make it from
    Column("press", String(64)),  # the button press that it answers
    Column("state", String(10), nullable=False),  # new | sending | sent | failed | dropped
    Column("not_before", Instant, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("error", Text),
    Column("created_at", Instant, nullable=False),
    Column("sent_at", Instant),
    Column("message", String(64)),  # the messenger's id
    Index(
        "ix_outbox_unsent",
        "id",
        sqlite_where=text("state IN ('new', 'sending')"),
        postgresql_where=text("state IN ('new', 'sending')"),
    ),
    Index("ix_outbox_chat", "chat", "channel"),
)

digest = Table(
    "digest",
    metadata,
    Column("id", Id, primary_key=True),
    Column("committee_id", ForeignKey("committee.id"), nullable=False),
    Column("plan_id", ForeignKey("plan.id"), nullable=False),
    Column("week", String(8), nullable=False),
    Column("as_of", Instant, nullable=False),
    Column("figures", JSON, nullable=False),
    UniqueConstraint("committee_id", "plan_id", "week"),
)

channel_name = Table(
    "channel_name",  # our own name in a messenger, for deep links ("" before we first connected)
    metadata,
    Column("channel", String(16), primary_key=True),
    Column("name", Text, nullable=False),
    Column("on_since", Instant),  # since the start of the bot that delivers to it; nothing: it is off
)

bell = Table(
    "bell",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("rang_at", Instant, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Id, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("person_id", ForeignKey("person.id")),
    Column("act", String(40), nullable=False),
    Column("about", JSON, nullable=False),
)
