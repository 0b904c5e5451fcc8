import { type Origin, parseAddress, parseRange } from '@/lib/model';
import { readAsn } from './asn';
import { readDate } from './dates';
import { emptyParts, type Grammar } from './grammar';

const ROW = /^[ \t]*(NA|\d{1,10}(?: \d{1,10})*)[ \t]*\|[ \t]*([0-9A-Fa-f.:]{2,45})[ \t]*\|/;

/**
 * Team Cymru's address → AS service, bulk mode: `AS | IP | BGP Prefix | CC | Registry | Allocated | AS Name`
 * with `verbose`, else `AS | IP | AS Name`. `NA` is "announced by nobody", which is an answer.
 */
export const cymru: Grammar = {
  id: 'cymru',
  matches: (text) => text.split('\n').some((line) => ROW.test(line)),
  parse(text) {
    return {
      ...emptyParts('cymru'),
      origins: text.split('\n').flatMap(readRow),
    };
  },
};

/** One origin an AS: where several announce the prefix, all stand in the first column. */
function readRow(line: string): Origin[] {
  const numbers = ROW.exec(line)?.[1];
  const cells = line.split('|').map((cell) => cell.trim());
  const address = parseAddress(cells[1] ?? '');
  if (numbers === undefined || !address) return [];
  const verbose = cells.length >= 7;
  // The name may hold the separator, and ends with the country: `SAMPLE - Sample Networks, JP`.
  const name = cells.slice(verbose ? 6 : 2).join(' | ');
  const country = verbose ? (cells[3] ?? '') : '';
  return numbers.split(' ').map((number) => ({
    asn: readAsn(number),
    seen: true,
    name: name === 'NA' || name === '' ? null : name,
    range: verbose ? parseRange(cells[2] ?? '') : null,
    address,
    country: /^[A-Z]{2}$/.test(country) && country !== 'NA' ? country : null,
    allocatedOn: verbose ? readDate(cells[5]) : null,
  }));
}
