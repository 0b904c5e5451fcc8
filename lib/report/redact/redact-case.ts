import type { Case, CaseLine, Message } from '@/lib/model';
import type { Redact } from './redactor';

/**
 * The case with every text in it redacted, so that what is written from it cannot leak. Each field is
 * named: a new one does not get past this by being forgotten.
 */
export function redactCase(original: Case, redact: Redact): Case {
  const text = (plain: string): string => redact(plain).text;
  const maybe = (plain: string | null): string | null => (plain === null ? null : text(plain));
  const sentence = ({ key, params }: Message): Message => ({
    key,
    params: Object.fromEntries(
      Object.entries(params).map(([name, param]) => [name, typeof param === 'string' ? text(param) : param]),
    ),
  });
  return {
    id: original.id,
    name: text(original.name),
    sample: original.sample,
    standing: original.standing,
    score: original.score,
    confirmedAt: original.confirmedAt,
    utcOffsetMinutes: original.utcOffsetMinutes,
    organisations: original.organisations.map(({ name, handle, registry }) => ({
      name: text(name),
      handle: maybe(handle),
      registry: text(registry),
    })),
    summary: original.summary,
    accepted: original.accepted,
    networks: original.networks.map(({ prefixes, organisation, events, addresses }) => ({
      prefixes: prefixes.map(text),
      organisation: maybe(organisation),
      events,
      addresses,
    })),
    reasons: original.reasons.map(({ weight, counts, lines, answers, ...said }) => ({
      sentence: sentence(said.sentence),
      weight,
      counts,
      lines,
      answers,
      against: said.against.map(sentence),
    })),
    templates: original.templates.map(({ pattern, events }) => ({ pattern: text(pattern), events })),
    lines: original.lines.map((line) => redactLine(line, redact)),
    answers: original.answers.map(({ id, server, query, askedAt, sha256, origin, text: body, deletedAt }) => ({
      id,
      server: text(server),
      query: text(query),
      askedAt,
      sha256,
      origin,
      text: text(body),
      deletedAt,
    })),
    recipients: original.recipients.map(text),
    uploads: original.uploads.map(({ name, sha256, lines, events }) => ({ name: text(name), sha256, lines, events })),
  };
}

function redactLine({ id, upload, line, text, parts }: CaseLine, redact: Redact): CaseLine {
  const { text: masked, place } = redact(text);
  return {
    id,
    upload: redact(upload).text,
    line,
    text: masked,
    parts: parts.map(({ part, start, end }) => ({ part, start: place(start, 'start'), end: place(end, 'end') })),
  };
}
