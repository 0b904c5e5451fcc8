import type { Assumed } from '@/lib/model';

/** What many events have in common. */
export interface Kind {
  format: string;
  action: string;
  stage: string;
  code: number | null;
  dsn: string | null;
  dnsbl: string | null;
  utcOffsetMinutes: number;
  assumed: Assumed;
}

/** One kind mostly follows another of its own: comparing is cheaper than making a key. */
export function isSameKind(a: Kind, b: Kind): boolean {
  return (
    a.code === b.code &&
    a.dsn === b.dsn &&
    a.dnsbl === b.dnsbl &&
    a.stage === b.stage &&
    a.action === b.action &&
    a.utcOffsetMinutes === b.utcOffsetMinutes &&
    a.assumed === b.assumed &&
    a.format === b.format
  );
}

/** A text that two kinds share only where they are the same. */
export function kindKey({ format, action, stage, code, dsn, dnsbl, utcOffsetMinutes, assumed }: Kind): string {
  return `${format} ${action} ${stage} ${code} ${dsn} ${dnsbl} ${utcOffsetMinutes} ${assumed}`;
}
