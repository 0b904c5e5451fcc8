import { describe, expect, it } from 'vitest';
import { createDirectory } from './directory';
import { parseAnswer } from './parse-answer';
import { followReferral } from './referral';

const IANA = 'whois.iana.org';
const directory = createDirectory();

function follow(referral: string, asked: readonly string[]): string {
  const next = followReferral(directory, referral, asked);
  return 'row' in next ? next.row.host : next.obstacle;
}

describe('followReferral', () => {
  it.each<[string, string, string[], string]>([
    ['a registry we know', 'whois.APNIC.net', [IANA], 'whois.apnic.net'],
    ['the third hop', 'whois.nic.ad.jp', [IANA, 'whois.arin.net', 'whois.apnic.net'], 'whois.nic.ad.jp'],
    ['the fourth', 'whois.kr', [IANA, 'whois.arin.net', 'whois.ripe.net', 'whois.apnic.net'], 'too-many-hops'],
    ['back to where it came from', 'whois.apnic.net', [IANA, 'whois.apnic.net', 'whois.nic.ad.jp'], 'loop'],
    ['itself, in other letters', 'WHOIS.IANA.ORG', [IANA], 'loop'],
    ['a host of its own', 'whois.evil.test', [IANA], 'not-listed'],
    ['a loopback address', '127.0.0.1', [IANA], 'not-listed'],
    ['the metadata service', '169.254.169.254', [IANA], 'not-listed'],
    ['a mapped address', '::ffff:10.0.0.1', [IANA], 'not-listed'],
  ])('%s', (_, referral, asked, expected) => {
    expect(follow(referral, asked)).toBe(expected);
  });

  it.each([
    ['rwhois://rwhois.granite.example:4321', null],
    ['rwhois://whois.ripe.net', null],
    ['whois://whois.ripe.net:4321', null],
    ['http://whois.ripe.net', null],
    ['whois://user@whois.ripe.net', null],
    ['whois://whois.ripe.net/../x', null],
    ['whois.ripe.net\\\\evil', null],
    ['whois://whois.ripe.net', 'whois.ripe.net'],
    ['whois://WHOIS.RIPE.NET:43', 'whois.ripe.net'],
  ])('a referral to %s is read as %s', (text, expected) => {
    const answer = `NetRange: 198.51.100.0 - 198.51.100.255\nReferralServer: ${text}\n`;
    expect(parseAnswer(answer).referral).toBe(expected);
  });
});
