/**
 * Words whose full stop belongs to them. They stand here and not in lexicons/ because tokens are part of what the
 * models were trained on: a change of this list is a change of the models' input.
 *
 * - `title`: before a name; never ends a sentence ("Gen. Munir")
 * - `inner`: goes on with lower case or a figure; rarely ends a sentence ("approx. 40")
 * - `last`: may end a sentence; it does when a new one plainly begins ("etc.", "Inc.")
 * - `number`: an abbreviation only before a figure ("No. 5", "p. 12"); else a word and a full stop
 * - `date`: a month or weekday that is also a word or a name ("Mar. 3", "Sat., 4 May")
 */
export type AbbreviationKind = "title" | "inner" | "last" | "number" | "date";

const LISTS: Record<AbbreviationKind, string> = {
  title:
    "adm asst attn atty brig capt cdr cmdr col comdr comr cpl cpt dr det dist engr fr gen gov hon insp jus lieut lt maj mlle mme mr mrs ms mx msgr messrs mt mts ofc pfc pres prof pvt rep reps rev rt sgt sen sens sec-gen spc spec supt ste vice-adm lt-gen maj-gen brig-gen lt-col flt sqn wg gp cmdt ssgt msgt tsgt amb sgts gens cols st ft pt",
  inner:
    "al approx arr avg ca cf cit circa dept depts dep div ed eds eg esp est ext ibid ie incl int jan feb apr aug sept oct nov dec max min misc natl intl org resp sq trans univ viz vol vols vs v assn assoc bldg dev hwy hq mfg orig prev rec ret subj",
  last: "a.m p.m am pm bros co corp etc inc jr ltd llc plc pvt sr esq ave blvd rd ph.d b.a m.a m.d m.sc b.sc ll.b ph.ds yr yrs hrs hr mins govt lbs lb oz tel cont",
  number: "c no nos p pp pg fig figs art arts sec secs ch para paras app eq ref nr para sub bk",
  date: "mar jun jul sep sun sat mon tue tues wed thu thur thurs fri",
};

const KINDS: ReadonlyMap<string, AbbreviationKind> = new Map(
  (Object.keys(LISTS) as AbbreviationKind[]).flatMap((kind) =>
    LISTS[kind].split(" ").map((w) => [w, kind] as const),
  ),
);

/** The kind of a word written with a full stop; the word is given without it, in any case. Null: not an abbreviation. */
export function abbreviationKind(word: string): AbbreviationKind | null {
  return KINDS.get(word.toLowerCase()) ?? null;
}
