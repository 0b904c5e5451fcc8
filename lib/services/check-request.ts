/** What the check needs to know of a request. `Headers` of the platform fits. */
export interface RequestFacts {
  method: string;
  headers: { get(name: string): string | null };
}

export interface Refusal {
  status: 403 | 421;
  sentence: string;
}

/** Every name of this machine that leads to us; nothing else listens, so nothing else may ask. */
const OWN_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Whether a request is meant for us and comes from our own pages. It stops foreign pages in the same
 * browser: those that point their own name at this machine (DNS rebinding, seen in Host), and those
 * that post here (seen in Origin and Sec-Fetch-Site, which a page cannot forge).
 * @param port the port we listen on
 * @returns null where it may go on
 */
export function checkRequest({ method, headers }: RequestFacts, port: string): Refusal | null {
  const host = headers.get('host')?.toLowerCase() ?? '';
  const ownHosts = OWN_NAMES.map((name) => `${name}:${port}`);
  // Browsers leave the port out where it is the default one.
  if (port === '80') ownHosts.push(...OWN_NAMES);
  if (!ownHosts.includes(host)) {
    return { status: 421, sentence: `This is Ringleader on this machine; open it as http://127.0.0.1:${port}.` };
  }
  if (method === 'GET' || method === 'HEAD') return null;
  const site = headers.get('sec-fetch-site');
  if (headers.get('origin')?.toLowerCase() !== `http://${host}` || (site !== null && site !== 'same-origin')) {
    return { status: 403, sentence: 'Changes are taken from Ringleader’s own pages only.' };
  }
  return null;
}
