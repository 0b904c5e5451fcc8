import { arin } from './arin';
import { bracketed } from './bracketed-grammar';
import { cymru } from './cymru';
import type { Grammar } from './grammar';
import { iana } from './iana';
import { krnic } from './krnic';
import { lacnic } from './lacnic';
import { rdap } from './rdap';
import { rpsl } from './rpsl';
import { twnic } from './twnic';

/** Every grammar, in the order they are tried; each has samples in ../fixtures. */
export const GRAMMARS: readonly Grammar[] = [rdap, iana, bracketed, arin, krnic, lacnic, rpsl, twnic, cymru];
