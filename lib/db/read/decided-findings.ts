/**
 * Findings that a person decided with an operator: they speak for it, or say of two of its members that they are one
 * hand, which another reason says already. A leak is not among them: it says what became of an address, which no word
 * on an operator answers.
 */
export const DECIDED_FINDINGS = `SELECT f.id, o.id AS operatorId, o.verdictMs FROM Operator o JOIN json_each(o.reasons) r
    JOIN Finding f ON f.detector = r.value ->> 'detector' AND f.subject = r.value ->> 'subject'
    WHERE o.verdict IS NOT NULL AND f.verdict IS NULL AND f.family <> 'leak'
  UNION SELECT f.id, o.id, o.verdictMs FROM Operator o
    JOIN Finding f ON f.detector = 'shared-contact' AND f.subject >= 'pair:' AND f.subject < 'pair;'
    WHERE o.verdict IS NOT NULL AND f.verdict IS NULL AND NOT EXISTS (
      SELECT 1 FROM json_each(f.entities) e WHERE e.value ->> 'kind' = 'organisation' AND NOT EXISTS (
        SELECT 1 FROM OperatorMember m WHERE m.operatorId = o.id AND m.organisationId = e.value ->> 'id' AND m.verdict IS NULL))`;

/** True of a row of Finding that waits for a word. */
export const OPEN_FINDING = `verdict IS NULL AND id NOT IN (SELECT id FROM (${DECIDED_FINDINGS}))`;
