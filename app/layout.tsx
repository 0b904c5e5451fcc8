import './globals.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { LiveRefresh } from '@/components/shell/live-refresh';
import { SampleBanner } from '@/components/shell/sample-banner';
import { Shell } from '@/components/shell/shell';
import { LanguageProvider } from '@/components/ui/language';
import { readCounts } from '@/lib/db/read/counts';
import { readLogOffset } from '@/lib/db/read/log-offset';
import { readDataVersion } from '@/lib/db/read/version';
import { removeSample } from './remove-sample';
import { getUi } from './ui';

export const metadata: Metadata = {
  title: { default: 'Ringleader', template: '%s · Ringleader' },
  description: 'Finds who is behind the spam your mail server refused, from its own log.',
  icons: { icon: '/icon.svg' },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f4ec' },
    { media: '(prefers-color-scheme: dark)', color: '#121417' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const ui = await getUi();
  const { sample, ...counts } = readCounts();
  return (
    <html lang={ui.language} data-theme={ui.theme === 'auto' ? undefined : ui.theme}>
      <body>
        <LanguageProvider language={ui.language}>
          <Shell
            counts={counts}
            theme={ui.theme}
            singleKeys={ui.singleKeys}
            utcOffsetMinutes={readLogOffset()}
            banner={sample ? <SampleBanner remove={removeSample} /> : null}
          >
            {children}
          </Shell>
          <LiveRefresh {...readDataVersion()} />
        </LanguageProvider>
      </body>
    </html>
  );
}
