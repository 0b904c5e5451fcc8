import type { Case, CaseAnswer, CaseLine } from '@/lib/model';

/** Lines and answers under the report's own numbers, from 1 on: the database's never leave the house. */
export interface Numbered {
  lines: ReadonlyMap<number, { number: number; line: CaseLine }>;
  answers: ReadonlyMap<number, { number: number; answer: CaseAnswer }>;
}

export function numberEvidence({ lines, answers }: Pick<Case, 'lines' | 'answers'>): Numbered {
  return {
    lines: new Map(lines.map((line, i) => [line.id, { number: i + 1, line }])),
    answers: new Map(answers.map((answer, i) => [answer.id, { number: i + 1, answer }])),
  };
}
