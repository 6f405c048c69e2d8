"""The other end of the loopback calls: prints its port and answers each request with a file.

`server.py FOLDER`; `/one/…` is answered by FOLDER/one/assistants.json, all else by FOLDER/assistants.json.
Connections are kept.
"""
import socket, sys, threading


def answer(path):
    with open(path, "rb") as file:
        body = file.read()
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body) + body


def serve(connection):
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    waiting = b""
    while True:
        more = connection.recv(65536)
        if not more:
            return
        waiting += more
        while b"\r\n\r\n" in waiting:
            request, waiting = waiting.split(b"\r\n\r\n", 1)
            connection.sendall(ONE if request.startswith(b"GET /one/") else MANY)


ONE = answer(sys.argv[1] + "/one/assistants.json")
MANY = answer(sys.argv[1] + "/assistants.json")
listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
while True:
    threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
