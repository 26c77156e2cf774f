import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { NAME_KINDS, type Name, type NameKind } from "../../src/language/sentence.js";

/** A sentence with its names. */
export interface NamedSentence {
  /** `# newdoc id` of its document; "" where the file states none. */
  readonly document: string;
  readonly forms: readonly string[];
  readonly names: readonly Name[];
}

/** Reads a .bio or .bio.gz file: token, tab, tag. Names of kinds that are not ours count as no names. */
export function readNames(path: string): NamedSentence[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const out: NamedSentence[] = [];
  let document = "";
  let forms: string[] = [];
  let tags: string[] = [];
  const close = () => {
    if (forms.length > 0) out.push({ document, forms, names: namesOfTags(tags) });
    forms = [];
    tags = [];
  };
  for (const line of text.split("\n")) {
    const id = /^# newdoc id = (.*)/.exec(line);
    if (id) document = id[1]!;
    if (line.startsWith("# ") && !line.includes("\t")) continue;
    const [form, tag] = line.split("\t");
    if (!form || !tag) close();
    else {
      forms.push(form);
      tags.push(tag);
    }
  }
  close();
  return out;
}

function namesOfTags(tags: readonly string[]): Name[] {
  const names: Name[] = [];
  for (let i = 0; i < tags.length; i++) {
    const kind = tags[i]!.slice(2);
    if (!(NAME_KINDS as readonly string[]).includes(kind)) continue;
    const from = i;
    while (i + 1 < tags.length && tags[i + 1] === `I-${kind}`) i++;
    names.push({ kind: kind as NameKind, from, to: i + 1 });
  }
  return names;
}

/** Counts of names: `both` have the same words and the same kind. */
export interface NameCounts {
  gold: number;
  ours: number;
  both: number;
}

/** Adds a sentence's names to the counts of their kinds. */
export function countNames(
  counts: Record<NameKind, NameCounts>,
  gold: readonly Name[],
  ours: readonly Name[],
): void {
  for (const g of gold) {
    counts[g.kind].gold++;
    if (ours.some((o) => o.kind === g.kind && o.from === g.from && o.to === g.to)) counts[g.kind].both++;
  }
  for (const o of ours) counts[o.kind].ours++;
}

export function noCounts(): Record<NameKind, NameCounts> {
  const zero = () => ({ gold: 0, ours: 0, both: 0 });
  return { PER: zero(), ORG: zero(), LOC: zero() };
}

/** Precision, recall and F1 in per cent; 0 where there is nothing to share. */
export function shares({ gold, ours, both }: NameCounts): { p: number; r: number; f1: number } {
  const share = (of: number) => (of === 0 ? 0 : (100 * both) / of);
  return { p: share(ours), r: share(gold), f1: gold + ours === 0 ? 0 : (200 * both) / (gold + ours) };
}

export function allKinds(counts: Record<NameKind, NameCounts>): NameCounts {
  const sum = { gold: 0, ours: 0, both: 0 };
  for (const kind of NAME_KINDS) {
    sum.gold += counts[kind].gold;
    sum.ours += counts[kind].ours;
    sum.both += counts[kind].both;
  }
  return sum;
}
