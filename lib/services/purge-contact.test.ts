import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { all, one, sql } from '@/lib/db/connection';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { addTwoCompanies } from '@/lib/db/fixtures/two-companies';
import { readChanges } from '@/lib/db/read/changes';
import { readContact } from '@/lib/db/read/contacts';
import { readKeptAnswer } from '@/lib/db/read/kept-answers';
import { readOperatorActivity } from '@/lib/db/read/operator-activity';
import { search } from '@/lib/db/read/search';
import { leaseJob } from '@/lib/db/write/jobs';
import { dataFolder, transaction } from '@/lib/db/transaction';
import { UserError } from '@/lib/model';
import { parseAnswer } from '@/lib/registry';
import { buildOperatorBlockList } from './build-block-list';
import { buildCase } from './build-case';
import { enqueueByPerson } from './enqueue-question';
import { judgeFinding, judgeOperator } from './judge';
import { makeReport, readReportHtml } from './make-report';
import { purgeContact } from './purge-contact';
import { readRetention, retainPersonal, saveRetention } from './retain-personal';
import { runDetectors } from './run-detectors';
import { storeAnswer } from './store-answer';
import { sample } from './fixtures/test-registries';

provideTestDatabase();

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 24, 12);
const at = (nowMs: number) => ({ actor: 'owner', nowMs }) as const;
const JPNIC = 'whois.nic.ad.jp';

const text = (file: string): string =>
  new TextDecoder('iso-2022-jp').decode(
    readFileSync(path.join(process.cwd(), 'lib/services/sample-case/answers', `${file}.txt`)),
  );

/** A registry answers. */
function tell(server: string, query: string, answer: string, askedMs: number): void {
  const parsed = parseAnswer(answer, { server, query });
  const raw = { server, query, text: answer, bytes: Buffer.from(answer), askedMs, source: 'live' } as const;
  transaction(() => storeAnswer(raw, parsed));
}

const idOf = (handle: string): number =>
  one<{ id: number }>('SELECT id FROM Contact WHERE handle = ?', handle)?.id ?? 0;

/** Where a text stands, in any column of any table, as `Table.column`. */
function placesOf(...texts: string[]): string[] {
  const tables = all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'").map(({ name }) => name);
  return tables.flatMap((table) =>
    all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`)
      .map(({ name }) => name)
      .filter((column) =>
        texts.some(
          (one_) =>
            sql().prepare(`SELECT 1 FROM "${table}" WHERE instr(lower("${column}"), lower(?)) > 0`).get(one_) ||
            sql().prepare(`SELECT 1 FROM "${table}" WHERE instr("${column}", ?) > 0`).get(Buffer.from(one_)),
        ),
      )
      .map((column) => `${table}.${column}`),
  );
}
const CRIMSON = ['Mihon, Taro', '見本', 'info@crimson-relay.example', '03-5550-0100', '+81355500100', '03-5550-0199'];
const HARBOR = ['Minato', 'info@harbor-mail.example', '03-5550-0100'];

function detect(): void {
  const outcome = runDetectors(NOW);
  transaction(() => outcome.write());
}
const findings = (): string[] =>
  all<{ subject: string }>("SELECT subject FROM Finding WHERE detector = 'shared-contact' AND current = 1").map(
    ({ subject }) => subject,
  );

/** Two companies whose contacts have one phone, the first contact in two versions. */
function addCompanies(): void {
  const twice = text('jpnic-pivot-XY12345JP');
  tell(JPNIC, '198.18.51.40', text('jpnic-198.18.51.40'), NOW - 100 * DAY);
  tell(JPNIC, '203.0.113.16/28', text('jpnic-203.0.113.16-28'), NOW - 100 * DAY);
  tell(JPNIC, '^XY12345JP', twice.replace('03-5550-0100', '03-5550-0199'), NOW - 100 * DAY);
  tell(JPNIC, '^HM77001JP', text('jpnic-pivot-HM77001JP'), NOW - 100 * DAY);
  tell(JPNIC, '^XY12345JP', twice, NOW - 10 * DAY);
  detect();
}

test('a contact’s personal data goes from every row, in every version; its handle and networks stay', () => {
  addCompanies();
  const id = idOf('XY12345JP');
  const networks = readContact(id)?.networks.map(({ text: network }) => network);
  expect(networks?.length).toBeGreaterThan(5);
  expect(readChanges('contact', id).map(({ field }) => field)).toContain('phone');
  const shared = findings().length;
  expect(placesOf(...CRIMSON)).toEqual(
    expect.arrayContaining([
      'Answer.text',
      'Answer.bytes',
      'Contact.name',
      'Contact.email',
      'Change.old',
      'Finding.subject',
    ]),
  );
  const before = all<{ publicId: string; sha256: string; askedMs: number; server: string; query: string }>(
    "SELECT publicId, sha256, askedMs, server, query FROM Answer WHERE query = '^XY12345JP'",
  );
  expect(before.length).toBe(2);
  enqueueByPerson({ server: 'rdap.arin.net', kind: 'pivot-name', key: 'Taro Mihon', depth: 2, asked: [] }, NOW);

  purgeContact(at(NOW), id);
  expect(leaseJob(NOW, 1_000, ['detect'])?.kind).toBe('detect');
  expect(leaseJob(NOW, 1_000, ['ask'])).toBeNull();
  detect();

  // The other company's contact has the phone too: that is its own.
  expect(placesOf(...CRIMSON.filter((one_) => !HARBOR.includes(one_) && !one_.startsWith('+')))).toEqual([]);
  expect(readContact(id)).toMatchObject({
    handle: 'XY12345JP',
    organisation: expect.stringContaining('Crimson'),
    name: null,
    email: null,
    phone: null,
    phoneE164: null,
    postalAddress: null,
    fields: [],
    purgedMs: NOW,
    samePhone: [],
  });
  expect(readContact(id)?.networks.map(({ text: network }) => network)).toEqual(networks);
  for (const { publicId, ...kept } of before)
    expect(readKeptAnswer(publicId)).toMatchObject({ ...kept, text: '', sizeBytes: 0, purgedMs: NOW });
  // Answers that only name the handle carry nothing of the person.
  expect(one("SELECT 1 FROM Answer WHERE query = '198.18.51.40' AND text <> '' AND purgedMs IS NULL")).toBeDefined();
  expect(readContact(idOf('HM77001JP'))).toMatchObject({ phone: '03-5550-0100', purgedMs: null });
  expect(findings().length).toBeLessThan(shared);
  expect(search('info@crimson-relay').contacts).toEqual([]);
  expect(search('XY12345JP').contacts.length).toBe(1);
});

test('nothing of it is left in the file itself', () => {
  addCompanies();
  const file = path.join(dataFolder(), 'ringleader.db');
  sql().pragma('wal_checkpoint(TRUNCATE)');
  const holds = (one_: string): boolean =>
    [file, `${file}-wal`].some((name) => readFileSync(name).includes(Buffer.from(one_)));
  expect(holds('Mihon, Taro')).toBe(true);
  purgeContact(at(NOW), idOf('XY12345JP'));
  expect(['Mihon, Taro', 'info@crimson-relay.example', '03-5550-0199'].filter(holds)).toEqual([]);
});

test('where anything throws nothing is deleted', () => {
  addCompanies();
  sql().exec(
    "CREATE TRIGGER stop BEFORE UPDATE ON Contact BEGIN SELECT raise(ABORT, 'no'); END; CREATE TABLE IF NOT EXISTS x (y)",
  );
  const before = placesOf(...CRIMSON);
  expect(() => purgeContact(at(NOW), idOf('XY12345JP'))).toThrow('no');
  expect(placesOf(...CRIMSON)).toEqual(before);
});

test('an answer that brings it again is kept anew, and is no change of what was deleted', () => {
  addCompanies();
  const id = idOf('XY12345JP');
  purgeContact(at(NOW), id);
  tell(JPNIC, '^XY12345JP', text('jpnic-pivot-XY12345JP'), NOW + DAY);
  expect(readContact(id)).toMatchObject({ name: expect.stringContaining('Mihon'), purgedMs: null });
  expect(readChanges('contact', id).filter(({ field }) => ['name', 'email', 'phone'].includes(field))).toEqual([]);
  expect(one("SELECT 1 FROM Answer WHERE query = '^XY12345JP' AND purgedMs IS NULL AND text <> ''")).toBeDefined();
});

test('what was searched for by name or e-mail loses the name in its question', () => {
  const rdap = sample('rdap-arin-reverse-search');
  const query = 'ips/reverse_search/entity?fn=';
  tell('rdap.arin.net', query, rdap, NOW);
  const contact = all<{ id: number; name: string }>('SELECT id, name FROM Contact WHERE name IS NOT NULL')[0];
  expect(contact).toBeDefined();
  sql()
    .prepare('UPDATE Answer SET query = ?')
    .run(query + encodeURIComponent(contact?.name ?? ''));
  purgeContact(at(NOW), contact?.id ?? 0);
  expect(all('SELECT query, text FROM Answer')).toEqual([{ query, text: '' }]);
});

test('reports and block lists are made as before, and a report says that the text was deleted', async () => {
  const { contacts, answers } = addTwoCompanies();
  judgeOperator(at(NOW), 'op-two', 'confirmed');
  // The same list is given again where it says the same.
  const list = () => buildOperatorBlockList(at(NOW), { operator: 'op-two' }).publicId;
  const before = list();
  sql()
    .prepare("UPDATE Answer SET text = text || 'Example, Person 03-5550-0100 HM00001JP' WHERE id = ?")
    .run(answers.harborContact);
  purgeContact(at(NOW), contacts.harbor);
  expect(list()).toEqual(before);
  // What the reasons rest on comes first, and this answer is one of it.
  const gone = all('SELECT id, text FROM Answer WHERE purgedMs IS NOT NULL');
  expect(gone).toEqual([{ id: answers.harborContact, text: '' }]);
  const told = buildCase('op-two', await readOperatorActivity('op-two')).answers.find(
    ({ id }) => id === answers.harborContact,
  );
  expect(told).toMatchObject({ text: '', deletedAt: NOW, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const { publicId } = await makeReport(at(NOW), { operator: 'op-two', language: 'en' });
  const html = readReportHtml(publicId);
  expect(html).toContain('The text was deleted because it held personal data; its SHA-256 stays.');
  expect(html).toContain(told?.sha256);
});

test('what a person decided on a fact that nobody tells any more goes with it, and else stays', () => {
  addCompanies();
  const subjects = (): string[] =>
    all<{ subject: string }>("SELECT subject FROM Finding WHERE verdict = 'confirmed'").map(({ subject }) => subject);
  for (const { publicId } of all<{ publicId: string }>("SELECT publicId FROM Finding WHERE subject LIKE '%phone%'"))
    judgeFinding(at(NOW), publicId, 'confirmed');
  expect(subjects()).toEqual([expect.stringContaining('phone:+81355500100')]);
  purgeContact(at(NOW), idOf('XY12345JP'));
  detect();
  expect(subjects().length).toBe(1);
  purgeContact(at(NOW), idOf('HM77001JP'));
  detect();
  expect(placesOf('+81355500100', '5550-0100')).toEqual([]);
});

test('of the sample, and of nobody, nothing is deleted', () => {
  const { contacts } = addTwoCompanies('sample');
  expect(() => purgeContact(at(NOW), contacts.harbor)).toThrow(UserError);
  expect(() => purgeContact(at(NOW), 99_999)).toThrow(UserError);
  expect(readContact(contacts.harbor)?.phone).toBe('03-5550-0100');
});

const retain = (nowMs: number) =>
  retainPersonal({ nowMs: () => nowMs, renew: () => undefined, signal: new AbortController().signal });

test('what is older than the setting goes, earlier versions before the present one', async () => {
  addCompanies();
  expect(readRetention()).toBe('forever');
  await retain(NOW + 9_999 * DAY);
  expect(readContact(idOf('HM77001JP'))?.name).not.toBeNull();

  saveRetention(at(NOW), '30');
  expect(leaseJob(NOW, 1_000, ['retain'])?.kind).toBe('retain');
  await retain(NOW);
  expect(readContact(idOf('HM77001JP'))).toMatchObject({ name: null, purgedMs: NOW });
  expect(readContact(idOf('XY12345JP'))).toMatchObject({ phone: '03-5550-0100', purgedMs: null });
  expect(placesOf('03-5550-0199')).toEqual([]);
  await retain(NOW + 20 * DAY);
  expect(readContact(idOf('XY12345JP'))?.purgedMs).toBeNull();
  await retain(NOW + 20 * DAY + 1);
  expect(readContact(idOf('XY12345JP'))).toMatchObject({ name: null, purgedMs: NOW + 20 * DAY + 1 });
});

test.each(['', '31', 'never', '-1'])('%j is no retention', (choice) => {
  expect(saveRetention(at(NOW), '90')).toBe('90');
  expect(() => saveRetention(at(NOW), choice)).toThrow(UserError);
  expect(readRetention()).toBe('90');
});
