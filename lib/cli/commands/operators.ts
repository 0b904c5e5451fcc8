import { readOperatorActivity } from '@/lib/db/read/operator-activity';
import { readOperator, readOperators } from '@/lib/db/read/operators';
import { createTranslator } from '@/lib/messages';
import { rangeToPrefixes, formatPrefix } from '@/lib/model';
import { readOptions } from '../options';
import { printable } from '../printable';

const ALL = { limit: 100_000, offset: 0 };

/** `operators [--json]`: who is behind the refusals, the surest first. */
export async function runOperators(argv: string[]): Promise<number> {
  const { values } = readOptions(argv, { json: { type: 'boolean' } });
  const operators: Described[] = [];
  for (const { publicId } of readOperators(ALL).operators) operators.push(...(await describeOperator(publicId)));
  if (values.json) process.stdout.write(`${JSON.stringify(operators, null, 2)}\n`);
  else if (operators.length === 0)
    process.stdout.write('No operator yet. Read a log (`ingest FILE`) and ask the registries (`enrich --wait`).\n');
  else for (const operator of operators) process.stdout.write(asText(operator));
  return 0;
}

type Described = Awaited<ReturnType<typeof describeOperator>>[number];

async function describeOperator(publicId: string) {
  const operator = readOperator(publicId);
  if (!operator) return [];
  const { templates, utcOffsetMinutes } = await readOperatorActivity(publicId);
  const { message } = createTranslator('en', utcOffsetMinutes);
  return [
    {
      id: operator.publicId,
      name: operator.name,
      standing: operator.standing,
      score: operator.score,
      verdict: operator.verdict,
      families: operator.families,
      events: operator.events,
      organisations: operator.organisations.map(({ name, handle, registry, events }) => ({
        name,
        handle,
        registry,
        events,
      })),
      networks: operator.networkList.map(({ text, range, organisation, events, addresses }) => ({
        network: text,
        prefixes: rangeToPrefixes(range).map(formatPrefix),
        organisation,
        events,
        addresses,
      })),
      addresses: operator.addresses.map(({ text, events }) => ({ address: text, events })),
      templates: templates.map(({ pattern, events }) => ({ pattern, events })),
      reasons: operator.reasons.map((reason) => ({
        detector: reason.detector,
        family: reason.family,
        weight: reason.weight,
        counts: reason.counts,
        sentence: message(reason.sentence),
        evidence: reason.evidenceTotal,
        against: reason.against.map((sentence) => message(sentence)),
      })),
    },
  ];
}

function asText(operator: Described): string {
  const lines = [
    `${operator.id}  ${printable(operator.name)}  ${operator.standing} ${operator.score.toFixed(2)}${operator.verdict ? `  ${operator.verdict}` : ''}`,
    `  ${operator.events} refusals, ${operator.networks.length} networks`,
    ...operator.reasons.map(
      ({ weight, counts, sentence }) =>
        `  ${weight.toFixed(2)}  ${printable(sentence)}${counts ? '' : ' (does not count by itself)'}`,
    ),
    ...operator.networks.map(
      ({ network, organisation, events }) =>
        `  ${network}  ${printable(organisation ?? '')}  ${events > 0 ? `${events} refusals` : 'not yet seen'}`,
    ),
  ];
  return `${lines.join('\n')}\n\n`;
}
