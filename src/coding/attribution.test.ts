import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { loadAttributionLexicon, readAttributionSources } from "../data/load-attribution.js";
import { loadLanguageModel } from "../data/load-language.js";
import type { LanguageModel } from "../language/model.js";
import { findQuotations } from "../language/quotes.js";
import type { Sentence } from "../language/sentence.js";
import { findAttributions } from "./attribution.js";
import { chainAt, innermostAt, principal } from "./attribution-chain.js";
import { type AttributionLexicon, compileAttributionLexicon } from "./attribution-lexicon.js";
import type { Attribution } from "./claim.js";
import type { ParsedReport, PartyMention } from "./parsed-report.js";
import { plainReport } from "./plain-report.js";

let model: LanguageModel;
let lexicon: AttributionLexicon;
beforeAll(async () => {
  model = await loadLanguageModel();
  lexicon = loadAttributionLexicon();
});

/** Names of a few sides, so that these tests need no lexicon of parties. */
const SIDES: Readonly<Record<string, string>> = {
  Khartoum: "SDN",
  Sudanese: "SDN",
  RSF: "RSF",
  Kigali: "RWA",
  Rwanda: "RWA",
  Kinshasa: "COD",
  Congolese: "COD",
  M23: "M23",
  Kyiv: "UKR",
  Ukrainian: "UKR",
  Moscow: "RUS",
  Russian: "RUS",
  Baku: "AZE",
  Armenian: "ARM",
  UN: "UN",
  Israeli: "ISR",
  Hamas: "HAMAS",
  Ankara: "TUR",
};

function mentionsOf(s: Sentence): PartyMention[] {
  return s.form.flatMap((form, k) => {
    const code = SIDES[form];
    if (code === undefined) return [];
    let to = k + 1;
    while (
      to < s.form.length &&
      (s.upos[to] === "NOUN" || s.upos[to] === "PROPN") &&
      SIDES[s.form[to]!] === undefined
    )
      to++;
    const span = { start: s.start[k]!, end: s.end[to - 1]! };
    const words = s.text.slice(span.start, span.end);
    return [
      {
        from: k,
        to,
        head: to - 1,
        kind: "name" as const,
        parties: [{ code, country: null, sector: null, words, span }],
        person: null,
        agent: true,
      },
    ];
  });
}

function parse(text: string, headline = false): ParsedReport {
  const bare = plainReport(text, model, { lines: true });
  const kind = headline ? "headline" : "body";
  const report = { ...bare.report, passages: bare.report.passages.map((p) => ({ ...p, kind }) as const) };
  return { ...bare, report, mentions: bare.sentences.map(mentionsOf) };
}

function read(text: string, headline = false): Attribution[] {
  return findAttributions(
    parse(text, headline),
    lexicon,
    findQuotations(text, { start: 0, end: text.length }),
  );
}

/** source <cue> stance: content, pieces parted by " || ". */
const shown = (text: string, a: Attribution) =>
  `${a.source ?? "-"} <${a.cue}>${a.stance === "asserts" ? "" : ` ${a.stance}`}${a.certainty === "stated" ? "" : ` ${a.certainty}`}: ${a.pieces.map((p) => text.slice(p.start, p.end)).join(" || ")}`;

const lines = (text: string, headline = false) => principal(read(text, headline)).map((a) => shown(text, a));

describe("direct speech", () => {
  test.each([
    [
      '"We will answer every attack," said the spokesman for the ministry.',
      ["the spokesman for the ministry <said>: We will answer every attack"],
    ],
    [
      "“They shelled the market all night,” she told reporters on Friday.",
      ["she <told>: They shelled the market all night"],
    ],
    [
      '"The road is closed," he said, "and nobody knows when it will open."',
      ["he <said>: The road is closed || and nobody knows when it will open"],
    ],
    [
      '"We buried them at night," the villager said. "There was no light."',
      ["the villager <said>: We buried them at night", "the villager <said>: There was no light"],
    ],
    [
      'The commander said: "We hold both banks of the river."',
      ["The commander <said>: We hold both banks of the river"],
    ],
    [
      '"Our plan is ready," Omar Haleem, an adviser to the president, said on Tuesday.',
      ["Omar Haleem, an adviser to the president <said>: Our plan is ready"],
    ],
    [
      'Said one resident: "We heard the drones until dawn."',
      ["one resident <Said>: We heard the drones until dawn"],
    ],
    [
      '"This is a war crime," said Sara Haddad, a lawyer in the town, adding that the market had been hit twice.',
      [
        "Sara Haddad, a lawyer in the town <said>: This is a war crime",
        "Sara Haddad, a lawyer in the town <adding>: the market had been hit twice",
      ],
    ],
  ])("%s", (text, expected) => {
    expect(lines(text)).toEqual(expected);
    expect(read(text)[0]!.direct).toBe(true);
  });
});

describe("indirect speech", () => {
  test.each([
    [
      "The Congolese army said 31 rebels had been killed near Sake.",
      ["The Congolese army <said>: 31 rebels had been killed near Sake"],
    ],
    [
      "Rebel leaders said at a press conference in Goma that they would not withdraw.",
      ["Rebel leaders <said>: they would not withdraw"],
    ],
    [
      "Egypt's foreign ministry said in a statement it was ready to host talks.",
      ["Egypt's foreign ministry <said>: it was ready to host talks"],
    ],
    [
      "In a statement read out on state radio, the defence ministry said six soldiers had been killed.",
      ["the defence ministry <said>: six soldiers had been killed"],
    ],
    [
      'The column had left at noon, one trader recalled, "with white flags on every lorry".',
      ["one trader <recalled>: The column had left at noon || with white flags on every lorry"],
    ],
    [
      "The bridge is gone, the head of the town's council, Ivan Petrenko, tells our reporter.",
      ["the head of the town's council, Ivan Petrenko <tells>: The bridge is gone"],
    ],
    [
      "Not so, says Chad's ambassador to the UN, Idriss Moussa: the convoy turned back twice.",
      ["Chad's ambassador to the UN <says>: the convoy turned back twice"],
    ],
    [
      "The mayor said five men, including a priest, had been held and two were hurt.",
      ["The mayor <said>: five men, including a priest, had been held and two were hurt"],
    ],
    [
      "Local media reported, citing hospital staff, that 18 people had died.",
      ["Local media <reported>: 18 people had died", "hospital staff <citing>: 18 people had died"],
    ],
    [
      "The firm said two plants had been hit, in what it said was the fifth attack since May.",
      ["The firm <said>: two plants had been hit", "it <said>: was the fifth attack since May"],
    ],
    [
      "The latest test, Seoul said, was the biggest yet.",
      ["Seoul <said>: The latest test || was the biggest yet"],
    ],
    [
      "Three people were killed in the attack, the regional governor said.",
      ["the regional governor <said>: Three people were killed in the attack"],
    ],
    [
      "Nine miners were abducted overnight, according to local officials.",
      ["local officials <according to>: Nine miners were abducted overnight"],
    ],
    [
      "According to the General Staff, 80 drones were shot down.",
      ["the General Staff <According to>: 80 drones were shot down"],
    ],
    [
      "The minister said that the delegation was powerless and that real control lay with the generals.",
      [
        "The minister <said>: the delegation was powerless",
        "The minister <said>: real control lay with the generals",
      ],
    ],
    [
      "The army said 31 rebels had been killed while M23 said it had lost four men.",
      ["The army <said>: 31 rebels had been killed", "M23 <said>: it had lost four men"],
    ],
    [
      "The UN urged both sides to let aid in, and warned that famine was spreading.",
      ["The UN <urged>: both sides to let aid in", "The UN <warned>: famine was spreading"],
    ],
    ["The airstrikes, which Moscow said hit a depot, set houses on fire.", ["Moscow <said>: hit a depot"]],
    [
      "A senior official in Peshawar said gunmen had blocked the highway.",
      ["A senior official in Peshawar <said>: gunmen had blocked the highway"],
    ],
  ])("%s", (text, expected) => {
    expect(lines(text)).toEqual(expected);
    expect(read(text)[0]!.direct).toBe(false);
  });
});

describe("speech acts", () => {
  test.each([
    ['Kyiv condemned the "cowardly" attack.', "condemned", 'the "cowardly" attack'],
    ['Khartoum rejected "baseless" claims.', "rejected", 'baseless" claims'],
    ['Moscow denounced the "war crimes" court.', "denounced", 'the "war crimes" court'],
    ['Ankara vowed a "decisive" response.', "vowed", 'a "decisive" response'],
  ])("words in marks inside of what it is about: %s", (text, cue, content) => {
    const acts = read(text).filter((a) => a.kind !== "scare-quote");
    expect(acts.map((a) => [a.cue, text.slice(a.start, a.end)])).toEqual([[cue, content]]);
  });
  test.each([
    ["Each army accused the other of firing first.", ["Each army <accused>: the other of firing first"]],
    [
      "Khartoum has for years accused Juba of arming the rebels.",
      ["Khartoum <accused>: Juba of arming the rebels"],
    ],
    [
      "Kigali denied that its soldiers had crossed the lake, and blamed the raid on Kinshasa.",
      ["Kigali <denied> denies: its soldiers had crossed the lake", "Kigali <blamed>: the raid on Kinshasa"],
    ],
    [
      "Ankara said it was deeply concerned and urged them to return to the talks.",
      ["Ankara <said>: it was deeply concerned", "Ankara <urged>: them to return to the talks"],
    ],
    [
      "Ankara, which had mediated for months, announced the talks on Friday.",
      ["Ankara <announced>: the talks on Friday"],
    ],
    [
      "Baku blamed a local militia, which it accused of shelling the bridge.",
      ["Baku <blamed>: a local militia", "it <accused of>: shelling the bridge"],
    ],
    [
      "Kyiv described the raid as a flagrant breach and accused neighbouring Moscow of planning it.",
      [
        "Kyiv <described> distanced: the raid as a flagrant breach",
        "Kyiv <accused>: neighbouring Moscow of planning it",
      ],
    ],
    [
      "Khartoum put the toll at 43, nine of them children, and condemned the raid.",
      ["Khartoum <put>: the toll at 43, nine of them children", "Khartoum <condemned>: the raid"],
    ],
    [
      "Ankara appealed for an end to the war, which has displaced 40,000 people.",
      ["Ankara <appealed for>: an end to the war"],
    ],
    ["Israeli gunmen attacked a church on Sunday.", []],
    ["Ankara revised the number of dead to 19.", ["Ankara <revised>: the number of dead to 19"]],
    ["A Ukrainian officer, who asked not to be named, left the room.", []],
    ["A Ukrainian officer asked to remain anonymous.", []],
    [
      "Kinshasa accused Kigali of sending troops across the border.",
      ["Kinshasa <accused>: Kigali of sending troops across the border"],
    ],
    [
      "The council expressed deep concern over the fighting in the capital.",
      ["The council <expressed deep concern>: the fighting in the capital"],
    ],
    [
      "The bloc called on both armies to pull back from the ridge.",
      ["The bloc <called on>: both armies to pull back from the ridge"],
    ],
    ["Ankara has repeatedly welcomed efforts to end the war.", ["Ankara <welcomed>: efforts to end the war"]],
    [
      "Local officials blamed the massacre on a rival militia.",
      ["Local officials <blamed>: the massacre on a rival militia"],
    ],
    [
      "The president vowed to hunt down those behind the ambush.",
      ["The president <vowed>: to hunt down those behind the ambush"],
    ],
  ])("%s", (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });
});

describe("denials, doubts and answers", () => {
  test.each([
    [
      "Kinshasa says its neighbour arms the rebels, a charge Kigali denies.",
      "Kigali",
      "denies",
      "its neighbour arms the rebels",
    ],
    [
      "Armenian officials said their positions had come under fire, a claim Baku swiftly dismissed as disinformation.",
      "Baku",
      "denies",
      "their positions had come under fire",
    ],
    [
      "The army said it had retaken the refinery, a claim denied by the RSF.",
      "the RSF",
      "denies",
      "it had retaken the refinery",
    ],
    [
      "Kyiv accuses militants of crossing the river, an allegation Moscow rejects, even as talks go on.",
      "Moscow",
      "denies",
      "militants of crossing the river",
    ],
    [
      "Kigali rejected allegations that its troops had fired first.",
      "Kigali",
      "denies",
      "its troops had fired first",
    ],
    [
      "Khartoum has long accused Ankara of arming the rebels. Ankara denies the accusation.",
      "Ankara",
      "denies",
      "Ankara of arming the rebels",
    ],
  ])("%s", (text, source, stance, answered) => {
    const found = read(text).find((a) => a.stance === stance)!;
    expect(found.source).toBe(source);
    expect(text.slice(found.answers!.start, found.answers!.end)).toBe(answered);
  });

  test.each([
    "The death toll could not be independently verified.",
    "Reuters was unable to verify the claim independently.",
    "It was not clear whether the missile had been intercepted.",
  ])("doubts: %s", (text) => {
    expect(read(text).map((a) => a.stance)).toContain("doubts");
  });

  test.each([
    "Ukraine has not commented on the claim.",
    "Aid workers were denied entry at the crossing.",
    "The floods claimed dozens of lives.",
  ])("says nothing: %s", (text) => {
    expect(lines(text)).toEqual([]);
  });
});

test.each([
  "The envoy will return once a joint team has verified that the camps are shut.",
  "The council voted on a resolution that would have demanded a truce in Gaza.",
  "The army would neither confirm nor deny the strike.",
])("nothing is said yet: %s", (text) => {
  expect(lines(text)).toEqual([]);
});

describe("hearsay and distance", () => {
  test.each([
    ["The strike reportedly killed a senior commander.", null, "hedged"],
    ["The warlord is believed to have fled to the coast.", null, "hedged"],
    ["The drones hit what Moscow described as a training camp.", "Moscow", "distanced"],
    ["Rebels claimed they had captured the district headquarters.", "Rebels", "distanced"],
  ])("%s", (text, source, certainty) => {
    const [found] = read(text);
    expect([found!.source, found!.certainty]).toEqual([source, certainty]);
  });
});

describe("speakers", () => {
  test("both of two named sides speak", () => {
    const [a] = read("Ukrainian officials and the UN reported civilian deaths.");
    expect(a!.parties.map((p) => p.code)).toEqual(["UKR", "UN"]);
  });
  test("a quoted paragraph without a cue is the running speaker's", () => {
    const text =
      '"We hold the bridge," a Ukrainian officer said.\n\n"Nobody here is thinking of leaving it to them tonight."';
    const found = read(text);
    expect(found.at(-1)!.rule).toBe("quotation:running-speaker");
    expect(found.at(-1)!.parties.map((p) => p.code)).toEqual(["UKR"]);
  });
  test("a paragraph announced by a colon is its speaker's", () => {
    const text =
      'The Israeli army spokesman added:\n\n"Our forces are still searching the tunnels under the town."';
    expect(
      read(text)
        .at(-1)!
        .parties.map((p) => p.code),
    ).toEqual(["ISR"]);
  });
  test.each([
    [
      'Kigali\'s army commander provided the following statement on the advance:\n\n"Our men have begun to surround the town by the lake."',
      "RWA",
      "Our men have begun to surround the town by the lake",
    ],
    [
      'Moscow issued the following statement: "Our men have begun to surround the town by the lake."',
      "RUS",
      "Our men have begun to surround the town by the lake",
    ],
    [
      "Moscow announced today the death of a soldier who was serving in Mali.",
      "RUS",
      "the death of a soldier who was serving in Mali",
    ],
    [
      "On May 7, after its troops came under heavy fire from a school, Kinshasa requested immediate support from its allies.",
      "COD",
      "immediate support from its allies",
    ],
  ])("whose words they are and what they are: %j", (text, party, content) => {
    const last = read(text).at(-1)!;
    expect(last.parties.map((p) => p.code)).toEqual([party]);
    expect(last.pieces.map((p) => text.slice(p.start, p.end))).toEqual([content]);
  });

  test("who is denied something is no denial", () => {
    expect(read("Kigali denied the rebels a base for their attacks.")).toEqual([]);
    const text = 'Speaking today Mr Lee said: "We will go on to the river."';
    expect(read(text).map((a) => a.source)).toEqual(["Mr Lee"]);
  });

  test("paragraphs without marks after a line that announces them are the speaker's, as long as he speaks for himself", () => {
    const text =
      "Commenting on reports from Malakal, the Sudanese army spokesman said:\n\nFour of our trucks were hit on the road.\n\n" +
      "We will answer in kind.\n\nMalakal lies on the White Nile.";
    const said = read(text).filter((a) => a.cue === "said");
    expect(said.map((a) => a.parties.map((p) => p.code))).toEqual([["SDN"]]);
    expect(said[0]!.pieces.map((p) => text.slice(p.start, p.end))).toEqual([
      "Four of our trucks were hit on the road",
      "We will answer in kind",
    ]);
  });
  test("a statement speaks for its maker", () => {
    const found = read("Kigali said it had no troops there. The statement added that the border was calm.");
    expect(found[1]!.parties.map((p) => p.code)).toEqual(["RWA"]);
  });
  test("a body is named once and then called by its noun", () => {
    const found = read("The Armenian Rescue Service lost two men. A third was hurt, the service said.");
    expect(found[0]!.parties.map((p) => p.code)).toEqual(["ARM"]);
  });
  test.each([
    ["Two boats sank, the Israeli navy and the UN agency said.", ["ISR", "UN"]],
    ["Two boats sank, the Israeli navy said in a communique read on television.", ["ISR"]],
    ["Local radio quoted the UN envoy as saying that the road was open.", ["UN"]],
    ["A Ukrainian nurse who spoke to us put the number of wounded at 20.", ["UKR"]],
  ])("%s", (text, codes) => {
    expect(read(text)[0]!.parties.map((p) => p.code)).toEqual(codes);
  });
  test("what nobody named could verify is nobody's claim", () => {
    expect(principal(read("The figures could not be independently verified."))).toEqual([]);
  });
  test("a qualifier belongs to who is qualified", () => {
    const [a] = read("An Israeli officer familiar with the talks said the deal was close.");
    expect(a?.source).toBe("An Israeli officer familiar with the talks");
    expect(a?.party?.code).toBe("ISR");
  });
  test("a participle before its noun is no cue", () =>
    expect(read("Soldiers of both armies clashed in disputed Abyei on Monday.")).toEqual([]));
  test.each([
    ["By the Sudanese army's own account, 14 soldiers died.", "14 soldiers died", "SDN"],
    ["At least 40 people drowned, by Kyiv's count.", "At least 40 people drowned", "UKR"],
  ])("%s", (text, content, party) => {
    const [a] = read(text);
    expect(text.slice(a!.start, a!.end)).toBe(content);
    expect(a?.party?.code).toBe(party);
  });
  test("what a relative pronoun stands for is what is blamed", () => {
    const text = "The talks follow the killing of six traders near Goma, which Kinshasa blamed on M23.";
    const [a] = read(text);
    expect(text.slice(a!.start, a!.end)).toBe("the killing of six traders near Goma");
    expect(a?.party?.code).toBe("COD");
  });
  test("the main clause goes on behind who says it", () => {
    const text = "When she came back, she says, there were seven graves.";
    const [a] = read(text);
    expect(text.slice(a!.start, a!.end)).toBe("When she came back, she says, there were seven graves");
  });
  test.each([
    "An Israeli official, who declined to be named, left the room.",
    "A Russian spokesman declined to comment on it.",
    "I was unable to confirm it.",
    "The widow counted her children and ran.",
  ])("%s: nobody says a thing", (text) => expect(read(text)).toEqual([]));
  test.each([
    [
      '"We came close," the UN envoy told reporters at the hotel where both sides had stayed.',
      "We came close",
      "UN",
    ],
    ["Denying any role in the raid, Kigali said nothing more.", "any role in the raid", "RWA"],
    ["The UN envoy last month demanded their release.", "their release", "UN"],
    ["There was no word from Kigali, which has always denied that it sent troops.", "it sent troops", "RWA"],
    ["They named ten officers whom Kigali accuses of looting.", "looting", "RWA"],
    ["Kyiv said, if attacked, its army would answer.", "if attacked, its army would answer", "UKR"],
  ])("%s", (text, content, party) => {
    const [a] = principal(read(text));
    expect(text.slice(a!.pieces.at(-1)!.start, a!.end)).toContain(content);
    expect(a?.party?.code).toBe(party);
  });
  test("three verbs in a row have one speaker", () => {
    const found = read(
      "Hamas denied firing the rockets, accused the Israeli army of it and said it kept the truce.",
    );
    expect(found.map((a) => [a.cue, a.party?.code])).toEqual([
      ["denied", "HAMAS"],
      ["accused", "HAMAS"],
      ["said", "HAMAS"],
    ]);
  });
  test("who spoke before under a noun is meant by it again, and nobody else", () => {
    const found = read(
      "A Western diplomat said the swap had stalled. Kinshasa freed some men. More would follow, the diplomat added.",
    );
    expect(found.at(-1)!.cue).toBe("added");
    expect(found.at(-1)!.party?.code ?? null).toBeNull();
  });
  test("a pronoun is the one who spoke", () => {
    const found = read("Hamas said it had answered the mediators. It added that it wanted guarantees.");
    expect(found[1]!.parties.map((p) => p.code)).toEqual(["HAMAS"]);
  });
});

describe("headlines", () => {
  test.each([
    ["Kyiv: No soldiers killed in overnight raid", "Kyiv"],
    ["At least 20 killed in market blast: police", "police"],
    ["Fifty dead after shelling of camp, says army", "army"],
  ])("%s", (text, source) => {
    expect(principal(read(text, true)).map((a) => a.source)).toContain(source);
  });
});

describe("nesting", () => {
  const text = "Moscow told Ankara that talks were possible, the UN said.";
  test("the outer one is found around the inner", () => {
    const found = read(text);
    const inner = found.find((a) => a.cue === "told")!;
    const outer = found.find((a) => a.cue === "said")!;
    expect(inner.within).toEqual([outer.id]);
  });
  test("a chain goes from the outside in", () => {
    const start = text.indexOf("talks");
    const span = { start, end: start + 5 };
    const found = read(text);
    expect(chainAt(found, span).map((a) => a.cue)).toEqual(["said", "told"]);
    expect(innermostAt(found, span)!.cue).toBe("told");
    expect(innermostAt(found, { start: text.length - 1, end: text.length })).toBeNull();
  });
});

describe("lexicons/attribution/cues.yaml", () => {
  const { cues } = readAttributionSources();
  test.each(cues.map((c) => [c.id, c.yes] as const))("%s is a cue in: %s", (id, sentence) => {
    expect(read(sentence).map((a) => a.rule)).toContain(`cue:${id}`);
  });
  test.each(cues.map((c) => [c.id, c.no] as const))("%s is none in: %s", (id, sentence) => {
    expect(read(sentence).map((a) => a.rule)).not.toContain(`cue:${id}`);
  });
  test("an entry that cannot be used is named", () => {
    const sources = readAttributionSources();
    const broken = { ...sources.cues[0]!, id: "say/broken", stance: "claim" as never };
    expect(() => compileAttributionLexicon({ ...sources, cues: [broken] })).toThrow(
      /say\/broken: unknown stance "claim"/,
    );
  });
});

test("spans lie inside the text, in order, and every nested one names its host", () => {
  const words = fc.constantFrom(
    "Kyiv",
    "said",
    "that",
    "the",
    "army",
    '"',
    ",",
    ".",
    "denied",
    "claims",
    "according",
    "to",
    "which",
    "He",
    "added",
    ":",
    "killed",
    "and",
    "warned",
    "(",
    ")",
    "reportedly",
    "“",
    "”",
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 40 }), (list) => {
      const text = list.join(" ");
      const found = read(text);
      for (const a of found) {
        expect(a.start).toBeGreaterThanOrEqual(0);
        expect(a.end).toBeLessThanOrEqual(text.length);
        expect(a.cue).toBe(text.slice(a.cueSpan.start, a.cueSpan.end));
        if (a.sourceSpan) expect(a.source).toBe(text.slice(a.sourceSpan.start, a.sourceSpan.end));
        for (const p of a.pieces) expect(p.start >= a.start && p.start < p.end && p.end <= a.end).toBe(true);
        for (const id of a.within) expect(found.some((o) => o.id === id)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
