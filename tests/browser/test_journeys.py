"""What the four people come for, from start to end: the head on a phone, the monitor's month, the
citizen. The analyst's way, from file to figure, verdict, report and back, is in test_upload.py.
"""

import re

import pytest

from metrics.asking.query import EVERYTHING
from metrics.asking.snapshot import open_snapshot
from tests.browser.conftest import MAIN, go, settle

pytestmark = pytest.mark.browser
SILENT = "Ciamis"


@pytest.fixture
def page(request, chromium):
    context = chromium.new_context(
        viewport=dict(zip(("width", "height"), request.param, strict=True)), locale="id-ID"
    )
    yield context.new_page()
    context.close()


def cases_of(store, office, where):
    return open_snapshot(store).cases(EVERYTHING, "applications", [office], where, [], "", 5)


@pytest.mark.parametrize("page", [(390, 844)], indirect=True, ids=["phone"])
def test_a_head_reads_what_is_late_and_opens_a_case_in_two_taps(page, app_url):
    page.goto(f"{app_url}/?office=32.05&role=office")
    settle(page)
    answer = page.locator(MAIN).get_by_text(re.compile("Perlu keputusan")).first.inner_text()
    answer = page.locator(f"{MAIN} p", has_text=answer).first.inner_text()
    late = re.search(r"(\d+) permohonan berjalan lewat standar \(terbanyak di ([\w ]+):", answer)
    assert "di bawah target" in answer
    assert late, answer
    way = page.get_by_role("link", name=re.compile(rf"Lihat {late[1]} berkas lewat standar"))
    assert way.bounding_box()["y"] < 844, "the way to the cases stands on the first screen"
    way.click()
    page.get_by_text(re.compile(rf"^{late[1]} berkas lewat standar")).first.wait_for()
    settle(page)
    assert late[2] in page.locator(MAIN).inner_text().lower()
    page.get_by_role("button", name=re.compile("^Buka PM-")).first.click()
    page.get_by_text("Hari kerja bersih", exact=True).wait_for()
    days = page.locator(".sums tr:not([class]) td").all_inner_texts()
    counted = sum(int(n) for n in days if "(" not in n)  # in brackets: with the applicant
    assert counted == int(page.locator(".sums .total td").inner_text())


@pytest.mark.parametrize("page", [(1440, 1400)], indirect=True, ids=["desk"])
def test_a_monitor_finds_the_worst_who_is_silent_and_the_words_to_remind_with(page, app_url):
    page.goto(f"{app_url}/banding?role=province")
    settle(page)
    answer = page.locator(f"{MAIN} p", has_text="Laporannya terhenti").first.inner_text()
    assert f"{SILENT} sampai Mar 2026" in answer
    go(page, "Pelaporan")
    page.get_by_text(re.compile(r"^Pelaporan \d+ kabupaten/kota")).wait_for()
    settle(page)
    first = page.locator(".matrix tbody th").first.inner_text()
    assert first.startswith(SILENT), "the latest stands first"
    assert re.search(rf"Yth\..*{SILENT}.*terlambat \d+ hari", page.locator("code").inner_text(),
                     re.DOTALL)  # fmt: skip


@pytest.mark.parametrize("page", [(390, 844)], indirect=True, ids=["phone"])
def test_a_citizen_learns_time_and_fee_and_where_the_application_stands(
    page, app_url, sample_store
):
    case = cases_of(sample_store, "32.05", "is_open").iloc[0]
    page.goto(f"{app_url}/publik")
    page.get_by_role("link", name="Kabupaten Garut").click()
    page.locator(f"a[href$='/32.05/{case['common_type']}']").first.click()
    said = page.locator("main").inner_text().replace("\N{NO-BREAK SPACE}", " ")
    assert re.search(r"Standar\s+\d+ hari kerja\s+Biaya layanan\s+(Rp \d|belum)", said), said
    page.fill("#nomor", case["application_no"])
    page.fill("#tanggal", str(case["submitted_at"])[:10])
    page.locator("button[type=submit]").click()
    assert page.locator("[role=alert]").count() == 0
    assert page.locator("main").inner_text().startswith("Posisi permohonan\nSedang di tahap")
    assert case["application_no"] not in page.url
