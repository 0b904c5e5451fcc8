import { expect, it } from 'vitest';
import { parseListen, parseStart } from './arguments.mjs';
import { ROOT, settle } from './places.mjs';

const env = (values: Record<string, string>): NodeJS.ProcessEnv => ({ NODE_ENV: 'test', ...values });

it.each([
  [[], { help: false, sample: 'add', dev: false, files: [] }],
  [['--no-sample'], { help: false, sample: 'remove', dev: false, files: [] }],
  [['-h'], { help: true, sample: 'add', dev: false, files: [] }],
  [['package.json'], { help: false, sample: 'add', dev: false, files: [`${ROOT}/package.json`] }],
  [['--', 'package.json'], { help: false, sample: 'add', dev: false, files: [`${ROOT}/package.json`] }],
])('reads %j', (args, expected) => {
  expect(parseStart(args, env({ INIT_CWD: ROOT }))).toEqual(expected);
});

it('finds files where the command was typed', () => {
  expect(parseStart(['launch/arguments.mjs'], env({ INIT_CWD: `${ROOT}/lib` })).files).toEqual([
    `${ROOT}/lib/launch/arguments.mjs`,
  ]);
});

it.each([
  [['--frob'], 'no option --frob'],
  [['-x'], 'no option -x'],
  [['mail.log.gone'], 'no file'],
  [['--', '--no-sample'], 'no file'],
])('refuses %j', (args, text) => {
  expect(() => parseStart(args, env({ INIT_CWD: ROOT }))).toThrow(
    expect.objectContaining({ message: expect.stringContaining(text), exitCode: 2 }),
  );
});

it.each([
  [{}, { host: '127.0.0.1', port: 3000 }],
  [
    { HOST: 'localhost', PORT: '65535' },
    { host: '127.0.0.1', port: 65535 },
  ],
  [
    { HOST: '::1', PORT: '1' },
    { host: '::1', port: 1 },
  ],
])('listens as %j says', (values, expected) => {
  expect(parseListen(env({ ...values }))).toEqual(expected);
});

it.each(['0.0.0.0', '::', '192.0.2.1', 'mail.example', '127.0.0.1.example', ''])('refuses HOST=%s', (HOST) => {
  expect(() => parseListen(env({ HOST }))).toThrow(
    expect.objectContaining({ message: expect.stringContaining('this machine only'), exitCode: 2 }),
  );
});

it.each(['0', '65536', '-1', '3000x', '', ' 80', '1e3'])('refuses PORT=%s', (PORT) => {
  expect(() => parseListen(env({ PORT }))).toThrow(expect.objectContaining({ exitCode: 2 }));
});

it('makes the paths of the settings absolute', () => {
  expect(settle(env({ INIT_CWD: '/srv/mail' }))).toMatchObject({ RINGLEADER_DATA: `${ROOT}/data` });
  expect(
    settle(env({ INIT_CWD: '/srv/mail', RINGLEADER_DATA: 'd', RINGLEADER_REGISTRIES: '../r.json' })),
  ).toMatchObject({
    RINGLEADER_DATA: '/srv/mail/d',
    RINGLEADER_REGISTRIES: '/srv/r.json',
  });
});
