"""While the app serves, a load on the command line shows at the next run, without a restart."""

import subprocess
import sys

from streamlit.testing.v1 import AppTest

from tests.dashboard.pages.test_pages import draw

HEAD = "Kode kantor,No permohonan,Jenis izin,Tgl masuk,Keputusan,Tgl terbit"


def load(store, path, text):
    path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "cli", "load", str(path), "--store", str(store)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def issued(numbers):
    rows = [f"32.14,{n},SIUP,2026-05-04,terbit,2026-05-06" for n in numbers]
    return "\n".join([HEAD, *rows]) + "\n"


def test_a_load_shows_at_the_next_run_of_an_open_page(monev, store_dir, tmp_path):
    offices = "office_code,name,region_kind\n32.14,Kabupaten Purwakarta,kabupaten\n"
    for name, text in {"kantor": offices, "satu": issued(["A1", "A2"])}.items():
        file = tmp_path / f"{name}.csv"
        file.write_text(text, encoding="utf-8")
        assert monev("load", file, "--store", store_dir).returncode == 0
    app = AppTest.from_function(draw, args=("izin_terbit",), default_timeout=60).run()
    assert not app.exception
    assert "2 izin terbit" in shown(app)
    load(store_dir, tmp_path / "dua.csv", issued(["A3"]))
    app.run()
    assert not app.exception
    assert "3 izin terbit" in shown(app)


def shown(app):
    return " ".join(e.value for e in app.markdown)
