import { Mono } from '@/components/ui/mono';

interface Props {
  /** As it was sent, its lines parted by line ends. */
  query: string;
  /** A question about a thousand addresses is cut in the middle. */
  shorten?: number;
  className?: string;
}

/** A question as a registry was sent it, on one line. */
export function QueryText({ query, shorten = 120, className = '' }: Props) {
  return <Mono text={query.replaceAll('\n', ' ')} shorten={shorten} className={className} />;
}
