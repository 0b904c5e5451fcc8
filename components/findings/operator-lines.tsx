'use client';

import Link from 'next/link';
import { useWords } from '@/components/ui/language';
import { Rich } from '@/components/ui/rich';

/** An operator in the numbers of its summary sentence. */
export interface OperatorLine {
  publicId: string;
  name: string;
  verdict: 'confirmed' | null;
  events: number;
  reasons: number;
  networks: number;
}

/** The sentence that all of it was for: who is behind how much, and what to do about it. */
export function OperatorLines({ operators }: { operators: readonly OperatorLine[] }) {
  const { rich } = useWords();
  return operators.map(({ publicId, name, verdict, events, reasons, networks }) => (
    <section
      key={publicId}
      data-row
      tabIndex={-1}
      className="mt-6 max-w-[72ch] border-l-3 border-ink py-1 pl-4 text-l max-md:text-m"
    >
      <p>
        <Rich
          parts={rich({
            key: verdict === 'confirmed' ? 'page.findings.operator-confirmed' : 'page.findings.operator',
            params: { name, events, reasons, networks },
          })}
          link={(children) => (
            <Link href={`/operators/${publicId}`} data-open>
              {children}
            </Link>
          )}
        />
      </p>
    </section>
  ));
}
