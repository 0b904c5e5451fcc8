'use client';

import './globals.css';

/** Where the frame itself fails: no catalogue can be relied on, so both languages stand here. */
export default function FrameError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="max-w-[68ch] p-8">
          <h1>Ringleader could not make this page</h1>
          <p className="mt-3">
            Something in it failed. Your log and the answers kept so far are not touched. The output of the server says
            more.
          </p>
          <p className="mt-3" lang="ja">
            ページを表示できませんでした。ログと、これまでに得た回答はそのまま残っています。詳しくはサーバーの出力をご覧ください。
          </p>
          {error.digest ? <p className="mono mt-3 text-ink-3">{error.digest}</p> : null}
          <button
            type="button"
            onClick={reset}
            className="mt-4 rounded-m border border-line-2 bg-sheet px-3 py-1 text-s"
          >
            Try again · もう一度
          </button>
        </main>
      </body>
    </html>
  );
}
