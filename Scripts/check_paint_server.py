"""The parts of Scripts/check-paint-server; see there."""

import http.client
import json
import pathlib
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

PROGRAM = sys.argv[1]
PARTS = sys.argv[2:]


class Server:
    """A painting server in a process of its own."""

    def __init__(self, database, *options):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.command = [PROGRAM, "paint", "--database", str(database), "--port", str(self.port)]
        self.command += options
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.time() + 120
        while time.time() < deadline:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                assert self.process.poll() is None, "the server does not start"
                time.sleep(0.05)
        raise AssertionError("the server does not listen")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(30) in (0, 130), "the server did not end in good order"

    def megabytes(self):
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) // 1024
        return 0


class Painter:
    """A page without a page."""

    def __init__(self, server):
        self.server = server
        self.cookie = ""
        self.cookie = self.ask("POST", "/api/enter", {})[1].split(";")[0]

    def ask(self, method, path, body=None, name=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=120)
        headers = {"cookie": self.cookie} if self.cookie else {}
        if isinstance(body, (dict, list)):
            body = json.dumps(body)
            headers["content-type"] = "application/json"
        if name:
            headers["x-picture-name"] = name
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.getheader("set-cookie") or "", answer.read()
        finally:
            connection.close()

    def bring(self, path):
        while True:
            status, _, body = self.ask(
                "POST", "/api/pictures", path.read_bytes(), name=path.name)
            if status != 503:
                break
            time.sleep(0.1)
        assert status == 201, body
        self.picture = json.loads(body)["id"]

    def paint(self, state):
        return self.ask(
            "POST", f"/api/pictures/{self.picture}/paint", {"version": 1, "state": state})


def scenes(folder, count):
    subprocess.run(
        [PROGRAM, "scenes", "--output", str(folder), "--count", str(count), "--size", "256",
         "--seed", "3"], check=True, stdout=subprocess.DEVNULL)
    return sorted(folder.glob("*.png"))


def state(count, chance, method="levin2004-ab"):
    return {
        "method": method, "global": {},
        "points": [
            {"row": chance.randrange(256), "column": chance.randrange(256), "size": 5,
             "a": chance.randrange(-40, 40), "b": chance.randrange(-40, 40)}
            for _ in range(count)]}


def check_kill(folder):
    pictures = scenes(folder / "kill", 1)
    server = Server(folder / "kill.sqlite", "--method", "gray")
    chance = random.Random(1)
    painter = Painter(server)
    painter.bring(pictures[0])
    path = f"/api/pictures/{painter.picture}/events"
    sent, acknowledged, kills = [], 0, 0
    while kills < 30:
        timer = threading.Timer(chance.uniform(0.02, 0.5), server.kill)
        timer.start()
        try:
            while True:
                number = acknowledged + 1
                if len(sent) < number:
                    sent.append({
                        "sequence": number, "milliseconds": 10.0 * number,
                        "action": "add" if number > 1 else "open", "suggested": ["#102030"],
                        "state": state(number % 40, chance)})
                status, _, body = painter.ask("POST", path, {"events": sent[number - 1:number]})
                assert status == 200, body
                acknowledged = json.loads(body)["next"] - 1
        except (OSError, http.client.HTTPException):
            pass
        timer.join()
        kills += 1
        server.start()
        status, _, body = painter.ask("GET", path)
        assert status == 200, body
        stored = json.loads(body)["events"]
        assert len(stored) in (acknowledged, acknowledged + 1), (len(stored), acknowledged)
        assert stored == sent[:len(stored)], "an event is another one"
        acknowledged = len(stored)
    server.stop()
    print(f"kill: {kills} kills, {acknowledged} events, none lost, none twice")


def check_load(folder):
    pictures = scenes(folder / "load", 20)
    server = Server(folder / "load.sqlite")
    method = json.loads(Painter(server).ask("POST", "/api/enter", {})[2])["method"]
    painters = [Painter(server) for _ in pictures]
    wishes = [state(3, random.Random(index), method) for index in range(len(painters))]
    expected = []
    for painter, picture, wish in zip(painters, pictures, wishes):
        painter.bring(picture)
        body = painter.paint(wish)[2]
        expected.append(body[-196_608:])
    assert len(set(expected)) == len(expected), "two painters see the same"
    counts, wrong, times = [0] * len(painters), [], []
    before, end = server.megabytes(), time.time() + 20

    def work(index):
        while time.time() < end:
            began = time.time()
            status, _, body = painters[index].paint(wishes[index])
            if status != 200 or body[-196_608:] != expected[index]:
                wrong.append((index, status))
                return
            counts[index] += 1
            times.append(time.time() - began)

    threads = [threading.Thread(target=work, args=(index,)) for index in range(len(painters))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    after = server.megabytes()
    assert not wrong, wrong
    assert min(counts) * 2 >= max(counts), counts
    assert after <= before + 200, (before, after)
    times.sort()
    server.stop()
    print(
        f"load: 20 painters by {method}, {sum(counts)} results, {min(counts)} to {max(counts)} each, "
        f"median {1000 * times[len(times) // 2]:.0f} ms, memory {before} MB before, {after} after")


def check_hostile(folder):
    server = Server(folder / "hostile.sqlite", "--method", "gray")
    painter = Painter(server)
    cookie = painter.cookie
    host = f"Host: 127.0.0.1:{server.port}\r\n"
    post = f"POST /api/pictures HTTP/1.1\r\n{host}Cookie: {cookie}\r\nx-picture-name: a.png\r\n"
    requests = [
        b"", b"\r\n\r\n", b"GET", b"GET /\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\x00",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", bytes(range(256)) * 20,
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"x: " + b"y" * 200_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"".join(b"h%d: v\r\n" % i for i in range(5000)) + b"\r\n",
        f"{post}Content-Length: -1\r\n\r\n".encode(),
        f"{post}Content-Length: 99999999999999999999\r\n\r\n".encode(),
        f"{post}Content-Length: 70000000\r\n\r\n".encode() + b"x" * 1000,
        f"{post}Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef".encode(),
        f"{post}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n".encode(),
        f"{post}Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nx".encode(),
        f"{post}Transfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n0\r\n\r\n".encode(),
        f"{post}Transfer-Encoding: gzip\r\n\r\nxxxx".encode(),
        f"{post}Content-Length: 100\r\n\r\nshort".encode(),
    ]
    chance = random.Random(2)
    good = f"GET /api/pictures HTTP/1.1\r\n{host}Cookie: {cookie}\r\n\r\n".encode()
    while len(requests) < 60:
        bytes_ = bytearray(good)
        for _ in range(chance.randrange(1, 8)):
            bytes_[chance.randrange(len(bytes_))] = chance.randrange(256)
        requests.append(bytes(bytes_))
    statuses = {}
    for request in requests:
        with socket.create_connection(("127.0.0.1", server.port), 5) as connection:
            connection.settimeout(2)
            answer = b""
            try:
                connection.sendall(request)
                connection.shutdown(socket.SHUT_WR)
                answer = connection.recv(4096)
            except OSError:
                pass
        kind = answer[9:12].decode("latin-1") if answer.startswith(b"HTTP/1.1 ") else "hung up"
        assert not kind.startswith("5"), (request[:80], answer[:200])
        statuses[kind] = statuses.get(kind, 0) + 1
        assert server.process.poll() is None, ("the server died of", request[:80])
    assert painter.ask("GET", "/api/pictures")[0] == 200
    server.stop()
    print(f"hostile: {len(requests)} requests, {dict(sorted(statuses.items()))}, the server goes on")


def main():
    checks = {"kill": check_kill, "load": check_load, "hostile": check_hostile}
    with tempfile.TemporaryDirectory() as folder:
        for name, check in checks.items():
            if name in PARTS or "all" in PARTS:
                check(pathlib.Path(folder))
    unknown = [part for part in PARTS if part != "all" and part not in checks]
    assert not unknown, f"no such part: {unknown}"


if __name__ == "__main__":
    main()
