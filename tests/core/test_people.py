"""Who may do what: nobody beyond their unit and role."""

import pytest

from bot.core.people import REPORTERS, Act, Lent, Person, Post, Role, in_rank_order, may

SCHOOL, COMMUNE, COMMITTEE = 14, 2, 1
UNITS = (SCHOOL, COMMUNE, COMMITTEE, None)


def person(*posts: tuple[int, Role]) -> Person:
    return Person(7, "Nguyễn Văn Tiến", tuple(Post(unit, f"U{unit}", "Đơn vị", role) for unit, role in posts))


OFFICER = person((SCHOOL, Role.OFFICER))
HEAD = person((SCHOOL, Role.HEAD))
STAFF = person((COMMITTEE, Role.STAFF))
LEADER = person((COMMITTEE, Role.LEADER))
ADMIN = person((COMMITTEE, Role.ADMIN))
STAFF_WHO_REPORT = person((COMMITTEE, Role.OFFICER), (COMMITTEE, Role.STAFF))
"""The reporting officer of the Committee's own organ is staff as well."""

STAFF_AT_SCHOOL = person((COMMITTEE, Role.STAFF), (SCHOOL, Role.OFFICER))
NOBODY = person()


def acts(who: Person | None, *, unit: int | None) -> set[Act]:
    return {act for act in Act if may(who, act, unit_id=unit)}


LOOKS = {Act.SEE_ALL, Act.SEE_BELOW}
SETS = {Act.SET_CALENDAR, Act.SET_DIGEST}
COMMITTEE_STAFF = LOOKS | SETS | {Act.REVIEW, Act.CHASE, Act.INVITE, Act.REPORT_FOR}


@pytest.mark.parametrize(
    ("who", "at_school", "at_commune", "at_committee", "anywhere"),
    [
        (None, set(), set(), set(), set()),
        (NOBODY, set(), set(), set(), set()),
        (OFFICER, {Act.REPORT}, set(), set(), set()),
        (HEAD, {Act.REPORT, Act.SEE_BELOW}, set(), set(), set()),
        (STAFF, COMMITTEE_STAFF, COMMITTEE_STAFF, COMMITTEE_STAFF, COMMITTEE_STAFF),
        (LEADER, LOOKS, LOOKS, LOOKS, LOOKS),
        (ADMIN, *((LOOKS | SETS | {Act.INVITE},) * 4)),
        (
            STAFF_WHO_REPORT,
            COMMITTEE_STAFF,
            COMMITTEE_STAFF,
            (COMMITTEE_STAFF - {Act.REVIEW}) | {Act.REPORT},
            COMMITTEE_STAFF,
        ),
        (
            STAFF_AT_SCHOOL,
            (COMMITTEE_STAFF - {Act.REVIEW}) | {Act.REPORT},
            COMMITTEE_STAFF,
            COMMITTEE_STAFF,
            COMMITTEE_STAFF,
        ),
    ],
)
def test_person_may_do_this_and_nothing_else(
    who: Person | None,
    at_school: set[Act],
    at_commune: set[Act],
    at_committee: set[Act],
    anywhere: set[Act],
) -> None:
    allowed = [acts(who, unit=unit) for unit in UNITS]

    assert allowed == [at_school, at_commune, at_committee, anywhere]


def test_head_sees_what_is_below_and_nothing_beside_it() -> None:
    head = person((COMMUNE, Role.HEAD))

    assert may(head, Act.SEE_BELOW, unit_id=SCHOOL, above={COMMUNE, COMMITTEE}) is True
    assert may(head, Act.SEE_BELOW, unit_id=SCHOOL, above={COMMITTEE}) is False
    assert may(person((COMMUNE, Role.OFFICER)), Act.SEE_BELOW, unit_id=SCHOOL, above={COMMUNE}) is False


@pytest.mark.parametrize("role", list(Role))
def test_nobody_reports_for_a_unit_that_is_not_theirs(role: Role) -> None:
    assert may(person((COMMUNE, role)), Act.REPORT, unit_id=SCHOOL) is False


@pytest.mark.parametrize("own", REPORTERS)
def test_nobody_reviews_a_report_of_a_unit_that_they_report_for(own: Role) -> None:
    reviewer = person((COMMITTEE, Role.STAFF), (SCHOOL, own))

    assert may(reviewer, Act.REVIEW, unit_id=SCHOOL) is False
    assert may(reviewer, Act.REVIEW, unit_id=COMMUNE) is True


def test_nobody_reviews_what_they_typed_on_behalf_of_a_unit() -> None:
    assert may(STAFF, Act.REVIEW, unit_id=SCHOOL, author_id=STAFF.id) is False
    assert may(STAFF, Act.REVIEW, unit_id=SCHOOL, author_id=STAFF.id + 1) is True


def test_substitute_reports_for_the_absent_s_units_and_does_not_review_them() -> None:
    lent = Lent(Post(SCHOOL, "T14", "Trường", Role.OFFICER), 9, "Bùi Thị Nga")
    substitute = Person(7, "Phạm Xuân Dũng", STAFF.posts, (lent,))

    assert substitute.units == (SCHOOL,)
    assert may(substitute, Act.REPORT, unit_id=SCHOOL) is True
    assert may(substitute, Act.REVIEW, unit_id=SCHOOL) is False
    assert substitute.roles == {Role.STAFF}


@pytest.mark.parametrize("role", list(Role))
def test_officers_and_heads_above_report_for_a_unit(role: Role) -> None:
    above = person((COMMUNE, role))

    allowed = may(above, Act.REPORT_FOR, unit_id=SCHOOL, above={COMMUNE})

    assert allowed is (role in (*REPORTERS, Role.STAFF))
    assert may(above, Act.REPORT_FOR, unit_id=SCHOOL) is (role is Role.STAFF)


def test_person_reports_for_each_of_their_units_once() -> None:
    both = person(
        (SCHOOL, Role.HEAD), (COMMUNE, Role.OFFICER), (SCHOOL, Role.OFFICER), (COMMITTEE, Role.STAFF)
    )

    assert both.units == (SCHOOL, COMMUNE)
    assert both.roles == {Role.HEAD, Role.OFFICER, Role.STAFF}


def test_mixed_list_names_leaders_first() -> None:
    assert in_rank_order([Role.ADMIN, Role.OFFICER, Role.HEAD, Role.LEADER, Role.STAFF]) == [
        Role.LEADER,
        Role.STAFF,
        Role.HEAD,
        Role.OFFICER,
        Role.ADMIN,
    ]
