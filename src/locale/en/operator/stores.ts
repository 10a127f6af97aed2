/** English: stores: copying them, and databases and folders that can’t be used. */
export const storesEn = {
  'report.copy.unfinished':
    '{place} holds an unfinished copy of {other}. Finish it by the same “closte-domain-bot store copy”, or empty it.',
  'report.copy.no-store': '{place} holds no store. Name a DATA_DIR or a database that a bot has used.',
  'report.copy.unreadable': '{what} can’t be copied ({reason}). Repair it or move it away, and copy again.',
  'report.copy.used': 'A bot works on {place}. Stop every replica, wait ten seconds, and copy again.',
  'report.copy.different':
    '{place} differs from the store to copy: {what}. Name an empty store: two are never mixed.',
  'report.copy.running': '{place} is being copied. Wait until that is done, or stop it.',
  'report.data-dir.used':
    'Another bot (process {number} on {host}) works on {place}. Stop it first, or give this one another DATA_DIR.',
  'report.database.unusable':
    'DATABASE_URL ({place}) can’t be used: {reason}. Check the URL, the server, and that the bot’s user may create tables in this database.',
  'report.database.newer':
    'The database was changed by a newer version of the bot (its schema needs step {number}; this version knows up to {most}). Nothing was changed: start the newer version.',
  'report.database.password': 'the password is wrong ({code})',
  'report.database.user': 'the server refuses this user ({code})',
  'report.database.missing': 'there is no such database ({code})',
  'report.database.permission': 'the user may not create tables in it ({code})',
  'report.database.full': 'the server’s disk is full ({code})',
  'report.database.connections': 'the server has no connection left ({code})',
  'report.database.starting': 'the server is starting or stopping ({code})',
  'report.database.slow': 'the server canceled a statement that took too long ({code})',
  'report.database.read-only': 'it is read-only ({code})',
  'report.database.silent': 'nothing answers there ({code})',
  'report.database.address': 'the host has no address ({code})',
  'shell.store.no-url': 'DATABASE_URL isn’t set. Set it, or name a folder or postgres://….',
  'shell.store.bad-url':
    '{name} isn’t a postgres:// URL. Write special characters of its password as codes: %23 for #, %2F for /.',
  'shell.store.same': '--from and --to name the same store.',
  'shell.store.copied':
    '{from} was copied to {to}, and everything was compared. Mappings: {mappings}. Events: {events}. Other documents: {documents}. Written this time: {written}.',
  'shell.store.copying': 'Mappings so far: {count}',
  'shell.store.broken':
    'Mappings whose events were changed or lost before the copy: {count}. “closte-domain-bot audit verify” names them.',
  'shell.capacity.carried':
    'Yes: on this machine, one process with files handles {mappings} domains checked every {interval} s.',
  'shell.capacity.not-carried':
    'No: one process on this machine doesn’t handle {mappings} domains checked every {interval} s. Use PostgreSQL (DATABASE_URL) and machines like this one. Replicas needed: {replicas}, plus one to survive a failure.',
  'shell.capacity.limit':
    'It handles about {most}; the limit is {limit, select, cpu {the processor} disk {the disk} other {memory}}.',
  'shell.capacity.interval': 'Checked every {interval} s instead, one process would handle {mappings}.',
  'shell.capacity.measured': 'Measured here:',
  'shell.capacity.cpu':
    '  processor: {ms} ms of CPU for a check without news (DNS, certificate, page, store), against stand-ins on this machine',
  'shell.capacity.cpu-assumed':
    '  processor: {ms} ms of CPU for a check without news. Only the store’s share was measured; the rest is assumed, because the stand-ins need the development packages (npm ci)',
  'shell.capacity.disk':
    '  disk: {median} ms to flush 4 KiB ({p99} ms at worst); {changes} changes saved per second',
  'shell.capacity.memory': '  memory: {bytes} bytes per domain; {mib} MiB for one process',
  'shell.capacity.at-rate':
    '  at the asked rate: {rate} checks/s for {seconds} s used {share} % of a core; the event loop was {loop} ms late (99th percentile), a check {late} ms at most',
  'shell.capacity.no-rate':
    '  at the asked rate: not tried, because there are no stand-ins or it’s more than one process can do',
  'shell.capacity.extrapolated':
    'Extrapolated from that, with {share} % of a core for checks, and news in one check of {checks}:',
  'shell.capacity.parts': '  the processor handles {cpu} domains, the disk {disk}, memory {memory}',
  'shell.capacity.not-measured':
    'Not measured: a database, the network, the rate limits of Slack and {provider}.',
} as const satisfies Record<string, string>;
