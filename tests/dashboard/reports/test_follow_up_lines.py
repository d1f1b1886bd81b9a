"""Follow-ups in reports: done ones with their effect, overdue ones with their place."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from dashboard.locale.action_words import effect_words
from dashboard.reports.issuing import gathered
from dashboard.reports.model import Items, Report
from etl.store.follow_ups import FollowUps
from metrics.asking.query import EVERYTHING
from metrics.asking.snapshot import Snapshot, open_snapshot
from metrics.judging.effects import effect_of

OFFICE = "32.14"


@pytest.fixture(scope="module")
def snapshot(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    fresh = shutil.ignore_patterns("operations*", "archive", "facts*")
    home = shutil.copytree(sample_store, tmp_path_factory.mktemp("s") / "store", ignore=fresh)
    kept = FollowUps(home)
    done = kept.add_action(
        "on_time_rate", OFFICE, "buka loket", "Kabid", date(2024, 12, 2), date(2025, 1, 31), "a"
    )
    kept.move_action(done, "done", "SK 1", date(2025, 1, 15))
    kept.add_action(
        "processing_time", OFFICE, "tambah penilai", "Kadis", date(2025, 2, 1),
        date(2025, 3, 1), "a",
    )  # fmt: skip
    kept.add_action("ikm", "32", "bimbing", "Karo", date(2025, 2, 1), date(2025, 4, 1), "a")
    return open_snapshot(home)


def items(report: Report, title: str) -> list[str]:
    [section] = [s for s in report.sections if s.title == title]
    return [line for part in section.parts if isinstance(part, Items) for line in part.items]


def test_an_office_s_report_gives_the_effect_of_what_was_done(snapshot: Snapshot) -> None:
    report = gathered("annual", snapshot, EVERYTHING, OFFICE, "2025")
    first, second = items(report, "Yang sudah dan akan dilakukan")
    [action] = [a for a in FollowUps(snapshot.store).actions(OFFICE) if a.state == "done"]
    effect = effect_of(snapshot, EVERYTHING, action)
    assert effect.change is not None
    assert (
        first == f"buka loket (Kabid, selesai 15 Januari 2025); Tepat waktu {effect_words(effect)}."
    )
    assert second == "tambah penilai (Kadis, lewat tenggat 1 Maret 2025; direncanakan)."
    assert any("tambah penilai" in line for line in items(report, "Yang dimohonkan"))


def test_a_province_s_report_names_what_is_overdue_and_where(snapshot: Snapshot) -> None:
    report = gathered("province", snapshot, EVERYTHING, "32", "2025")
    lines = items(report, "Tindak lanjut yang lewat tenggat")
    assert len(lines) == 2
    assert lines[0].startswith("Purwakarta: tambah penilai (Kadis, lewat tenggat 1 Maret 2025")
    assert lines[1].startswith("Provinsi Jawa Barat: bimbing")
    earlier = gathered("province", snapshot, EVERYTHING, "32", "2024")
    assert "Tindak lanjut yang lewat tenggat" not in {s.title for s in earlier.sections}
