import { visiblePieces } from '@/lib/messages';

const NAMES =
  'NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(
    ' ',
  );

/** The name of a control character's picture (␛ → ESC); undefined for other signs. */
function nameOf(sign: string): string | undefined {
  return NAMES[sign.charCodeAt(0) - 0x2400];
}

/** A stranger's text with signs for the characters nobody would see. `keep`: characters left as they are. */
export function Visible({ text, keep }: { text: string; keep?: string }) {
  return visiblePieces(text, keep).map((piece, index) =>
    piece.hidden ? (
      <span key={index} className="hidden-sign" data-name={nameOf(piece.text)}>
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  );
}
