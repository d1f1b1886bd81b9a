"""The shipped proxy configuration and units work: Debian's nginx is started with them."""

import http.client
import os
import shutil
import socket
import ssl
import subprocess
from configparser import ConfigParser
from pathlib import Path

import pytest

from tests.dashboard.frame.test_guard import SECRETS
from tests.dashboard.served import free_port, serving, waited_for

DEPLOY = Path(__file__).resolve().parent.parent / "deploy"
NAME = "monev.purwakarta.example"
NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
FRAME = """
daemon off; master_process off; pid {home}/pid; error_log {home}/error.log;
events {{ }}
http {{ access_log off; client_body_temp_path {home}/body; proxy_temp_path {home}/proxy;
fastcgi_temp_path {home}/f; uwsgi_temp_path {home}/u; scgi_temp_path {home}/s;
include {home}/site.conf; }}
"""


def configuration(home: Path, app: int, plain: int, tls: int) -> Path:
    """The shipped files with this test's ports, names and certificate in them."""
    site = (DEPLOY / "nginx-monev.conf").read_text("utf-8")
    proxy = (DEPLOY / "nginx-monev-proxy.conf").read_text("utf-8")
    (home / "monev-proxy.conf").write_text(proxy.replace("127.0.0.1:8501", f"127.0.0.1:{app}"))
    for old, new in {
        "/etc/nginx/monev-proxy.conf": f"{home}/monev-proxy.conf",
        "/etc/monev/tls": str(home),
        "monev.example": NAME,
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "listen 443 ssl;": f"listen 127.0.0.1:{tls} ssl;",
        "    listen [::]:80;\n": "",
        "    listen [::]:443 ssl;\n": "",
    }.items():
        assert old in site, old
        site = site.replace(old, new)
    (home / "site.conf").write_text(site)
    (home / "nginx.conf").write_text(FRAME.format(home=home))
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
         f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}",
         "-keyout", home / "privkey.pem", "-out", home / "fullchain.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    return home / "nginx.conf"


@pytest.fixture(scope="module")
def proxied(sample_store, tmp_path_factory):
    """(port of plain HTTP, port of TLS, folder) of nginx before the application with sign-in."""
    if not Path(NGINX).exists():
        assert not os.environ.get("MONEV_CI"), "nginx is installed by .ci/run"
        pytest.skip("nginx is not installed")
    home = tmp_path_factory.mktemp("nginx")
    secrets = home / "secrets.toml"
    secrets.write_text(SECRETS, encoding="utf-8")
    plain, tls = free_port(), free_port()
    with serving(sample_store, MONEV_SECRETS=secrets) as app:
        process = subprocess.Popen(
            [
                NGINX,
                "-p",
                home,
                "-e",
                home / "start.log",
                "-c",
                configuration(home, app, plain, tls),
            ]
        )
        try:
            waited_for(lambda: process.poll() is not None or _open(tls), 20)
            assert process.poll() is None, (home / "start.log").read_text("utf-8")
            yield plain, tls, home
        finally:
            process.terminate()
            process.wait(10)


def _open(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def fetch(proxied, path, tls=True, **headers):
    plain, secure, home = proxied
    context = ssl.create_default_context(cafile=home / "fullchain.pem")
    wire = socket.create_connection(("127.0.0.1", secure if tls else plain), timeout=30)
    if tls:
        wire = context.wrap_socket(wire, server_hostname=NAME)
    connection = http.client.HTTPConnection("127.0.0.1")
    connection.sock = wire
    connection.putrequest("GET", path, skip_host=True)
    for name, value in ({"Host": NAME} | headers).items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    if answer.status != 101:
        answer.text = answer.read().decode(errors="replace")
    connection.close()
    return answer


def test_plain_http_is_sent_to_tls(proxied):
    answer = fetch(proxied, "/publik", tls=False)
    assert (answer.status, answer.headers["location"]) == (301, f"https://{NAME}/publik")


def test_the_application_answers_through_tls_with_its_headers(proxied):
    answer = fetch(proxied, "/health")
    assert answer.status == 200, answer.text
    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert fetch(proxied, "/").status == 200


def test_a_websocket_passes_from_the_own_name_alone(proxied):
    wanted = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec_WebSocket_Version": "13",
        "Sec_WebSocket_Key": "MDEyMzQ1Njc4OWFiY2RlZg==",
        "Sec_WebSocket_Protocol": "streamlit",
    }
    assert fetch(proxied, "/_stcore/stream", Origin=f"https://{NAME}", **wanted).status == 101
    assert fetch(proxied, "/_stcore/stream", Origin="https://x.example", **wanted).status == 403


@pytest.mark.parametrize("path", ["/metrics", "/_stcore/metrics", "/_stcore/agent/interact"])
def test_what_the_server_tells_of_itself_is_not_passed_on(proxied, path):
    assert fetch(proxied, path).status == 404


@pytest.mark.parametrize("unit", sorted(p.name for p in DEPLOY.glob("monev*.*")))
def test_a_unit_is_whole_and_gives_no_privileges(unit):
    read = ConfigParser(interpolation=None, strict=False)
    read.optionxform = str
    read.read(DEPLOY / unit, encoding="utf-8")
    assert "Unit" in read
    if unit.endswith(".service"):
        service = read["Service"]
        assert service["User"] == "monev"
        assert service["NoNewPrivileges"] == "yes"
        assert service["ProtectSystem"] == "strict"
        assert service["UMask"] == "0077"
        assert "--address" not in service["ExecStart"]
