import type { DetailedError, Upload, UploadOptions } from 'tus-js-client';
import type { Message } from '@/lib/model';
import { askJson, isMessage, isRecord } from './ask-json';

/** Where the tus protocol is spoken. */
const ENDPOINT = '/api/uploads/tus';
/** Bytes a request: large for speed. What came of a broken one is kept all the same. */
const CHUNK_BYTES = 64 * 1024 * 1024;
/** A name on the server is at most so long; its end tells more than its folders. */
const NAME_LENGTH = 255;

/** How a log is to be read; '' leaves it to what the file and this machine tell. */
export interface ReadingChoice {
  zone: string;
  year: string;
  format: string;
}

/** What a sender tells while it works. */
export interface SendEvents {
  /** Bytes that left, or that were there already. */
  progress(sent: number): void;
  /** It goes on with what stopped half-way: so many bytes need not be sent again. */
  resumed(received: number): void;
  /** All of it is on the server. */
  received(publicId: string, duplicate: boolean): void;
  /** The connection broke; `start` goes on where it was. */
  broken(): void;
  /** It cannot be taken as it is, and why. */
  refused(sentence: Message): void;
}

/** Sends one file so that it may be interrupted by anything; the server knows how much it has. */
export class FileSender {
  private upload: Upload | null = null;
  /** Counts starts: what belongs to an earlier one is not heard any more. */
  private turn = 0;

  constructor(
    private readonly file: File,
    private readonly name: string,
    private readonly choice: ReadingChoice,
    private readonly events: SendEvents,
  ) {}

  /** Begins, or goes on where it was. */
  start(): void {
    const turn = ++this.turn;
    if (this.upload) this.upload.start();
    else {
      this.open(turn).then(
        (upload) => {
          if (turn !== this.turn) return;
          this.upload = upload;
          upload.start();
        },
        (error: unknown) => this.fail(error, turn),
      );
    }
  }

  /** Stops sending; what came is kept. */
  async pause(): Promise<void> {
    this.turn++;
    const { upload } = this;
    this.forgetUnplaced();
    await upload?.abort();
  }

  /** Gives it up: what came is removed. */
  async cancel(): Promise<void> {
    this.turn++;
    await this.upload?.abort(true);
  }

  private async open(turn: number): Promise<Upload> {
    const { file, name } = this;
    const metadata = { name: name.slice(-NAME_LENGTH), lastModified: String(file.lastModified), ...this.choice };
    const query = new URLSearchParams({ name, size: String(file.size), lastModified: metadata.lastModified });
    const [tus, stopped] = await Promise.all([
      import('tus-js-client'),
      file.size > 0 ? askJson(`/api/uploads?${query.toString()}`).then(readStopped) : null,
    ]);
    if (stopped && turn === this.turn) this.events.resumed(stopped.received);
    const options: UploadOptions = {
      endpoint: stopped ? null : ENDPOINT,
      uploadUrl: stopped && `${ENDPOINT}/${stopped.publicId}`,
      chunkSize: CHUNK_BYTES,
      metadata,
      retryDelays: null,
      storeFingerprintForResuming: false,
      onProgress: (sent) => this.events.progress(sent),
      onSuccess: ({ lastResponse }) => {
        const answer = readAnswer(lastResponse.getBody(), lastResponse.getHeader('Upload-Metadata'));
        if (answer) this.events.received(answer.publicId, answer.duplicate);
        else this.refuse({ key: 'page.uploads.bad-answer', params: { status: lastResponse.getStatus() } });
      },
      onError: (error) => this.fail(error, this.turn),
    };
    const upload = new tus.Upload(file, options);
    // Once it has a place it is never begun anew by itself: a server that is just starting must not cost what came.
    upload.options.onUploadUrlAvailable = () => {
      upload.options.endpoint = null;
    };
    return upload;
  }

  private fail(error: unknown, turn: number): void {
    if (turn !== this.turn) return;
    const response = isDetailed(error) ? error.originalResponse : null;
    if (!response) {
      void this.lose(turn);
      return;
    }
    const status = response.getStatus();
    const sentence = readSentence(response.getBody());
    if (sentence) this.refuse(sentence);
    else if (status === 404 || status === 410) this.refuse({ key: 'page.uploads.gone', params: { name: this.name } });
    // Locked, not where we thought, or a server that is not itself yet.
    else if (status >= 500 || status === 409 || status === 423 || status === 429) this.events.broken();
    else this.refuse({ key: 'page.uploads.bad-answer', params: { status } });
  }

  /** No answer: the connection broke, unless the file itself cannot be read any more. */
  private async lose(turn: number): Promise<void> {
    let sentence: Message | null = null;
    try {
      await this.file.slice(0, 1).arrayBuffer();
    } catch (error) {
      console.warn(error);
      sentence = { key: 'page.uploads.file-changed', params: { name: this.name } };
    }
    if (turn !== this.turn) return;
    if (sentence) this.refuse(sentence);
    else {
      this.forgetUnplaced();
      this.events.broken();
    }
  }

  /** The server may have made a place of which we did not hear: looked for anew, it is found. */
  private forgetUnplaced(): void {
    if (this.upload?.url === null) this.upload = null;
  }

  /** Tried again, it is looked for on the server anew. */
  private refuse(sentence: Message): void {
    this.upload = null;
    this.events.refused(sentence);
  }
}

function isDetailed(error: unknown): error is DetailedError {
  return error instanceof Error && 'originalResponse' in error;
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function readSentence(body: string): Message | null {
  const answer = parseJson(body);
  return isRecord(answer) && isMessage(answer['error']) ? answer['error'] : null;
}

function readStopped(answer: unknown): { publicId: string; received: number } | null {
  const stopped = isRecord(answer) ? answer['stopped'] : null;
  if (!isRecord(stopped)) return null;
  const { publicId, received } = stopped;
  return typeof publicId === 'string' && typeof received === 'number' ? { publicId, received } : null;
}

/** The last answer's body, or, where that was lost, the same in the metadata that HEAD gives: `key base64,key base64`. */
function readAnswer(body: string, metadata: string | undefined): { publicId: string; duplicate: boolean } | null {
  const answer = parseJson(body);
  if (isRecord(answer) && typeof answer['publicId'] === 'string') {
    return { publicId: answer['publicId'], duplicate: answer['duplicate'] === true };
  }
  const given = new Map(metadata?.split(',').map((pair) => pair.split(' ', 2) as [string, string]));
  const publicId = given.get('publicId');
  return publicId ? { publicId: atob(publicId), duplicate: atob(given.get('duplicate') ?? '') === 'true' } : null;
}
