"""Without sign-in nobody but this machine gets in, however the server was started."""

import base64
import http.client
import json
import os
import socket
import subprocess
import sys
import time

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.frame import sockets
from dashboard.frame.guard import hostname
from tests.dashboard.served import ROOT, free_port, serving, waited_for

FIELDS = {"at", "level", "from", "method", "route", "status", "ms"}
SECRETS = """
[auth]
redirect_uri = "https://monev.purwakarta.example/oauth2callback"
cookie_secret = "0123456789abcdef0123456789abcdef"  # pragma: allowlist secret
client_id = "monev"
client_secret = "rahasia"  # pragma: allowlist secret
server_metadata_url = "http://127.0.0.1:9/.well-known/openid-configuration"
"""


def ask(port, path="/health", host=None, address="127.0.0.1", method="GET", **headers):
    connection = http.client.HTTPConnection(address, port, timeout=20)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host or f"127.0.0.1:{port}")
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    answer.text = answer.read().decode()
    connection.close()
    return answer


def knock(port, host=None, origin=None):
    """The status line of a websocket handshake."""
    lines = [
        "GET /_stcore/stream HTTP/1.1",
        f"Host: {host or f'127.0.0.1:{port}'}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Protocol: streamlit",
    ]
    lines += [f"Origin: {origin}"] if origin else []
    with socket.create_connection(("127.0.0.1", port), timeout=20) as wire:
        wire.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        return int(wire.recv(200).split()[1])


@pytest.fixture(scope="module")
def served_logs(tmp_path_factory):
    return tmp_path_factory.mktemp("logs")


@pytest.fixture(scope="module")
def local(sample_store, served_logs):
    with serving(sample_store, MONEV_LOGS=served_logs) as port:
        yield port


def test_this_machine_is_served(local):
    answer = ask(local)
    assert answer.status == 200, answer.text
    assert '"status":"ok"' in answer.text
    assert ask(local, host=f"localhost:{local}").status == 200
    assert knock(local, origin=f"http://127.0.0.1:{local}") == 101


@pytest.mark.parametrize("path", ["/", "/health", "/publik", "/_stcore/health", "/static/x"])
def test_a_foreign_name_for_this_machine_is_refused(local, path):
    assert ask(local, path, host="monev.attacker.example").status == 403
    assert ask(local, path, host=f"127.0.0.1.attacker.example:{local}").status == 403


def test_a_page_elsewhere_cannot_speak_to_it(local):
    assert ask(local, Origin="http://attacker.example").status == 403
    assert ask(local, Origin="http://127.0.0.1:1").status == 403
    assert ask(local, Origin="null").status == 403
    assert knock(local, origin="http://attacker.example") == 403
    assert knock(local, "attacker.example", "http://attacker.example") == 403
    assert knock(local, origin="http://127.0.0.1:1") == 403


def test_a_proxy_is_not_served_without_sign_in(local):
    assert ask(local, X_Forwarded_For="10.1.2.3").status == 403
    assert ask(local, Forwarded="for=10.1.2.3").status == 403


def test_what_the_server_tells_of_itself_stays_on_this_machine(local):
    answer = ask(local, "/metrics")
    assert answer.status == 200
    assert "monev_requests_total" in answer.text
    assert answer.text.rstrip().endswith("# EOF")
    assert ask(local, "/metrics", X_Real_IP="10.1.2.3").status == 403
    assert ask(local, "/_stcore/metrics", X_Real_IP="10.1.2.3").status == 403


def test_every_answer_carries_the_security_headers(local):
    for path in ("/", "/health", "/nothing-here"):
        headers = ask(local, path).headers
        assert "frame-ancestors 'none'" in headers["content-security-policy"], path
        assert headers["x-frame-options"] == "DENY"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_uvicorn_on_every_address_is_refused_and_stops(sample_store, host, tmp_path):
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "app:app", "--host", host, "--port", str(port)]
    said = (tmp_path / "said").open("w+")
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "MONEV_STORE": str(sample_store), "MONEV_LOGS": str(tmp_path)},
        stdout=said,
        stderr=said,
    )
    try:
        end, seen = time.monotonic() + 60, set()
        while process.poll() is None and time.monotonic() < end:
            try:
                seen.add(ask(port).status)
            except OSError:
                time.sleep(0.05)
        assert process.poll() is not None, "it goes on serving"
        assert seen <= {403}
        said.seek(0)
        assert "Tanpa masuk akun" in said.read()
    finally:
        if process.poll() is None:
            process.kill()
            process.wait(10)


def test_with_sign_in_only_the_official_names_are_served(sample_store, tmp_path):
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(SECRETS, encoding="utf-8")
    with serving(sample_store, host="0.0.0.0", MONEV_SECRETS=secrets, MONEV_HOSTS="p.example") as p:
        assert ask(p).status == 200
        assert ask(p, host="monev.purwakarta.example").status == 200
        assert ask(p, host="p.example").status == 200
        assert ask(p, host="attacker.example").status == 403
        assert ask(p, host="p.example", Origin="https://attacker.example").status == 403
        assert knock(p, "attacker.example", "http://attacker.example") == 403


def test_a_lost_secrets_file_does_not_open_the_door(sample_store, tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", "import app"],
        cwd=ROOT,
        env={**os.environ, "MONEV_SECRETS": str(tmp_path / "gone.toml")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "MONEV_SECRETS" in done.stderr


def test_the_sockets_of_this_process_are_found():
    with socket.create_server(("127.0.0.1", 0)), socket.create_server(("0.0.0.0", 0)):
        found = sockets.listening()
        assert {"127.0.0.1", "0.0.0.0"} <= found
        assert "0.0.0.0" in sockets.beyond(found)
        assert "127.0.0.1" not in sockets.beyond(found)


def test_the_bare_script_draws_no_page_for_other_machines(sample_store, monkeypatch):
    monkeypatch.setenv("MONEV_STORE", str(sample_store))
    script = ROOT / "dashboard" / "frame" / "script.py"
    with socket.create_server(("0.0.0.0", 0)):  # as `streamlit run` of it listens by default
        app = AppTest.from_file(script, default_timeout=60).run()
    assert "Tanpa masuk akun" in app.error[0].value
    assert not app.title


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("LOCALHOST:8501", "localhost"),
        ("[::1]:8501", "::1"),
        ("127.0.0.1.", "127.0.0.1"),
        ("[", ""),
        ("", ""),
    ],
)
def test_a_host_header_is_read_for_its_name(host, name):
    assert hostname(host) == name


def test_an_access_line_holds_no_person(local, served_logs):
    ask(local, "/publik/32.14/NAMA-PEMOHON?nomor=PM-1")
    waited_for(lambda: "/publik/…" in (served_logs / "access.log").read_text("utf-8"))
    text = (served_logs / "access.log").read_text("utf-8")
    assert "PEMOHON" not in text
    assert "PM-1" not in text
    assert set(json.loads(text.splitlines()[-1])) == FIELDS


def test_looking_at_the_sockets_leaves_no_file_open(tmp_path):
    folder = "/proc/self/fd" if os.path.isdir("/proc/self/fd") else "/dev/fd"
    with (tmp_path / "plain").open("w"):
        before = len(os.listdir(folder))
        for _turn in range(50):
            sockets.listening()
        assert len(os.listdir(folder)) == before
