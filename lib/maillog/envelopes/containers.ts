/** What Docker, Compose and Kubernetes put before what a container prints. */
import { joinPieces, type Layer, takePart } from './layer';
import { BSD_STAMP, ISO_STAMP } from './patterns';
import { putUnderStamp } from './under-stamp';

const COMPOSE =
  /^(?:\u001b\[[\d;]{1,12}m)?(?:[\w.-]{1,128} {0,40}\||\[pod\/[\w.\/-]{1,250}\])(?:\u001b\[0?m)? (?:\u001b\[0?m)?/;

/** `smtp-1  | …`: `docker compose logs`, coloured or not; `[pod/smtp-0/postfix] …`: `kubectl logs --prefix`. */
export function openCompose(line: string): Layer | null {
  const match = COMPOSE.exec(line);
  return match && joinPieces([takePart(line, match[0].length)]);
}

const CRI = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)) std(?:out|err) [FP] /;

/** `2026-11-04T05:14:21.123456789Z stdout F …`: a container runtime's own file (CRI). */
export function openCri(line: string): Layer | null {
  return openStamped(line, CRI);
}

const DOCKER = new RegExp(
  `^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:\\d\\d)) (?=(?:${BSD_STAMP}|${ISO_STAMP}) |<\\d{1,3}>|\\{)`,
);

/** `2026-11-04T05:14:21.123456789Z Nov  4 05:14:21 …`: `docker logs -t`. */
export function openDocker(line: string): Layer | null {
  return openStamped(line, DOCKER);
}

function openStamped(line: string, pattern: RegExp): Layer | null {
  const match = pattern.exec(line);
  if (!match) return null;
  const text = match[1] ?? '';
  return putUnderStamp({ text, source: takePart(line, 0, text.length) }, takePart(line, match[0].length));
}
