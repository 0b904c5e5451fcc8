'use client';

import { Link } from '@/components/ui/link';
import { eventsHref, valueOf } from '@/components/events/events-href';
import { ActionForm, type FormState } from '@/components/evidence/action-form';
import { formatEvidence, hrefWith, type PageParams } from '@/components/evidence/evidence-refs';
import { Chip } from '@/components/ui/chip';
import { Count } from '@/components/ui/count';
import { EvidenceMark } from '@/components/ui/evidence-mark';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Rich } from '@/components/ui/rich';
import { SubmitButton } from '@/components/ui/submit-button';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { message } from '@/lib/model';
import { OrganisationLink } from './networks-table';

export interface AsBlockLine {
  text: string;
  events: number;
  told: ReadonlyArray<{ server: string; seen: boolean; answerId: number }>;
  network: { id: number; text: string; organisation: string | null; organisationId: number | null } | null;
  inside: number;
  /** A person has asked who holds it, and it waits or is given up. */
  asked: { state: 'waiting' | 'failed'; server: string } | null;
}

interface Props {
  asn: number;
  blocks: readonly AsBlockLine[];
  path: string;
  params: PageParams;
  lookUp: (state: FormState<unknown>, form: FormData) => Promise<FormState<unknown>>;
}

/** Blocks that an AS announces: which of them lie in a network we hold, who says so, and the refusals inside. */
export function AsBlocksTable({ asn, blocks, path, params, lookUp }: Props) {
  const { t, rich } = useWords();
  const numbers = new Map(blocks.flatMap(({ told }) => told.map(({ answerId }) => answerId)).map((id) => [id, 0]));
  for (const [index, id] of [...numbers.keys()].entries()) numbers.set(id, index + 1);
  return (
    <Table caption={t('page.as.blocks')} hideCaption>
      <thead>
        <tr>
          <Th>{t('page.as.column.block')}</Th>
          <Th>{t('page.as.column.network')}</Th>
          <Th>{t('page.network.how')}</Th>
          <Th right>{t('page.as.column.refusals')}</Th>
        </tr>
      </thead>
      <tbody>
        {blocks.map((block) => (
          <Row key={block.text}>
            <Td className="whitespace-nowrap">
              <Mono text={block.text} />
            </Td>
            <Td className="min-w-48">
              <Holder asn={asn} block={block} lookUp={lookUp} />
            </Td>
            <Td className="min-w-48 text-ink-2">
              {block.told.map(({ server, seen, answerId }) => (
                <span key={server} className="block">
                  <Rich parts={rich(message(seen ? 'page.as.seen' : 'page.as.registered', { server }))} />{' '}
                  <EvidenceMark
                    number={numbers.get(answerId) ?? 0}
                    href={hrefWith(path, params, { evidence: formatEvidence([{ kind: 'answer', id: answerId }]) })}
                    first
                  />
                </span>
              ))}
            </Td>
            <Td right>
              {block.events === 0 ? (
                <span className="text-ink-3">{t('ui.not-seen')}</span>
              ) : (
                <Count value={block.events} href={eventsHref(['ip', valueOf('ip', block.text)])} />
              )}
            </Td>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

/** The network around a block, those inside it, or that nobody looked. */
function Holder({
  asn,
  block: { text, network, inside, asked },
  lookUp,
}: Pick<Props, 'asn' | 'lookUp'> & { block: AsBlockLine }) {
  const { t, rich } = useWords();
  if (network)
    return (
      <>
        <Link href={`/networks/${network.id}`}>
          <Mono text={network.text} />
        </Link>{' '}
        <OrganisationLink id={network.organisationId} name={network.organisation} />
      </>
    );
  if (inside > 0) return <span className="text-ink-2">{t('page.as.inside', { count: inside })}</span>;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Chip dashed>{t('page.as.not-looked-up')}</Chip>
      {asked ? <Rich parts={rich(message(`page.as.asked.${asked.state}`, { server: asked.server }))} /> : null}
      {asked?.state === 'waiting' ? null : (
        <ActionForm action={lookUp} fields={{ asn: String(asn), block: text }}>
          <SubmitButton>{t('page.as.look-up')}</SubmitButton>
        </ActionForm>
      )}
    </span>
  );
}
