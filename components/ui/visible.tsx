import { visiblePieces } from '@/lib/messages';

/** A stranger's text with signs for the characters nobody would see. `keep`: characters left as they are. */
export function Visible({ text, keep }: { text: string; keep?: string }) {
  return visiblePieces(text, keep).map((piece, index) =>
    piece.hidden ? (
      // The pieces of one text never move: the index is their identity.
      <span key={index} className="hidden-sign">
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  );
}
