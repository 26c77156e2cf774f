/**
 * The JSON object in what a model wrote: alone, in a code fence, or among other words; what it thought aloud is passed over. The
 * first object with one of the lists counts. Null where there is none.
 */
export function objectIn(content: string, lists: readonly string[]): Record<string, unknown> | null {
  const said = withoutThoughts(content);
  const whole = parsed(said.trim());
  if (whole !== null && hasList(whole, lists)) return whole;
  let tries = 0;
  for (let at = said.indexOf("{"); at >= 0 && tries < MAX_TRIES; tries += 1) {
    const end = endOfObject(said, at);
    const object = end === null ? null : parsed(said.slice(at, end));
    if (object !== null && hasList(object, lists)) return object;
    at = said.indexOf("{", object === null || end === null ? at + 1 : end);
  }
  return null;
}

function withoutThoughts(content: string): string {
  const end = content.trimStart().startsWith("<think>") ? content.indexOf("</think>") : -1;
  return end < 0 ? content : content.slice(end + "</think>".length);
}

/** An answer of nothing but brackets is not searched for ever. */
const MAX_TRIES = 50;

const hasList = (object: Record<string, unknown>, lists: readonly string[]) =>
  lists.some((list) => Object.hasOwn(object, list));

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** Behind the bracket that closes the one at `start`; null where none does. */
function endOfObject(text: string, start: number): number | null {
  let depth = 0;
  let inString = false;
  for (let i = start; i < text.length; i += 1) {
    const c = text[i];
    if (inString) {
      if (c === "\\") i += 1;
      else if (c === '"') inString = false;
    } else if (c === '"') inString = true;
    else if (c === "{") depth += 1;
    else if (c === "}" && (depth -= 1) === 0) return i + 1;
  }
  return null;
}
