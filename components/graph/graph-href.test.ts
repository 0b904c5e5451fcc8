import { expect, it } from 'vitest';
import { centreHref, collapseHref, expandHref, type GraphPlace, readIds, undoHref } from './graph-href';

const params = { center: 'network:3', expanded: 'network:3,phone:+8135', view: 'table' };
const place: GraphPlace = { params, centreId: 'network:3', expanded: readIds(params, 'expanded') };

it('says the whole view in the URL', () => {
  expect(expandHref(place, 'contact:9')).toBe(
    '/graph?center=network:3&view=table&expanded=network:3,phone:%2B8135,contact:9',
  );
  expect(expandHref(place, 'network:3')).toBe('/graph?center=network:3&view=table&expanded=network:3,phone:%2B8135');
  expect(collapseHref(place, 'network:3')).toBe('/graph?center=network:3&view=table&expanded=phone:%2B8135');
  expect(undoHref(place)).toBe('/graph?center=network:3&view=table&expanded=network:3');
  expect(undoHref({ ...place, expanded: [] })).toBeNull();
  expect(centreHref(place, 'phone:+8135')).toBe('/graph?view=table&center=phone:%2B8135');
});
