"""In what capacity somebody reports for a unit that is not their own."""

from bot.core.behalf import Behalf, Why, on_behalf, units_above
from bot.core.people import Lent, Person, Post, Role
from bot.core.units import Unit, UnitKind

SCHOOL, COMMUNE, COMMITTEE, OTHER = 14, 2, 1, 25
OFFICER_OF_SCHOOL = Post(SCHOOL, "T14", "Trường Lê Lợi", Role.OFFICER)
HEAD_OF_SCHOOL = Post(SCHOOL, "T14", "Trường Lê Lợi", Role.HEAD)
OFFICER_OF_COMMUNE = Post(COMMUNE, "X02", "Xã Đông Khê Hạ", Role.OFFICER)
STAFF = Post(COMMITTEE, "BTG", "Ban Tuyên giáo", Role.STAFF)
LEADER = Post(COMMITTEE, "BTG", "Ban Tuyên giáo", Role.LEADER)
LENT = Lent(OFFICER_OF_SCHOOL, 9, "Nguyễn Văn Tiến")


def behalf(*posts: Post, lent: tuple[Lent, ...] = (), above: tuple[int, ...] = (COMMUNE,)) -> Behalf | None:
    return on_behalf(Person(7, "Phan Hữu Sơn", posts, lent), SCHOOL, above=above)


def test_own_unit_is_reported_for_in_one_s_own_right() -> None:
    assert behalf(OFFICER_OF_SCHOOL) is None
    assert behalf(HEAD_OF_SCHOOL) is None
    assert behalf(OFFICER_OF_SCHOOL, OFFICER_OF_COMMUNE, STAFF) is None


def test_officer_above_and_staff_report_on_behalf_and_say_who_told_them() -> None:
    above = Behalf(Why.ABOVE, COMMUNE, "Xã Đông Khê Hạ")
    staff = Behalf(Why.STAFF, COMMITTEE, "Ban Tuyên giáo")

    assert behalf(OFFICER_OF_COMMUNE) == above
    assert behalf(STAFF) == staff
    assert [above.needs_teller, staff.needs_teller] == [True, True]


def test_others_do_not() -> None:
    assert behalf(OFFICER_OF_COMMUNE, above=()) is None
    assert behalf(LEADER) is None
    assert behalf(Post(OTHER, "T25", "Trường Vân Trạch", Role.OFFICER)) is None


def test_substitute_reports_on_behalf_of_the_absent() -> None:
    commune = Behalf(Why.LEAVE, COMMUNE, "Xã Đông Khê Hạ", LENT.absent_id, LENT.absent)
    head = Behalf(Why.LEAVE, SCHOOL, "Trường Lê Lợi", LENT.absent_id, LENT.absent)

    assert behalf(OFFICER_OF_COMMUNE, lent=(LENT,)) == commune
    assert behalf(HEAD_OF_SCHOOL, lent=(LENT,)) == head
    assert not commune.needs_teller
    assert behalf(OFFICER_OF_SCHOOL, lent=(LENT,)) is None


def test_kinds_say_which_units_may_report_for_those_below() -> None:
    kinds = {
        "COMMUNE": UnitKind("COMMUNE", {}, reports_for=frozenset({"SCHOOL"})),
        "PROVINCE": UnitKind("PROVINCE", {}),
        "SCHOOL": UnitKind("SCHOOL", {}),
    }
    line = [(2, Unit("X02", "Xã", "COMMUNE")), (1, Unit("HP", "Tỉnh", "PROVINCE"))]

    assert units_above(Unit("T14", "Trường", "SCHOOL"), line, kinds=kinds) == (2,)
    assert units_above(Unit("X03", "Xã", "COMMUNE"), line, kinds=kinds) == ()
    assert units_above(Unit("T14", "Trường", "SCHOOL"), line, kinds={}) == ()
