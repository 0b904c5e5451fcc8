import type { ListedNetwork } from '@/lib/model';
import type { FieldKey } from './labels';

/** One bracketed label and what stands behind it. */
export interface Field {
  /** What the label means; undefined for a label we do not know. */
  key: FieldKey | undefined;
  label: string;
  value: string;
}

/** What a scan of the text below a title gives; `end` is where the object's last word ends. */
export interface Scan {
  fields: Field[];
  listed: ListedNetwork[];
  end: number;
}
