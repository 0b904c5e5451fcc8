/** `plain` for most, `seal` for a verdict or the one primary action of a page, `quiet` for what stands in a line of text. */
export type ButtonLook = 'plain' | 'seal' | 'quiet';

const BASE =
  'inline-flex h-fit min-h-8 items-center justify-center gap-2 rounded-m border py-1 text-s font-medium whitespace-nowrap no-underline transition-colors duration-100 disabled:opacity-60';

const LOOKS: Readonly<Record<ButtonLook, string>> = {
  plain: 'px-3 max-md:min-h-10 border-line-2 bg-sheet text-ink hover:border-edge',
  seal: 'on-seal px-3 max-md:min-h-10 border-seal bg-seal text-on-seal hover:brightness-95',
  quiet:
    'px-1 border-transparent bg-transparent text-ink-2 underline decoration-line-2 hover:text-ink hover:decoration-current',
};

export function buttonStyle(look: ButtonLook, more = ''): string {
  return `${BASE} ${LOOKS[look]} ${more}`;
}
