import { formatNumber, type Language } from '@/lib/messages';
import { FORMAT_NAMES, type LogFormat } from '@/lib/model';

/** `Postfix 1,204, Exim 4`: whose refusals a log held, and how many of each. */
export function formatFound(
  formats: ReadonlyArray<{ format: LogFormat; rejections: number }>,
  language: Language,
): string {
  return formats
    .map(({ format, rejections }) => `${FORMAT_NAMES[format]} ${formatNumber(rejections, language)}`)
    .join(language === 'ja' ? '、' : ', ');
}

/** False where the name of the one server would tell nothing: nearly every log is Postfix' own. */
export function isTelling(formats: ReadonlyArray<{ format: LogFormat }>): boolean {
  return formats.length > 1 || (formats[0] !== undefined && formats[0].format !== 'postfix');
}
