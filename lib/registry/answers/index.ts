import { arin } from './arin';
import { bracketed } from './bracketed-grammar';
import { cymru } from './cymru';
import type { Grammar } from './grammar';
import { iana } from './iana';
import { irrd } from './irrd';
import { krnic } from './krnic';
import { lacnic } from './lacnic';
import { rdap } from './rdap';
import { ripestat } from './ripestat';
import { rpsl } from './rpsl';
import { twnic } from './twnic';

/** What web servers answer in. */
export const JSON_GRAMMARS: readonly Grammar[] = [rdap, ripestat];

/** Every grammar, in the order they are tried; each has samples in ../fixtures. */
export const GRAMMARS: readonly Grammar[] = [
  ...JSON_GRAMMARS,
  iana,
  bracketed,
  arin,
  krnic,
  lacnic,
  rpsl,
  twnic,
  cymru,
  irrd,
];
