import { describe, expect, it } from 'vitest';
import { emailDomain, isFreemail } from './mail-domains';
import { compareNames, normaliseOrganisationName, organisationKey } from './organisation-name';
import { formatPhone, toE164 } from './phone';
import { normalisePostalAddress } from './postal-address';
import { registrableDomain } from './registrable-domain';

describe('toE164', () => {
  it.each([
    ['03-5550-0100', 'JP', '+81355500100'],
    ['０３－５５５０－０１００', 'jp', '+81355500100'],
    ['TEL: 03-5550-0100 (ext 12)', 'JP', '+81355500100'],
    ['+81-3-5550-0100', 'US', '+81355500100'],
    ['+81 (0)3 5550 0100', null, '+81355500100'],
    ['03-5550-0100, 03-5550-0199', 'JP', '+81355500100'],
    ['+1 555 010 0100', null, '+15550100100'],
    ['03-5550-0100', null, null],
    ['03-5550-0100', 'XX', null],
    ['0000', 'JP', null],
    ['', 'JP', null],
    ['n/a', 'JP', null],
  ])('%s in %s → %s', (phone, country, expected) => {
    expect(toE164(phone, country)).toBe(expected);
  });

  it('is read back for people', () => {
    expect(formatPhone('+81355500100')).toBe('+81 3 5550 0100');
    expect(formatPhone('none')).toBe('none');
  });
});

describe('normaliseOrganisationName', () => {
  it.each([
    ['Crimson Relay Co., Ltd.', 'crimson relay'],
    ['CRIMSON  RELAY, Inc', 'crimson relay'],
    ['Crimson Relay K.K.', 'crimson relay'],
    ['The Crimson Relay Company', 'crimson relay'],
    ['株式会社クリムゾンリレー', 'クリムゾンリレー'],
    ['ｸﾘﾑｿﾞﾝﾘﾚｰ㈱', 'クリムゾンリレー'],
    ['Beispiel GmbH & Co. KG', 'beispiel'],
    ['Example S.A.', 'example'],
    ['Limited', 'limited'],
    ['', ''],
  ])('%s → %s', (name, expected) => {
    expect(normaliseOrganisationName(name)).toBe(expected);
  });

  it('keeps two legal forms apart where a name is an identity', () => {
    expect(organisationKey('Crimson Relay Co., Ltd.')).toBe('crimson relay co ltd');
    expect(organisationKey('ＣＲＩＭＳＯＮ Relay  Inc')).toBe('crimson relay inc');
  });
});

describe('compareNames', () => {
  it.each([
    ['harbor mail', 'harbor mail', 1],
    ['harbor mail', 'harbormail', 1],
    ['harbor mail', 'harbour mailing', 0.727],
    ['harbor mail', 'crimson relay', 0],
    ['acme', 'acmi', 0],
    ['', '', 0],
  ])('%s and %s: %f', (a, b, expected) => {
    expect(compareNames(a, b)).toBeCloseTo(expected, 3);
  });
});

describe('normalisePostalAddress', () => {
  const JAPANESE = {
    full: '東京都千代田区見本町1-2-3見本ビル#501',
    building: '東京都千代田区見本町1-2-3見本ビル',
    hasRoom: true,
  };
  it.each([
    ['東京都千代田区見本町1-2-3 見本ビル501', JAPANESE],
    ['〒100-0000 東京都千代田区見本町１丁目２番３号　見本ビル 501号室', JAPANESE],
    ['東京都千代田区見本町一丁目2番地3 見本ビルディング501', JAPANESE],
    ['東京都千代田区見本町1ー2ー3、見本ビル501', JAPANESE],
    [
      '東京都千代田区見本町1-2-3',
      { full: '東京都千代田区見本町1-2-3', building: '東京都千代田区見本町1-2-3', hasRoom: false },
    ],
    [
      'Room 501, Mihon Bldg., 1-2-3 Mihon-cho, Tokyo',
      { full: 'mihonbldg1-2-3mihonchotokyo#501', building: 'mihonbldg1-2-3mihonchotokyo', hasRoom: true },
    ],
    [
      '#501 Mihon Building 1-2-3 Mihoncho Tokyo',
      { full: 'mihonbldg1-2-3mihonchotokyo#501', building: 'mihonbldg1-2-3mihonchotokyo', hasRoom: true },
    ],
    [
      '5F, Mihon Bldg, 1-2-3 Mihoncho, Tokyo',
      { full: 'mihonbldg1-2-3mihonchotokyo#5', building: 'mihonbldg1-2-3mihonchotokyo', hasRoom: true },
    ],
    ['Tokyo, Japan', null],
    ['', null],
  ])('%s', (text, expected) => {
    expect(normalisePostalAddress(text)).toEqual(expected);
  });
});

describe('emailDomain', () => {
  it.each([
    ['Info@Crimson-Relay.Example.', 'crimson-relay.example'],
    ['"a@b"@x.example', 'x.example'],
    ['nobody', null],
    ['@x.example', null],
    ['a@localhost', null],
    ['a@x.example>, b', null],
  ])('%s → %s', (email, expected) => {
    expect(emailDomain(email)).toBe(expected);
  });
});

describe('isFreemail', () => {
  it.each([
    ['gmail.com', true],
    ['GMAIL.com', true],
    ['mail.yahoo.co.jp', true],
    ['notgmail.com', false],
    ['crimson-relay.example', false],
  ])('%s: %s', (domain, expected) => {
    expect(isFreemail(domain)).toBe(expected);
  });
});

describe('registrableDomain', () => {
  it.each([
    ['a.b.mag.example', 'mag.example'],
    ['MAG.example.', 'mag.example'],
    ['www.shop.co.jp', 'shop.co.jp'],
    ['shop.co.jp', 'shop.co.jp'],
    ['co.jp', 'co.jp'],
    ['www.shop.de', 'shop.de'],
    ['localhost', 'localhost'],
    ['', ''],
  ])('%s → %s', (host, expected) => {
    expect(registrableDomain(host)).toBe(expected);
  });
});
