import type { OperatorProposal, Verdict } from '@/lib/model';
import { all, insert, run } from '../connection';

type MemberKey = `organisation:${number}` | `network:${number}`;

interface Member {
  operatorId: number;
  organisationId: number | null;
  networkId: number | null;
  verdict: string | null;
}

const keyOf = (member: { organisationId: number | null; networkId: number | null }): MemberKey =>
  member.organisationId !== null ? `organisation:${member.organisationId}` : `network:${member.networkId ?? 0}`;

/**
 * Pairs a person took apart: a member that was split off and the operator's first member that stayed.
 * `proposeOperators` never joins them again.
 */
export function separations(): Array<[string, string]> {
  const pairs: Array<[string, string]> = [];
  for (const split of all<Member>(
    `SELECT operatorId, organisationId, networkId, verdict FROM OperatorMember WHERE verdict = 'split'`,
  )) {
    const stayed = all<Member>(
      `SELECT operatorId, organisationId, networkId, verdict FROM OperatorMember WHERE operatorId = ? AND verdict IS NULL`,
      split.operatorId,
    );
    for (const member of stayed) pairs.push([keyOf(split), keyOf(member)]);
  }
  return pairs;
}

/**
 * Takes a run's proposals in place of the last run's. A proposal is the known operator with which it shares
 * a member, the oldest first, so an operator keeps its id, its name and its verdict. What is no longer
 * proposed is kept only where a person has judged it or taken a member out of it. Use inside a transaction.
 */
export function reconcileOperators(proposals: readonly OperatorProposal[], newId: () => string, nowMs: number): void {
  run('UPDATE Operator SET current = 0');
  const holder = new Map<string, number>();
  for (const member of all<Member>(
    'SELECT operatorId, organisationId, networkId, verdict FROM OperatorMember WHERE verdict IS NULL ORDER BY operatorId DESC',
  )) {
    holder.set(keyOf(member), member.operatorId);
  }
  const taken = new Set<number>();
  for (const proposal of proposals) {
    const members = membersOf(proposal);
    const known = members.flatMap((member) => holder.get(keyOf(member)) ?? []).filter((id) => !taken.has(id));
    const operatorId = known.length > 0 ? Math.min(...known) : createOperator(newId(), nowMs);
    taken.add(operatorId);
    run(
      'UPDATE Operator SET score = ?, standing = ?, families = ?, reasons = ?, current = 1 WHERE id = ?',
      proposal.score,
      proposal.standing,
      JSON.stringify(proposal.families),
      JSON.stringify(proposal.reasons),
      operatorId,
    );
    run('DELETE FROM OperatorMember WHERE operatorId = ? AND verdict IS NULL', operatorId);
    for (const { organisationId, networkId } of members) {
      run(
        'INSERT INTO OperatorMember (operatorId, organisationId, networkId) VALUES (?, ?, ?)',
        operatorId,
        organisationId,
        networkId,
      );
    }
    nameOperator(operatorId);
  }
  run(
    `DELETE FROM Operator WHERE current = 0 AND verdict IS NULL
       AND NOT EXISTS (SELECT 1 FROM OperatorMember WHERE operatorId = Operator.id AND verdict = 'split')`,
  );
  run(
    `DELETE FROM Operator WHERE current = 0 AND origin = 'sample' AND NOT EXISTS (SELECT 1 FROM OperatorMember WHERE operatorId = Operator.id)`,
  );
}

/**
 * Who belongs to an operator: its organisations, and the networks that none of them holds. A network of a
 * member comes and goes with it, so that splitting an organisation off takes its networks along.
 */
function membersOf({
  organisationIds,
  networkIds,
}: OperatorProposal): Array<{ organisationId: number | null; networkId: number | null }> {
  const single = all<{ id: number }>(
    `SELECT value AS id FROM json_each(?1) WHERE NOT EXISTS (SELECT 1 FROM Network n WHERE n.id = value
       AND n.organisationId IN (SELECT value FROM json_each(?2)))`,
    JSON.stringify(networkIds),
    JSON.stringify(organisationIds),
  );
  return [
    ...organisationIds.map((organisationId) => ({ organisationId, networkId: null })),
    ...single.map(({ id }) => ({ organisationId: null, networkId: id })),
  ];
}

function createOperator(publicId: string, nowMs: number): number {
  return insert(
    `INSERT INTO Operator (publicId, name, score, standing, families, reasons, createdMs) VALUES (?, '', 0, 'weak', '[]', '[]', ?) RETURNING id`,
    publicId,
    nowMs,
  );
}

/** Named after its organisations, those with most refusals first; a network alone lends its range. */
function nameOperator(operatorId: number): void {
  run(
    `UPDATE Operator SET
       name = coalesce((SELECT group_concat(name, ' / ') FROM (SELECT o.name FROM OperatorMember m JOIN Organisation o ON o.id = m.organisationId
           LEFT JOIN Network n ON n.organisationId = o.id LEFT JOIN Address a ON a.networkId = n.id
           WHERE m.operatorId = ?1 AND m.verdict IS NULL GROUP BY o.id ORDER BY coalesce(sum(a.events), 0) DESC, o.id LIMIT 2)),
         (SELECT n.text FROM OperatorMember m JOIN Network n ON n.id = m.networkId WHERE m.operatorId = ?1 AND m.verdict IS NULL ORDER BY n.id LIMIT 1), name),
       origin = iif(EXISTS (SELECT 1 FROM OperatorMember m LEFT JOIN Organisation o ON o.id = m.organisationId LEFT JOIN Network n ON n.id = m.networkId
         WHERE m.operatorId = ?1 AND coalesce(o.origin, n.origin) = 'user'), 'user', 'sample')
     WHERE id = ?1`,
    operatorId,
  );
}

export function setOperatorVerdict(publicId: string, verdict: Verdict | null, nowMs: number): boolean {
  return (
    run('UPDATE Operator SET verdict = ?, verdictMs = ? WHERE publicId = ?', verdict, verdict && nowMs, publicId) === 1
  );
}

/** An organisation, or a network by itself, as a member of an operator. */
export type MemberId = { organisationId: number } | { networkId: number };

/** Takes a member out of an operator until it is taken back. Returns false where it is none, or the last one. */
export function splitMember(operatorPublicId: string, member: MemberId): boolean {
  const column = 'organisationId' in member ? 'organisationId' : 'networkId';
  const id = 'organisationId' in member ? member.organisationId : member.networkId;
  const statement = {
    organisationId: `UPDATE OperatorMember SET verdict = 'split' WHERE organisationId = ?1 AND verdict IS NULL AND operatorId = (SELECT id FROM Operator WHERE publicId = ?2)
      AND (SELECT count(*) FROM OperatorMember o WHERE o.operatorId = OperatorMember.operatorId AND o.verdict IS NULL) > 1`,
    networkId: `UPDATE OperatorMember SET verdict = 'split' WHERE networkId = ?1 AND verdict IS NULL AND operatorId = (SELECT id FROM Operator WHERE publicId = ?2)
      AND (SELECT count(*) FROM OperatorMember o WHERE o.operatorId = OperatorMember.operatorId AND o.verdict IS NULL) > 1`,
  } as const;
  return run(statement[column], id, operatorPublicId) === 1;
}

/** Takes a split back: the member is the operator's again. Returns false where it was not split off. */
export function rejoinMember(operatorPublicId: string, member: MemberId): boolean {
  const column = 'organisationId' in member ? 'organisationId' : 'networkId';
  const id = 'organisationId' in member ? member.organisationId : member.networkId;
  const statement = {
    organisationId: `UPDATE OperatorMember SET verdict = NULL WHERE organisationId = ?1 AND verdict = 'split' AND operatorId = (SELECT id FROM Operator WHERE publicId = ?2)`,
    networkId: `UPDATE OperatorMember SET verdict = NULL WHERE networkId = ?1 AND verdict = 'split' AND operatorId = (SELECT id FROM Operator WHERE publicId = ?2)`,
  } as const;
  return run(statement[column], id, operatorPublicId) === 1;
}
