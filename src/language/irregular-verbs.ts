/** Base form and its irregular past and past participle, where the rules learned from treebanks do not reach them. */
const FORMS =
  "shoot shot|overthrow overthrew overthrown|overrun overran|withdraw withdrew withdrawn|flee fled|uphold upheld|dig dug|lay laid|" +
  "freeze froze frozen|steal stole stolen|beat beaten|slay slew slain|forbid forbade forbidden|retake retook retaken|" +
  "overtake overtook overtaken|undertake undertook undertaken|undergo underwent undergone|bind bound|blow blew blown|strike struck stricken|" +
  "break broke broken|seek sought|sink sank sunk|swear swore sworn|drive drove driven|throw threw thrown|tear tore torn|wear wore worn|" +
  "bear bore borne|shake shook shaken|forsake forsook forsaken|mistake mistook mistaken|take took taken|fight fought|sweep swept|creep crept|" +
  "weep wept|kneel knelt|leap leapt|burn burnt|fling flung|sling slung|swing swung|cling clung|sting stung|wring wrung|grind ground|hang hung|" +
  "withhold withheld|withstand withstood|misunderstand misunderstood|rebuild rebuilt|resend resent|redraw redrew redrawn|rewrite rewrote rewritten|" +
  "oversee oversaw overseen|foresee foresaw foreseen|outdo outdid outdone|undo undid undone|arise arose arisen|awake awoke awoken|" +
  "shrink shrank shrunk|spring sprang sprung|stink stank stunk|swim swam swum|ring rang rung|begin began begun|choose chose chosen|" +
  "weave wove woven|strive strove striven|thrive throve thriven|hide hid hidden|ride rode ridden|rise rose risen|smite smote smitten|" +
  "bite bit bitten|fall fell fallen|befall befell befallen|give gave given|forgive forgave forgiven|eat ate eaten|feed fed|bleed bled|" +
  "breed bred|lead led|mislead misled|speed sped|spread spread|shed shed|split split|stride strode stridden|tread trod trodden|wake woke woken|" +
  "free freed|fine fined|axe axed|snipe sniped|hope hoped";

const BASE = new Map<string, string>();
for (const group of FORMS.split("|")) {
  const [base, ...forms] = group.split(" ");
  for (const form of forms) BASE.set(form, base!);
}

/** The base of an irregular past or participle, or undefined: "overthrown" → "overthrow". */
export function irregularBase(word: string): string | undefined {
  return BASE.get(word);
}
