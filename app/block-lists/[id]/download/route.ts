import { UserError } from '@/lib/model';
import { renderStoredBlockList } from '@/lib/services/build-block-list';
import { readRuleChoice } from '../../rule-choice';

/** The rules of a block list as a file to keep; its name is ours. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const { format, choice } = readRuleChoice(Object.fromEntries(new URL(request.url).searchParams));
  try {
    const { name, mediaType, text } = renderStoredBlockList(id, format, choice);
    return new Response(text, {
      headers: {
        'Content-Type': mediaType,
        'Content-Disposition': `attachment; filename="${name}"`,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      },
    });
  } catch (error) {
    if (error instanceof UserError && error.code === 'not-found') return new Response('Not found\n', { status: 404 });
    throw error;
  }
}
