#!/usr/bin/env python3
"""What GitHub and GitLab do with reviews, as far as racelint asks them, on a port of this machine.

    server.py REPOSITORY BASE HEAD STATE [ANSWER ...]

Lines that may be commented on are those that `git diff BASE...HEAD` shows. STATE is a directory:
`requests` gets a line for each request, `accepted` a line of JSON for each thing that was posted.
ANSWER is METHOD:STATUS[:HEADER=VALUE], given once, in order, to a request of that method in place
of the real one; `after` before the status makes it the answer to a request that was carried out.
The first line of standard output is the port. The server ends with its standard input.
"""

import http.server
import json
import os
import re
import subprocess
import sys
import threading
import urllib.parse

TOKEN = "secret-token"
REPOSITORY, BASE, HEAD, STATE = sys.argv[1:5]
ANSWERS = sys.argv[5:]


# Pipes of other tests, which would not end while this one lives.
os.closerange(3, 1024)


def git(*words):
    command = ["git", "-C", REPOSITORY, *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def shown_lines():
    """For each file the hunks: a map from new line numbers to old ones, or None for new lines."""
    files, hunks, old, new = {}, None, 0, 0
    for line in git("diff", "--no-color", "-M", f"{BASE}...{HEAD}").splitlines():
        if line.startswith("+++ b/"):
            hunks = files.setdefault(line[6:], [])
        elif line.startswith("@@"):
            old, new = (int(n) for n in re.match(r"@@ -(\d+)\S* \+(\d+)", line).groups())
            hunks.append({})
        elif hunks:
            if line[:1] == "+":
                hunks[-1][new] = None
                new += 1
            elif line[:1] == "-":
                old += 1
            elif line[:1] == " ":
                hunks[-1][new] = old
                old, new = old + 1, new + 1
    return files


LINES = shown_lines()
HEAD_SHA = git("rev-parse", HEAD).strip()
BASE_SHA = git("merge-base", BASE, HEAD).strip()
START_SHA = git("rev-parse", BASE).strip()


def suggestion(body, pattern):
    """The head and the text of the suggestion in a body; the fence may be longer than three."""
    match = re.search(r"^(`{3,})" + pattern + r"\n(.*?)^\1$", body, re.S | re.M)
    return (match.groups()[1:-1], match.groups()[-1]) if match else None


def applied(path, first, last, text):
    lines = git("show", f"{HEAD}:{path}").splitlines(keepends=True)
    return "".join(lines[: first - 1]) + text + "".join(lines[last:])


class Refusal(Exception):
    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


class GitHub:
    prefix = "/repos/owner/name/pulls/7"

    def __init__(self):
        self.comments, self.reviews = [], []

    def check_token(self, headers):
        if headers["Authorization"] != f"Bearer {TOKEN}":
            raise Refusal(401, "Bad credentials")
        if not headers["User-Agent"]:
            raise Refusal(403, "Request forbidden by administrative rules")

    def get(self, path):
        known = {"": {"head": {"sha": HEAD_SHA}}, "/comments": self.comments, "/reviews": self.reviews}
        if path not in known:
            raise Refusal(404, "Not Found")
        return known[path]

    def checked(self, comment):
        if comment.get("side") != "RIGHT" or not comment.get("body"):
            raise Refusal(422, "Unprocessable Entity")
        if len(comment["body"]) > 65536:
            raise Refusal(422, "body is too long")
        last = comment["line"]
        first = comment.get("start_line", last)
        if "start_line" in comment and (first >= last or comment.get("start_side") != "RIGHT"):
            raise Refusal(422, "start_line must precede the end line")
        if not any(first in hunk and last in hunk for hunk in LINES.get(comment["path"], [])):
            raise Refusal(422, "Line could not be resolved")
        found = suggestion(comment["body"], r"(suggestion)")
        text = applied(comment["path"], first, last, found[1]) if found else None
        return {**comment, "applied": text}

    def post(self, path, body):
        if body.get("commit_id") != HEAD_SHA:
            raise Refusal(422, "No commit found for SHA")
        if path == "/comments":
            comments = [self.checked(body)]
        elif path == "/reviews":
            if body.get("event") != "COMMENT" or not body.get("body"):
                raise Refusal(422, "Unprocessable Entity")
            if len(body["body"]) > 65536:
                raise Refusal(422, "body is too long")
            comments = [self.checked(comment) for comment in body["comments"]]
            self.reviews.append({"body": body["body"]})
            accept("review", {"body": body["body"]})
        else:
            raise Refusal(404, "Not Found")
        for comment in comments:
            self.comments.append({"body": comment["body"]})
            accept("comment", comment)


class GitLab:
    prefix = "/projects/5/merge_requests/7"

    def __init__(self):
        self.notes = []

    def check_token(self, headers):
        if headers["PRIVATE-TOKEN"] != TOKEN:
            raise Refusal(401, "401 Unauthorized")

    def get(self, path):
        refs = {"base_sha": BASE_SHA, "start_sha": START_SHA, "head_sha": HEAD_SHA}
        known = {"": {"diff_refs": refs}, "/notes": self.notes}
        if path not in known:
            raise Refusal(404, "404 Not found")
        return known[path]

    def checked(self, note):
        position = note["position"]
        refs = [position.get(name) for name in ("base_sha", "start_sha", "head_sha")]
        if refs != [BASE_SHA, START_SHA, HEAD_SHA] or position.get("position_type") != "text":
            raise Refusal(400, "400 Bad request - Note {:position=>[\"is incomplete\"]}")
        line = position["new_line"]
        shown = {new: old for hunk in LINES.get(position["new_path"], []) for new, old in hunk.items()}
        if line not in shown or shown[line] != position.get("old_line"):
            raise Refusal(400, "400 Bad request - Note {:line_code=>[\"can't be blank\"]}")
        found = suggestion(note["body"], r"suggestion:-(\d+)\+(\d+)")
        text = None
        if found:
            above, below = (int(n) for n in found[0])
            if above > 100 or below > 100:
                raise Refusal(400, "400 Bad request")
            text = applied(position["new_path"], line - above, line + below, found[1])
        return {**note, "applied": text}

    def post(self, path, body):
        if not body.get("body") or len(body["body"]) > 1_000_000:
            raise Refusal(400, "400 Bad request")
        if path == "/discussions":
            accept("comment", self.checked(body))
        elif path == "/notes":
            accept("review", body)
        else:
            raise Refusal(404, "404 Not found")
        self.notes.append({"body": body["body"]})


def accept(kind, thing):
    with open(f"{STATE}/accepted", "a") as file:
        file.write(json.dumps({"kind": kind, **thing}) + "\n")


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    hosts = [GitHub(), GitLab()]

    def log_message(self, *words):
        pass

    def answer(self, status, value, headers=()):
        text = json.dumps(value).encode()
        self.send_response(status)
        for name, content in headers:
            self.send_header(name, content)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def perform(self, body):
        url = urllib.parse.urlsplit(self.path)
        for host in self.hosts:
            if url.path.startswith(host.prefix):
                break
        else:
            raise Refusal(404, "Not Found")
        host.check_token(self.headers)
        path = url.path[len(host.prefix):]
        if body is not None:
            host.post(path, json.loads(body))
            return 201, {}
        value = host.get(path)
        if isinstance(value, list):
            query = urllib.parse.parse_qs(url.query)
            size, page = (int(query[name][0]) for name in ("per_page", "page"))
            value = value[size * (page - 1):size * page]
        return 200, value

    def handle_request(self, body=None):
        with open(f"{STATE}/requests", "a") as file:
            file.write(f"{self.command} {self.path}\n")
        if ANSWERS and ANSWERS[0].startswith(self.command + ":"):
            _, status, *headers = ANSWERS.pop(0).split(":")
            if status.startswith("after"):
                self.perform(body)
                status = status[5:]
            pairs = [header.split("=", 1) for header in headers]
            return self.answer(int(status), {"message": "asked to fail"}, pairs)
        try:
            self.answer(*self.perform(body))
        except Refusal as refusal:
            self.answer(refusal.status, {"message": str(refusal)})

    def do_GET(self):
        self.handle_request()

    def do_POST(self):
        self.handle_request(self.rfile.read(int(self.headers["Content-Length"])))


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
