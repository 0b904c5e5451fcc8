import { arin } from './arin';
import { bracketed } from './bracketed-grammar';
import type { Grammar } from './grammar';
import { iana } from './iana';
import { rpsl } from './rpsl';

/** Every grammar, in the order they are tried; each has samples in ../fixtures. */
export const GRAMMARS: readonly Grammar[] = [iana, bracketed, arin, rpsl];
