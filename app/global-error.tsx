'use client';

/** Where the frame itself fails: neither catalogue nor styles can be relied on, so both languages stand here. */
export default function FrameError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en" style={{ colorScheme: 'light dark', font: '16px/1.6 system-ui, sans-serif' }}>
      <body>
        <main style={{ maxWidth: '68ch', padding: 32 }}>
          <h1>Ringleader could not make this page</h1>
          <p>
            Something in it failed. Your log and the answers kept so far are not touched. The output of the server says
            more.
          </p>
          <p lang="ja">
            ページを表示できませんでした。ログと、これまでに得た回答はそのまま残っています。詳しくはサーバーの出力をご覧ください。
          </p>
          {error.digest ? <p>{error.digest}</p> : null}
          <button type="button" onClick={reset}>
            Try again · もう一度
          </button>
        </main>
      </body>
    </html>
  );
}
