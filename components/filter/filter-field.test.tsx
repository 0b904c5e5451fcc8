import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LanguageProvider } from '@/components/ui/language';
import { FilterChips } from './filter-chips';
import { FilterInput } from './filter-input';

const input = (value: string): string =>
  renderToStaticMarkup(
    <LanguageProvider language="en">
      <FilterInput action="/events" value={value} kept={[['order', 'oldest']]} />
    </LanguageProvider>,
  );
const hrefs = (html: string): string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'));

describe('the filter field', () => {
  it('is a form that keeps the rest of the URL, without scripts too', () => {
    const html = input('code:4xx');
    expect(html).toMatch(/<form [^>]*action="\/events"/);
    expect(html).toContain('<input type="hidden" name="order" value="oldest"/>');
    expect(html).toMatch(/<input role="combobox"[^>]* aria-expanded="false"[^>]* name="q" value="code:4xx"/);
    expect(html).not.toContain('role="alert"');
  });

  it('tells the errors of the filter it was made with, and marks their place', () => {
    const html = input('stage:RCPT code:4x');
    expect(html).toMatch(/aria-invalid="true" aria-describedby="([^"]+)"/);
    expect(html).toMatch(/role="alert".*stage:RCPT code:<b [^>]*>4x<\/b>/s);
    expect(html).toContain('is no reply code');
  });
});

describe('the chips', () => {
  it('link to the page without each, and without its place in the list', () => {
    const html = renderToStaticMarkup(
      <LanguageProvider language="en">
        <FilterChips
          value='from:a -org:"Crimson Relay"'
          path="/events"
          params={{ q: 'from:a -org:"Crimson Relay"', order: 'oldest', after: '7' }}
          dropped={['after']}
        />
      </LanguageProvider>,
    );
    expect(hrefs(html)).toEqual([
      '/events?order=oldest&q=-org:%22Crimson+Relay%22',
      '/events?order=oldest&q=sender:a',
      '/events?order=oldest',
    ]);
    expect(html.match(/<b>not<\/b>/g)).toHaveLength(1);
    expect(html).toContain('aria-label="Remove the filter sender:a"');
  });

  it('are not there where nothing is set', () => {
    expect(renderToStaticMarkup(<FilterChips value="" path="/events" params={{}} />)).toBe('');
  });
});
