import { BATCH_LIMIT } from '../protocols/cloudevents/codec.ts'

/** The part of docs/intake.md that people wrote. */
export const introduction = (limits: {
  readonly bodyBytes: number
  readonly earlyMs: number
  readonly lateMs: number
}) =>
  `# Doors for business systems and rooms

<!-- Made by \`npm run docs\` from the tables in the code; do not edit. -->

Two doors besides those of vehicles and phones: **CloudEvents over HTTP** for case, dispatch, roster and custody systems,
and **MQTT** for recorders, doors, wristbands and sensors. Both answer only when the journal has what was sent, durably.

## POST /intake/cloudevents

[CloudEvents 1.0](https://github.com/cloudevents/spec), JSON, signed as [Standard Webhooks](https://www.standardwebhooks.com) asks.

| | |
|---|---|
| \`content-type\` | \`application/cloudevents+json\` (one event) or \`application/cloudevents-batch+json\` (up to ${BATCH_LIMIT}) |
| binary mode (\`ce-*\` headers) | **refused**: the signature covers the body only, so headers could be changed on the way |
| body | UTF-8, at most ${limits.bodyBytes} bytes, not compressed |
| \`webhook-id\` | new for every delivery; the same when a delivery is tried again |
| \`webhook-timestamp\` | seconds since 1970-01-01 UTC at this attempt; within ±5 minutes of our clock |
| \`webhook-signature\` | \`v1,\` and the base64 of HMAC-SHA256 over \`<webhook-id>.<webhook-timestamp>.<body>\` with the decoded secret; several, separated by spaces, while a secret is being replaced |

An event:

| attribute | |
|---|---|
| \`specversion\` | \`1.0\` |
| \`id\` | unique within \`source\`. **The same \`source\` + \`id\` again is answered 2xx as a duplicate and recorded once** |
| \`source\` | one of the values registered for you |
| \`type\` | one of those below |
| \`time\` | **when it happened**, RFC 3339 with seconds and a zone: \`2026-01-01T00:30:00+08:00\`. Law is measured by it. It is never guessed: without a zone the event is refused |
| \`data\` | an object; fields by type. A field that the type does not know is refused, so that a misspelling is heard of |

Signed by hand:

\`\`\`bash
body='{"specversion":"1.0","id":"1","source":"/case","type":"custodes.act.ended","time":"2026-01-05T10:40:00+08:00","data":{"act":"A-2026-0551"}}'
id="msg_$(openssl rand -hex 12)"; ts="$(date +%s)"
key="$(printf %s "\${SECRET#whsec_}" | base64 -d | od -An -vtx1 | tr -d " \\n")"
sig="$(printf %s "$id.$ts.$body" | openssl dgst -sha256 -mac HMAC -macopt hexkey:"$key" -binary | base64)"
curl -s http://127.0.0.1:8080/intake/cloudevents -H 'content-type: application/cloudevents+json' \\
  -H "webhook-id: $id" -H "webhook-timestamp: $ts" -H "webhook-signature: v1,$sig" --data-binary "$body"
\`\`\`

### Answers

\`200\` \`{"recorded":1,"duplicates":0,"events":[{"id":"1","seq":1042,"duplicate":false}],"flags":{}}\`: the journal has it. \`seq\` is the
entry's number. \`flags\` names events whose time is further than ${limits.earlyMs / 60_000} minutes ahead of our clock (\`clock-early\`) or more than ${limits.lateMs / 60_000} minutes behind
it (\`clock-late\`): they are taken as told, and the supervisors see that a clock or a habit is wrong.

A refusal is \`{"error":…,"message":{"zh":…,"en":…},"detail":…}\`. A batch with one bad event is refused whole; \`detail.events\` names each bad one by
its place, from 0. Every refusal is journalled, once a minute and kind, with a count of the others. 4xx will not become better by trying again;
after 429 and 503 come again, with the same \`webhook-id\` and a new timestamp.
`

export const sourcesFile = `### Who may send

A JSON list, read at start. \`secrets\` are \`whsec_\` and the base64 of 24–64 random bytes; up to four are active at once, so that one can
be replaced without a gap: add the new one here, switch the sender, take the old one out. A secret says who is calling, so no two sources share one.
\`owner\` is the unit that answers for the system and its clock.

\`\`\`json
[
  {
    "name": "case-system",
    "owner": "bureau",
    "secrets": ["whsec_…", "whsec_…"],
    "sources": ["/case"],
    "types": ["custodes.case.*", "custodes.measure.*", "custodes.act.*", "custodes.stay.written"]
  }
]
\`\`\`
`

export const mqttWords = `## MQTT

MQTT 3.1.1 over TCP. Our own broker by default, or the bureau's (\`mqtts://user:password@host\`): then we subscribe to the prefix of every client
with QoS 1 and a kept session. Either way one and the same:

- **ONVIF topics as JSON** (ONVIF Core, \`onvif-ej\`): \`<prefix>/onvif-ej/<topic without tns1:>[/&<source value>…]\`, payload \`{"UtcTime":"…Z","Source":{…},"Data":{…}}\`.
  \`UtcTime\` is when it happened and has a zone. Topics of our own have the alias \`ya\`; ONVIF knows nothing of them.
- **QoS 1**: the PUBACK leaves when the journal has it. A message delivered again (same topic, UtcTime and payload) is recorded once. QoS 0 is taken, without promise.
- **Retained** messages that a broker hands over when we subscribe are *states*, kept as \`device.state-found\`, never occurrences.
- **Last will**: publish \`online\` (retained) to \`<prefix>/status\` when you connect and leave \`offline\` there as your will. With our own broker a connection that is lost
  without a will counts as well. The device's sensors are then out of reach (\`sensor.failed\`, \`offline\`) until it is back: *not observable*, which is never *clear*. While we are away ourselves (a restart, a closed broker) they are \`unreachable\`: nothing is seen by them either, but no equipment is called down for that; a device that has not come back a minute after our start is \`offline\`.
- **Keep alive**: 1–300 seconds.
- **Rights**: client id = user name, a password of its own; it may publish and subscribe below its prefix only. Anything else ends the connection.
- **Clocks**: UtcTime less our receipt is kept as \`clock.compared\` every ten minutes, and at once when it moved; more than two minutes ahead is a fault as well.
- **Limits**: payload 64 KiB; 200 messages a second and device, above that it gets no PUBACK and we read no more until there is room.

A device is named \`<prefix>/<token>\`. Register what the tokens stand for, by import or as events: \`room.registered\`, \`sensor.installed\` (\`sensor\` = \`<prefix>/<token>\`),
\`reader.installed\` (which way a reader leads), \`card.issued\`, \`wristband.issued\`. A token that is registered nowhere is a journalled fault, never a guess.

### Who may connect

\`passwordSha256\` is the SHA-256 of the password in hex. Passwords are made by machine: \`openssl rand -base64 24\`.

\`\`\`json
[{ "id": "area-chengdong", "prefix": "yl/chengdong", "owner": "station-chengdong", "passwordSha256": "…" }]
\`\`\`
`
