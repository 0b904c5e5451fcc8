/** Where a shipper sends to, and with what. */
export interface ShipperTarget {
  /** `http://127.0.0.1:3000`, without a slash at its end. */
  origin: string;
  token: string;
}

export interface ShipperSettings {
  id: 'vector' | 'fluent-bit' | 'rsyslog' | 'curl';
  name: string;
  text: string;
}

/** Ready-made settings for the usual shippers; docs/shipping.md says more of each. */
export function shipperSettings({ origin, token }: ShipperTarget): ShipperSettings[] {
  const { hostname, port } = new URL(origin);
  return [
    {
      id: 'vector',
      name: 'Vector',
      text: `# /etc/vector/ringleader.yaml
sources:
  maillog:
    type: file
    include: [/var/log/mail.log]
sinks:
  ringleader:
    type: http
    inputs: [maillog]
    uri: ${origin}/api/ingest
    method: post
    compression: gzip
    framing: { method: newline_delimited }
    encoding: { codec: json }
    auth: { strategy: bearer, token: "${token}" }
    batch: { max_bytes: 4000000, timeout_secs: 5 }
    buffer: { type: disk, max_size: 268435488 }
`,
    },
    {
      id: 'fluent-bit',
      name: 'Fluent Bit',
      text: `# /etc/fluent-bit/ringleader.conf
[INPUT]
    Name              tail
    Path              /var/log/mail.log
    DB                /var/lib/fluent-bit/ringleader.db
    Tag               mail
[OUTPUT]
    Name              http
    Match             mail
    Host              ${hostname}
    Port              ${port || '80'}
    URI               /api/ingest
    Format            json_lines
    Compress          gzip
    Header            Authorization Bearer ${token}
    Retry_Limit       no_limits
`,
    },
    {
      id: 'rsyslog',
      name: 'rsyslog',
      text: `# /etc/ringleader-ship.conf, mode 600: settings of curl
url = "${origin}/api/ingest"
header = "Authorization: Bearer ${token}"

# /etc/rsyslog.d/60-ringleader.conf; docs/rsyslog-ship is the program
module(load="omprog")
mail.* action(type="omprog"
  binary="/usr/local/bin/rsyslog-ship /etc/ringleader-ship.conf"
  template="RSYSLOG_FileFormat"
  confirmMessages="on" useTransactions="on" confirmTimeout="70000"
  queue.type="LinkedList" queue.filename="ringleader" queue.maxDiskSpace="1g"
  queue.saveOnShutdown="on" queue.dequeueBatchSize="1000"
  action.resumeRetryCount="-1" action.resumeInterval="5")
`,
    },
    {
      id: 'curl',
      name: 'curl',
      text: `gzip -c /var/log/mail.log.1 | curl --fail-with-body ${origin}/api/ingest \\
  -H 'Authorization: Bearer ${token}' -H 'Content-Encoding: gzip' \\
  -H "Idempotency-Key: $(sha256sum < /var/log/mail.log.1 | cut -c1-64)" \\
  -H 'Content-Type: text/plain' --data-binary @-
`,
    },
  ];
}
