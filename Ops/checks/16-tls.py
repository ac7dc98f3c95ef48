"""Certificates of devices: none, foreign, ended, a server's, TLS 1.2 and plain text are let in by nobody; who is revoked is cut; sslyze finds nothing."""

import contextlib
import socket
import ssl
import time
import warnings

import sslyze

from stand import Client, Figures, Refused, ROOT, Stand, wait

SOONEST = 60
"""Seconds within which a session ends whose person was revoked (surface of the service)."""


def context(authority, certificate=None, most=None):
    made = ssl.create_default_context(cafile=str(authority / "ca.pem"))
    if most:
        made.minimum_version = ssl.TLSVersion.TLSv1_2
        made.maximum_version = most
    if certificate:
        made.load_cert_chain(f"{certificate}.pem", f"{certificate}.key")
    return made


def bytes_given(port, made):
    """What a service gives to whoever signs in with a good token: how the connection ended, and the bytes that came."""
    came = b""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=10) as raw:
            with (made.wrap_socket(raw, server_hostname="localhost") if made else contextlib.nullcontext(raw)) as line:
                line.sendall(OPENING)
                while b"\n" not in came:
                    piece = line.recv(65536)
                    if not piece:
                        return "closed", came
                    came += piece
                return "answered", came
    except (ssl.SSLError, ConnectionError) as error:
        return type(error).__name__, came


def is_cut(client):
    """Whether the service has ended a session; its calls are refused from the revocation on."""
    try:
        client.call("screener.list")
        return False
    except Refused:
        return False
    except (ConnectionError, ssl.SSLError):
        return True


def certificate_of(port, made):
    with socket.create_connection(("127.0.0.1", port), timeout=10) as raw:
        with made.wrap_socket(raw, server_hostname="localhost") as line:
            return line.getpeercert()["serialNumber"]


def scan(port, authority, device):
    """What sslyze says of the port: protocol versions that are taken, and attacks that would go through."""
    where = sslyze.ServerNetworkLocation("localhost", port, ip_address="127.0.0.1")
    shown = sslyze.ClientAuthenticationCredentials(
        certificate_chain_path=authority / f"{device}.pem", key_path=authority / f"{device}.key")
    scanner = sslyze.Scanner()
    scanner.queue_scans([sslyze.ServerScanRequest(
        server_location=where,
        network_configuration=sslyze.ServerNetworkConfiguration(
            tls_server_name_indication="localhost", tls_client_auth_credentials=shown))])
    with warnings.catch_warnings():
        # Of certificates in the trust stores that sslyze brings along.
        warnings.simplefilter("ignore")
        result = next(iter(scanner.get_results())).scan_result
    if result is None:
        return None, None
    versions = [
        name for name in ["ssl_2_0", "ssl_3_0", "tls_1_0", "tls_1_1", "tls_1_2", "tls_1_3"]
        if getattr(result, f"{name}_cipher_suites").result
        and getattr(result, f"{name}_cipher_suites").result.accepted_cipher_suites]
    found = []
    for name, is_found in [
        ("heartbleed", lambda r: r.is_vulnerable_to_heartbleed),
        ("openssl_ccs_injection", lambda r: r.is_vulnerable_to_ccs_injection),
        ("robot", lambda r: "NOT_VULNERABLE" not in r.robot_result.name),
        ("tls_compression", lambda r: r.supports_compression),
        ("session_renegotiation", lambda r: r.is_vulnerable_to_client_renegotiation_dos),
        ("tls_1_3_early_data", lambda r: r.supports_early_data),
    ]:
        attempt = getattr(result, name)
        if attempt.result is None:
            found.append(f"{name}: not tried")
        elif is_found(attempt.result):
            found.append(name)
    return versions, found


with Stand() as stand:
    ours, theirs = stand.certificates(), stand.certificates("foreign")
    maker = str(ROOT / "Ops/certificates")
    stand.run([maker, "device", str(ours), "ended", "--days", "0"])
    figures = Figures()
    time.sleep(1.1)
    service = stand.serve_tls("--client-ca", str(ours / "ca.pem"))
    token = stand.token("practitioner")
    OPENING = (
        b'{"jsonrpc":"2.0","id":1,"method":"session.open","params":{"protocol":"elsec/1","token":"%s"}}\n' % token.encode())
    cases = [
        ("no certificate", context(ours)), ("another authority's", context(ours, theirs / "tablet")),
        ("one that has ended", context(ours, ours / "ended")), ("a server's own", context(ours, ours / "service")),
        ("TLS 1.2", context(ours, ours / "tablet", ssl.TLSVersion.TLSv1_2)), ("plain text", None)]
    refused = 0
    for name, made in cases:
        end, came = bytes_given(service.port, made)
        is_refused = b"jsonrpc" not in came and end != "answered"
        refused += is_refused
        print(f"      {name}: {'refused' if is_refused else 'LET IN'} ({end}, {len(came)} bytes)")
    figures.must(refused == len(cases), f"{refused} of {len(cases)} without a good certificate refused before a byte")
    good = context(ours, ours / "tablet")
    figures.must(bytes_given(service.port, good)[0] == "answered", "a device of ours is answered")

    # A person whose device is lost, in the middle of a session.
    lost = Client(service.port, token, good)
    lost.call("screener.list")
    stand.elsec("user", "revoke", "Check practitioner")
    began = time.monotonic()
    ended = wait(lambda: is_cut(lost), seconds=SOONEST + 20, pause=1)
    took = time.monotonic() - began
    figures.must(ended and took <= SOONEST, f"a revoked session cut in {took:.0f} s")
    figures.must(bytes_given(service.port, good)[1].count(b"-32001") == 1, "its token opens none")

    # New certificates while connections are open.
    stayed = service.client("therapist", context=good)
    before = certificate_of(service.port, good)
    stand.run([maker, "server", str(ours), "next", "localhost", "127.0.0.1"])
    (ours / "next.key").replace(ours / "service.key")
    (ours / "next.pem").replace(ours / "service.pem")
    changed = wait(lambda: certificate_of(service.port, good) != before, seconds=60, pause=1)
    stayed.call("screener.list")
    figures.must(changed, "a changed certificate is taken up, and who was there stays")

    versions, found = scan(service.port, ours, "tablet")
    figures.must(versions == ["tls_1_3"], f"sslyze: {' '.join(versions or ['could not connect'])} only")
    figures.must(found == [], f"{'no known attack' if not found else ' '.join(found)}")
    figures.end()
