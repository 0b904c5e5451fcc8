import { type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import { FilterChips } from '@/components/filter/filter-chips';
import { FilterInput } from '@/components/filter/filter-input';
import { readFilterNames } from '@/lib/db/read/filter-names';
import { parseFilter } from '@/lib/filter';

interface Props {
  /** The page's own path and the parameters it was asked with. */
  path: string;
  params: PageParams;
  /** Parameters besides the filter that stay when it is changed. */
  kept?: readonly string[];
}

/** The filter of a page as a field, and its terms with the names of what their ids stand for. */
export function FilterBar({ path, params, kept = ['sort'] }: Props) {
  const text = paramOf(params, 'q')?.trim() ?? '';
  const stays = kept.flatMap((name): Array<[string, string]> => {
    const value = paramOf(params, name);
    return value ? [[name, value]] : [];
  });
  return (
    <div className="mt-4 grid gap-2">
      <FilterInput action={path} value={text} kept={stays} suggestHref="/api/suggest" />
      <FilterChips
        value={text}
        path={path}
        params={params}
        dropped={['page', 'offset']}
        names={readFilterNames(parseFilter(text).filter)}
      />
    </div>
  );
}
