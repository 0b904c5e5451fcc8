import type { EntityKind } from '@/lib/model';

/** The colour of each kind; a part of a log line has the same colour as its kind. */
export const KIND_COLOUR: Readonly<Record<EntityKind, string>> = {
  template: 'var(--c3)',
  address: 'var(--c1)',
  network: 'var(--c6)',
  organisation: 'var(--c2)',
  contact: 'var(--c4)',
  phone: 'var(--c5)',
};

/** The outline of each kind around (0, 0), one unit large; `contact` has a head besides. */
const OUTLINE: Readonly<Record<Exclude<EntityKind, 'address'>, string>> = {
  // An envelope.
  template: 'M-1.15-.8H1.15V.8H-1.15Z M-1.15-.8L0 .1L1.15-.8',
  network: 'M-.85-.85H.85V.85H-.85Z',
  // A house.
  organisation: 'M0-1.05L1.05-.1H.75V.9H-.75V-.1H-1.05Z',
  // Shoulders.
  contact: 'M-.95.95C-.95.2-.5-.05 0-.05S.95.2.95.95Z',
  // A receiver, upright.
  phone: 'M-.6-1H.6V1H-.6Z M-.15.68H.15',
};

/** Larger with more refusals, told apart at a glance: from 6 to 11 px. */
export function shapeSize(events: number): number {
  return Math.min(11, 6 + Math.log10(events + 1) * 2);
}

/** The shape that says what kind a node is, around (0, 0). */
export function KindShape({ kind, size }: { kind: EntityKind; size: number }) {
  const colour = KIND_COLOUR[kind];
  if (kind === 'address') return <circle r={size * 0.85} fill={colour} />;
  return (
    <g
      transform={`scale(${size})`}
      fill={colour}
      stroke="var(--sheet)"
      strokeWidth={kind === 'template' || kind === 'phone' ? 1.4 / size : 0}
    >
      {kind === 'contact' ? <circle cy={-0.5} r={0.48} /> : null}
      <path d={OUTLINE[kind]} />
    </g>
  );
}

/** A person's verdict as a ring: closed and red where confirmed, dashed where rejected. */
export function VerdictRing({ verdict, size }: { verdict: 'confirmed' | 'rejected' | null; size: number }) {
  if (verdict === null) return null;
  return verdict === 'confirmed' ? (
    <circle r={size + 4} fill="none" stroke="var(--seal)" strokeWidth={2} />
  ) : (
    <circle r={size + 4} fill="none" stroke="var(--edge)" strokeWidth={1.5} strokeDasharray="3 3" />
  );
}
