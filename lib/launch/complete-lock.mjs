// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './places.mjs';

// npm leaves the packages for other kinds of machine out of package-lock.json where the registry it used
// did not have them, and `npm ci` then refuses that file everywhere. Run this after such an `npm install`:
// it adds them, at the exact version that the package they belong to names.

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** @typedef {{ version?: string, dev?: boolean, optionalDependencies?: Record<string, string> }} Entry */

/**
 * The optional packages that entries of the lock file ask for and that it does not have.
 * @param {Record<string, Entry>} packages  `packages` of package-lock.json
 * @returns {Array<{ where: string, name: string, version: string, dev: boolean }>}
 */
export function missingPackages(packages) {
  return Object.entries(packages).flatMap(([parent, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !packages[`node_modules/${name}`] && !packages[`${parent}/node_modules/${name}`])
      .map(([name, version]) => ({ where: `node_modules/${name}`, name, version, dev })),
  );
}

/** The entry of a package that holds a binary for one kind of machine, which its name tells. @param {{ name: string, version: string, dev: boolean }} missing */
export function entryOf({ name, version, dev }) {
  if (!/^\d+\.\d+\.\d+[\w.+-]*$/.test(version)) throw new Error(`${name}@${version} is no exact version.`);
  const words = name.split(/[/-]/);
  const os = words.find((word) => SYSTEMS.includes(word));
  const cpu = words.find((word) => PROCESSORS.includes(word));
  if (!cpu) throw new Error(`${name} does not tell what machine it is for.`);
  const libc = os !== 'linux' ? undefined : name.includes('musl') ? 'musl' : name.includes('gnu') ? 'glibc' : undefined;
  return {
    version,
    cpu: [cpu],
    ...(dev ? { dev } : {}),
    ...(libc ? { libc: [libc] } : {}),
    optional: true,
    ...(os ? { os: [os] } : {}),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = path.join(ROOT, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingPackages(lock.packages);
  for (const one of missing) lock.packages[one.where] = entryOf(one);
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
  process.stdout.write(`${missing.length} packages added\n`);
}
