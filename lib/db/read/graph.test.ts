import { expect, test } from 'vitest';
import { run } from '../connection';
import { provideTestDatabase } from '../fixtures/test-database';
import { addTwoCompanies, PATTERN } from '../fixtures/two-companies';
import { readOperatorCentre, readRelations, readSurestOperator } from './graph';

provideTestDatabase();

test('the whole of a small case is read from any of its entities', async () => {
  const { organisations, networks, contacts } = addTwoCompanies();
  run(`UPDATE Operator SET verdict = 'confirmed'`);
  const { nodes, edges, capped } = await readRelations(`organisation:${organisations.crimson}`);
  expect(capped).toBe(false);
  expect(nodes.map(({ kind, label, events, verdict }) => [kind, label, events, verdict])).toEqual([
    ['template', PATTERN, 4, null],
    ['address', '198.18.51.40', 1, null],
    ['address', '198.18.51.165', 1, null],
    ['address', '203.0.113.20', 1, null],
    ['address', '192.0.2.9', 1, null],
    ['network', '198.18.32.0/19', 2, 'confirmed'],
    ['network', '198.18.8.0/21', 0, 'confirmed'],
    ['network', '203.0.113.16/28', 1, 'confirmed'],
    ['organisation', 'Crimson Relay Co., Ltd.', 2, 'confirmed'],
    ['organisation', 'Harbor Mail K.K.', 1, 'confirmed'],
    ['contact', 'XY12345JP', 2, null],
    ['contact', 'HM00001JP', 1, null],
    ['phone', '+81355500100', 3, null],
  ]);
  const told = new Set(edges.map(({ from, to, relation }) => `${from} ${relation} ${to}`));
  expect(told).toContain(`contact:${contacts.crimson} referred network:${networks.silent}`);
  expect(told).toContain(`network:${networks.crimson} held-by organisation:${organisations.crimson}`);
  expect(told).toContain(`contact:${contacts.harbor} has-phone phone:+81355500100`);
  expect([...told].filter((tie) => tie.includes(' sent '))).toHaveLength(4);
  expect([...told].every((tie) => !tie.includes(' sent ') || tie.startsWith('template:'))).toBe(true);
  expect(edges.every((edge) => !edge.pasted)).toBe(true);

  for (const start of ['phone:+81355500100', `contact:${contacts.harbor}`]) {
    expect(new Set((await readRelations(start)).nodes.map(({ id }) => id))).toEqual(new Set(nodes.map(({ id }) => id)));
  }
});

test('what was pasted is told so', async () => {
  const { networks } = addTwoCompanies();
  run(`UPDATE Answer SET source = 'pasted' WHERE id = (SELECT answerId FROM Network WHERE id = ?)`, networks.harbor);
  const dashed = (await readRelations(`network:${networks.harbor}`)).edges.filter((edge) => edge.pasted);
  expect(new Set(dashed.map(({ relation }) => relation))).toEqual(new Set(['lies-in', 'held-by', 'names']));
});

test('what is no entity of ours is nowhere', async () => {
  addTwoCompanies();
  for (const text of ['', 'network:', 'network:0', "network:1'--", 'phone:x', 'operator:1', 'network:999'])
    expect((await readRelations(text)).nodes).toEqual([]);
});

test('an operator stands where most was refused, and the surest one is found', () => {
  const { organisations } = addTwoCompanies();
  expect(readOperatorCentre('op-two')).toBe(`organisation:${organisations.crimson}`);
  expect(readOperatorCentre('nobody')).toBeNull();
  expect(readSurestOperator()).toBe('op-two');
  run(`UPDATE Operator SET verdict = 'rejected'`);
  expect(readSurestOperator()).toBeNull();
});
