"""One simulated network camera: GStreamer's own RTSP server in front of pictures that come as RTP on local ports.

usage: rtsp-server.py PORT [--user NAME --password-fd FD] PATH=CODEC:RTP_PORT …   (CODEC: H264 or H265)

A third party's server, so that what reads it is not proved against a server of our own making. Prints "ready" when
it listens. Ends when its standard input does.
"""
import argparse
import os
import sys
import threading

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402

Gst.init(None)

arguments = argparse.ArgumentParser()
arguments.add_argument("port", type=int)
arguments.add_argument("streams", nargs="+")
arguments.add_argument("--user")
arguments.add_argument("--password-fd", type=int)
given = arguments.parse_args()

server = GstRtspServer.RTSPServer()
server.set_address("127.0.0.1")
server.set_service(str(given.port))

if given.user:
    with os.fdopen(given.password_fd) as secret:
        password = secret.read().strip()
    auth = GstRtspServer.RTSPAuth()
    auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
    token = GstRtspServer.RTSPToken()
    token.set_string("media.factory.role", "viewer")
    auth.add_digest(given.user, password, token)
    server.set_auth(auth)

for stream in given.streams:
    path, source = stream.split("=")
    codec, port = source.split(":")
    name = codec.lower()
    factory = GstRtspServer.RTSPMediaFactory()
    factory.set_launch(
        f"( udpsrc address=127.0.0.1 port={port} buffer-size=2097152"
        f' caps="application/x-rtp,media=video,clock-rate=90000,encoding-name={codec},payload=96"'
        f" ! rtp{name}depay ! rtp{name}pay name=pay0 pt=96 config-interval=-1 mtu=1400 )"
    )
    factory.set_shared(True)
    factory.set_latency(0)
    if given.user:
        permissions = GstRtspServer.RTSPPermissions()
        permissions.add_role("viewer")
        permissions.add_permission_for_role("viewer", "media.factory.access", True)
        permissions.add_permission_for_role("viewer", "media.factory.construct", True)
        factory.set_permissions(permissions)
    server.get_mount_points().add_factory(f"/{path}", factory)

if server.attach(None) == 0:
    sys.exit(f"port {given.port} is taken")

loop = GLib.MainLoop()


def end_with_parent():
    sys.stdin.read()
    loop.quit()


threading.Thread(target=end_with_parent, daemon=True).start()
print("ready", flush=True)
loop.run()
