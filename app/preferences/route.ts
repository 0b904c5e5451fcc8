import { isOwnRequest, readPreferences, safeBack } from './preference';

const YEAR_S = 31_536_000;

/** Sets language, theme or keys from a plain form and goes back to the page it came from. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnRequest(request.headers)) return new Response(null, { status: 403 });
  const form = await request.formData();
  const response = new Response(null, { status: 303, headers: { Location: safeBack(form.get('back')) } });
  for (const { name, value } of readPreferences(form)) {
    response.headers.append('Set-Cookie', `${name}=${value}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax; HttpOnly`);
  }
  return response;
}
