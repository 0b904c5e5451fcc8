// @ts-check
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';

const cli = fileURLToPath(new URL('../../../dist/cli.mjs', import.meta.url));
const ADDRESSES = 300_000;
const NETWORKS = 2_000;
const ORGANISATIONS = 500;
const OPERATORS = 20;
const CONTACTS = 800;
const TEMPLATES = 5_000;
const RECIPIENTS = 20_000;
const PER_BLOCK = 1024;
const YEAR_MS = 365 * 86_400_000;
const FIRST_MS = Date.UTC(2026, 0, 1);

/** A number below `?` that looks like chance and is the same each time; skewed to small ones by squaring. */
const SCATTERED = (/** @type {string} */ seed, /** @type {number} */ below) =>
  `((${seed} * 2654435761 + 97) % 4294967291 % ${below})`;
const SKEWED = (/** @type {string} */ seed, /** @type {number} */ below) =>
  `CAST(${SCATTERED(seed, 1_000_003)} / 1000003.0 * ${SCATTERED(`(${seed} + 7919)`, 1_000_003)} / 1000003.0 * ${below} AS INTEGER)`;
const COUNT = (/** @type {number} */ to) =>
  `WITH RECURSIVE c(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM c WHERE n < ${to - 1})`;

/**
 * `fill-events.mjs FOLDER EVENTS` fills a database as large logs of a year would: so many events in a data folder of its own, without their raw
 * lines. The figures do not depend on chance.
 * @param {string} folder @param {number} events
 */
function fillEvents(folder, events) {
  execFileSync(process.execPath, [cli, 'migrate'], { env: { ...process.env, RINGLEADER_DATA: folder } });
  const db = new Database(path.join(folder, 'ringleader.db'));
  db.pragma('synchronous = OFF');
  const indexes = /** @type {Array<{ name: string, sql: string }>} */ (
    db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'Event'").all()
  );
  for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`);
  db.transaction(() => fill(db, events))();
  for (const { sql } of indexes) db.exec(sql);
  db.exec('ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
}

/** @param {import('better-sqlite3').Database} db @param {number} events */
function fill(db, events) {
  const blocks = Math.ceil(events / PER_BLOCK);
  db.exec(`
    INSERT INTO Upload (id, publicId, name, source, receivedMs, fileTimeMs, zone, state, path, lines, events, addresses, firstMs, lastMs, formats)
      VALUES (1, 'benchupload1', 'mail.log', 'cli', ${FIRST_MS + YEAR_MS}, ${FIRST_MS + YEAR_MS}, 'UTC', 'done', '', ${events}, ${events}, ${ADDRESSES}, ${FIRST_MS}, ${FIRST_MS + YEAR_MS}, '[]');
    ${COUNT(blocks)} INSERT INTO RawBlock (uploadId, data) SELECT 1, x'00' FROM c;
    INSERT INTO Kind (format, action, stage, code, dsn, dnsbl, utcOffsetMinutes, assumed) VALUES
      ('postfix', 'reject', 'RCPT', 450, '4.7.1', NULL, 60, 'nothing'), ('postfix', 'reject', 'RCPT', 554, '5.7.1', 'zen.example', 60, 'nothing'),
      ('postfix', 'reject', 'RCPT', 554, '5.7.1', 'bl.example', 60, 'nothing'), ('postfix', 'reject', 'RCPT', 550, '5.1.1', NULL, 60, 'nothing'),
      ('postfix', 'reject', 'CONNECT', 554, '5.7.1', NULL, 60, 'nothing'), ('postfix', 'reject', 'HELO', 504, '5.5.2', NULL, 60, 'nothing'),
      ('postfix', 'milter-reject', 'END-OF-MESSAGE', 550, '5.7.1', NULL, 120, 'nothing'), ('exim', 'reject', 'RCPT', 550, NULL, NULL, 120, 'nothing');
    INSERT INTO Answer (id, publicId, server, query, askedMs, sha256, bytes, text, status, source)
      VALUES (1, 'benchanswer1', 'whois.registry.test', '198.18.0.0', ${FIRST_MS}, '', x'', '', 'found', 'live');
    ${COUNT(ORGANISATIONS)} INSERT INTO Organisation (id, registry, key, handle, name, answerId)
      SELECT n + 1, 'RIPE', 'ORG-' || n, 'ORG-' || n, 'Company ' || n || ' Networks', 1 FROM c;
    ${COUNT(NETWORKS)} INSERT INTO Network (id, registry, firstBytes, lastBytes, text, name, organisationId, country, detailed, answerId)
      SELECT n + 1, 'RIPE', unhex(printf('00000000000000000000ffff%02x%02x0000', 100 + n / 256, n % 256)),
        unhex(printf('00000000000000000000ffff%02x%02xffff', 100 + n / 256, n % 256)),
        printf('%d.%d.0.0/16', 100 + n / 256, n % 256), 'NET-' || n, n % ${ORGANISATIONS} + 1, 'NL', 1, 1 FROM c;
    ${COUNT(ADDRESSES)} INSERT INTO Address (id, bytes, text, networkId)
      SELECT n + 1, unhex(printf('00000000000000000000ffff%02x%02x%02x%02x', 100 + n % ${NETWORKS} / 256, n % ${NETWORKS} % 256, n / ${NETWORKS}, 7)),
        printf('%d.%d.%d.7', 100 + n % ${NETWORKS} / 256, n % ${NETWORKS} % 256, n / ${NETWORKS}), n % ${NETWORKS} + 1 FROM c;
    ${COUNT(TEMPLATES)} INSERT INTO Template (id, pattern, variable)
      SELECT n + 1, printf('offer%d+{digits}@mag%d.example', n, n % 700), 1 FROM c;
    ${COUNT(RECIPIENTS)} INSERT INTO Recipient (id, text, service)
      SELECT n + 1, printf('user%d@site%d.test', n, n % 12), CASE WHEN n % 100 = 0 THEN printf('shop%d.example', n / 100) END FROM c;
    ${COUNT(CONTACTS)} INSERT INTO Contact (id, registry, handle, kind, name, detailed, answerId)
      SELECT n + 1, 'RIPE', printf('CT%d-TEST', n), 'person', 'Person ' || n, 1, 1 FROM c;
    ${COUNT(NETWORKS)} INSERT INTO NetworkContact (networkId, contactId, role, answerId) SELECT n + 1, n % ${CONTACTS} + 1, 'admin', 1 FROM c;
    ${COUNT(NETWORKS)} INSERT INTO Announcement (asn, name, firstBytes, lastBytes, answerId)
      SELECT 64496 + n % 15, 'TEST-AS', firstBytes, lastBytes, 1 FROM c JOIN Network ON id = n + 1;
    ${COUNT(OPERATORS)} INSERT INTO Operator (id, publicId, name, score, standing, families, reasons, createdMs)
      SELECT n + 1, 'benchoperator' || n, 'Company ' || n, 1.5, 'likely', '[]', '[]', ${FIRST_MS} FROM c;
    ${COUNT(OPERATORS * 3)} INSERT INTO OperatorMember (operatorId, organisationId) SELECT n % ${OPERATORS} + 1, n + 1 FROM c;
    ${COUNT(events)} INSERT INTO Event (id, timeMs, addressId, kindId, templateId, recipientId, variables)
      SELECT (n / ${PER_BLOCK} + 1) * ${PER_BLOCK} + n % ${PER_BLOCK}, ${FIRST_MS} + CAST(n * ${(YEAR_MS / events).toFixed(6)} AS INTEGER) / 1000 * 1000,
        ${SKEWED('n', ADDRESSES)} + 1, ${SCATTERED('n', 8)} + 1, ${SKEWED('(n + 11)', TEMPLATES)} + 1, ${SKEWED('(n + 23)', RECIPIENTS)} + 1, n % 100000 FROM c;
  `);
  db.exec(`CREATE TEMP TABLE Counted AS SELECT addressId, count(*) AS n, min(timeMs) AS a, max(timeMs) AS b FROM Event GROUP BY addressId;
    CREATE UNIQUE INDEX temp.CountedId ON Counted(addressId);
    UPDATE Address SET events = (SELECT n FROM Counted WHERE addressId = Address.id),
      firstMs = (SELECT a FROM Counted WHERE addressId = Address.id), lastMs = (SELECT b FROM Counted WHERE addressId = Address.id)
      WHERE id IN (SELECT addressId FROM Counted)`);
}

const [folder, events] = process.argv.slice(2);
if (!folder || !events) throw new Error('fill-events.mjs FOLDER EVENTS');
fillEvents(folder, Number(events));
