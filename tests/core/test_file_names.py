"""Secrecy markings in the names of files, and names that only look like it."""

import pytest

from bot.core.file_names import marking_in

STAMPED = (
    "toi_mat.pdf",
    "ToiMat.pdf",
    "mật_05.pdf",
    "KH-mat-15.pdf",
    "15_KH_mat.pdf",
    "KHMAT.pdf",
    "cvmat.pdf",
    "KH_TOI_MAT.pdf",
)
ORDINARY = (
    "gap_mat_20_11.jpg",
    "MatTran.pdf",
    "ra mat CLB.jpg",
    "bảo mật.pdf",
    "mat tran to quoc 2026.pdf",
    "tailieumatkhau.pdf",
    "mật ong.jpg",
)


@pytest.mark.parametrize("name", STAMPED)
def test_stamp_in_a_name_is_found(name: str) -> None:
    assert marking_in(name) is not None


@pytest.mark.parametrize("name", ORDINARY)
def test_ordinary_name_passes(name: str) -> None:
    assert marking_in(name) is None
