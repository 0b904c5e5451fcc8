/**
 * SQL: which operator (`operatorId`) holds which network (`networkId`), each pair once: its organisations' networks, and
 * single ones that belong to it, but none that a person took out.
 */
export const HELD = `SELECT DISTINCT m.operatorId, n.id AS networkId FROM OperatorMember m
  JOIN Network n ON n.organisationId = m.organisationId OR n.id = m.networkId
  WHERE m.verdict IS NULL AND NOT EXISTS (SELECT 1 FROM OperatorMember s WHERE s.operatorId = m.operatorId AND s.verdict = 'split'
    AND (s.networkId = n.id OR s.organisationId = n.organisationId))`;
