import type { Message } from '@/lib/model';

export interface Sent {
  publicId: string;
  duplicate: boolean;
}

export interface SendOptions {
  /** '' for the machine's own zone. */
  zone: string;
  /** '' for the year that the file's time tells. */
  year: string;
  /** '' for whatever mail servers the lines show. */
  format: string;
  /** Told while bytes leave: how many of how many. */
  onProgress: (sent: number, total: number) => void;
}

/** What went wrong, as a sentence; the browser tells nothing about a connection that broke. */
export class SendError extends Error {
  constructor(readonly sentence: Message) {
    super(sentence.key);
  }
}

function isMessage(value: unknown): value is Message {
  return (
    typeof value === 'object' && value !== null && 'key' in value && typeof value.key === 'string' && 'params' in value
  );
}

function readAnswer(status: number, text: string): Sent {
  let answer: unknown = null;
  try {
    answer = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  if (typeof answer === 'object' && answer !== null) {
    if ('error' in answer && isMessage(answer.error)) throw new SendError(answer.error);
    if ('publicId' in answer && typeof answer.publicId === 'string')
      return { publicId: answer.publicId, duplicate: 'duplicate' in answer && answer.duplicate === true };
  }
  throw new SendError({ key: 'page.uploads.bad-answer', params: { status } });
}

/**
 * Sends one file as the raw body, telling how far it is (which fetch cannot).
 * @throws SendError
 */
export function sendFile(file: File, { zone, year, format, onProgress }: SendOptions): Promise<Sent> {
  const query = new URLSearchParams({ name: file.name, lastModified: String(file.lastModified), zone, year, format });
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/uploads?${query.toString()}`);
    request.upload.onprogress = (event) => onProgress(event.loaded, event.total);
    request.onerror = () => reject(new SendError({ key: 'page.uploads.connection-lost', params: { name: file.name } }));
    request.onload = () => {
      try {
        resolve(readAnswer(request.status, request.responseText));
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    request.send(file);
  });
}
