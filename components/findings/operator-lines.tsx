'use client';

import { Link } from '@/components/ui/link';
import { useWords } from '@/components/ui/language';
import { Rich } from '@/components/ui/rich';
import { acceptedParams, acceptedState, type AcceptedShare } from '@/lib/model';

/** An operator in the numbers of its summary sentence. */
export interface OperatorLine {
  publicId: string;
  name: string;
  verdict: 'confirmed' | null;
  events: number;
  reasons: number;
  networks: number;
  /** How much of the user's accepted mail came from its networks. */
  accepted: AcceptedShare;
}

/** The sentence that all of it was for: who is behind how much, and what to do about it. */
export function OperatorLines({ operators }: { operators: readonly OperatorLine[] }) {
  const { rich } = useWords();
  return operators.map(({ publicId, name, verdict, events, reasons, networks, accepted }) => (
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
            params: { name, events, reasons, networks, ...acceptedParams(accepted) },
          })}
          link={(children) => (
            <Link href={`/operators/${publicId}`} data-open>
              {children}
            </Link>
          )}
        />
      </p>
      {acceptedState(accepted) === 'some' ? (
        <p className="mt-1 text-m text-ink-2">
          <Rich
            parts={rich({ key: 'page.findings.affected', params: acceptedParams(accepted) })}
            link={(children) => <Link href={`/operators/${publicId}#accepted`}>{children}</Link>}
          />
        </p>
      ) : null}
    </section>
  ));
}
