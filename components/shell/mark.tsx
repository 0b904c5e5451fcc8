import { Link } from '@/components/ui/link';

/** The name of the house with its seal. */
export function Mark() {
  return (
    <Link href="/" className="flex items-center gap-[9px] text-[16px] font-semibold tracking-tight no-underline">
      <span aria-hidden className="grid size-5 place-items-center rounded-s bg-seal">
        <span className="size-[9px] rounded-full border-2 border-on-seal" />
      </span>
      Ringleader
    </Link>
  );
}
