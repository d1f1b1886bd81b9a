import pandas as pd

from dashboard.frame import audit
from etl.store.operations import Operations


def test_a_download_is_written_down_when_it_is_made_and_not_before(tmp_path):
    audit.use(audit.Witness(tmp_path, "kadis@garut.example", "office"))
    make = audit.exported(pd.DataFrame({"a": [1, 2]}), "lewat-standar")
    assert Operations(tmp_path).audited() == []
    assert make()[:2] == b"PK"
    [line] = Operations(tmp_path).audited()
    assert (line.who, line.role, line.action) == ("kadis@garut.example", "office", "export")
    assert line.detail == {"list": "lewat-standar", "rows": 2}


def test_a_sign_in_is_written_once_a_session(tmp_path):
    audit.use(audit.Witness(tmp_path, "a@b.example", "office"))
    session: dict = {}
    audit.signed_in(session, "a@b.example", True)
    audit.signed_in(session, "a@b.example", True)
    assert [line.action for line in Operations(tmp_path).audited()] == ["sign_in"]
