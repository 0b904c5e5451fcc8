/**
 * The number of an AS: `AS64500`, `as64500`, `64500`.
 * @returns null where the text is none, or larger than 32 bits.
 */
export function readAsn(text: string | null): number | null {
  const digits = /^(?:AS)?(\d{1,10})$/i.exec(text ?? '')?.[1];
  if (digits === undefined) return null;
  const asn = Number(digits);
  return asn <= 0xffffffff ? asn : null;
}
