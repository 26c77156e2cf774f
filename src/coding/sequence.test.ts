import { describe, expect, test } from "vitest";
import { read, sortedCodes } from "../../tests/helpers/told.js";
import { readSequenceSources } from "../data/load-sequence.js";
import { compileSequenceLexicon } from "./sequence-lexicon.js";

/** "response ISR to HEZBOLLAH" for two coded events, by their actors; the words of one that is only described; "says X" where X says it. */
function sequences(text: string): string[] {
  const { report, events, sequences } = read(text);
  return sequences.map((x) => {
    const earlier =
      x.to === null
        ? `"${report.text.slice(x.toSpan!.start, x.toSpan!.end)}"`
        : sortedCodes(events[x.to]!.actor) || "-";
    const says = x.sources.length > 0 ? ` says ${sortedCodes(x.sources)}` : "";
    return `${x.relation} ${sortedCodes(events[x.event]!.actor) || "-"} to ${earlier}${says}`;
  });
}

/** "RUS began", "IND began it, the other responded" as `RUS began` and `IND responded-to`. */
function initiators(text: string): string[] {
  const { initiators } = read(text);
  return initiators.map((x) => {
    const says = x.sources.length > 0 ? ` says ${sortedCodes(x.sources)}` : "";
    return `${x.party.code ?? "?"} ${x.how === "began" ? "began" : "was answered"}${says}`;
  });
}

describe("what came after what, and what answered it", () => {
  test.each<[string, string[]]>([
    [
      "Israel struck Hezbollah positions in retaliation for a rocket attack on Haifa by the group.",
      ["response ISR to HEZBOLLAH"],
    ],
    [
      "Turkish jets bombed PKK camps in northern Iraq in response to a bombing in Ankara.",
      ["response TUR to -"],
    ],
    ["Rwandan troops shelled Goma after Congolese forces attacked a border post.", ["after RWA to COD"]],
    ["Hours before the ceasefire took effect, Russia fired 80 drones at Kyiv.", ["after RUS,UKR to RUS"]],
    [
      "Ethiopian forces bombed the city of Mekelle hours after Tigrayan rebels attacked an army base.",
      ["after ETH to TPLF"],
    ],
    [
      "India launched missiles at nine sites in Pakistan two weeks after gunmen killed 26 tourists in Kashmir.",
      ["after IND to ?"],
    ],
    [
      "The Houthis said their missile attack on Eilat was in response to Israeli strikes on Gaza.",
      ["response HOUTHIS to ISR says HOUTHIS"],
    ],
    [
      "Following an attack by al-Shabaab on a hotel, Somali troops killed 20 of its fighters.",
      ["after SOM to AL-SHABAAB"],
    ],
    [
      "Iran launched missiles at Israel in revenge for the killing of a general.",
      ['response IRN to "the killing of a general"'],
    ],
    [
      "Pakistan carried out retaliatory strikes on Afghanistan after Taliban fighters attacked a border post.",
      ["response PAK to AFG"],
    ],
    [
      "Ukrainian drones hit a refinery in Russia. Moscow retaliated by bombing Kharkiv.",
      ["response RUS to UKR"],
    ],
    [
      "Cambodian troops fired rockets at Thai villages. Thailand bombed Cambodian positions in response.",
      ["response THA to KHM"],
    ],
    ["The army shelled the town after midnight.", []],
    ["Russian forces attacked Kherson after dark, killing three people.", []],
    ["The Sudanese army bombed Nyala before the rainy season.", []],
    ["An attack by M23 on Sake was followed by army air strikes on rebel positions.", ["after COD to M23"]],
    ["The airstrikes on Damascus by Israel followed a rocket attack from Syria.", ["after ISR to SYR"]],
    [
      "Clashes between Armenia and Azerbaijan were provoked by Azerbaijani shelling, Yerevan said.",
      ["response ARM,AZE to AZE says ARM"],
    ],
    [
      "Myanmar's junta bombed villages in Sagaing in reprisal for an ambush of a convoy.",
      ['response MMR to "an ambush of a convoy"'],
    ],
    ["A day after the massacre in Bucha, Russia shelled Kharkiv.", ["after RUS to -"]],
    ["Pakistan denied that its strikes on Kandahar were in response to an attack in Islamabad.", []],
    ["Israel will strike Iran in response to any attack.", []],
    ["The minister resigned after 20 years in office.", []],
    [
      "Boko Haram attacked a village in Borno after Nigerian soldiers killed one of its commanders, the army said.",
      ["after BOKO HARAM to NGA says NGA"],
    ],
    [
      "Hezbollah fired rockets at Haifa, and Israel responded with airstrikes on Beirut.",
      ["response ISR to HEZBOLLAH"],
    ],
    ["Pakistani troops responded to Indian shelling with artillery fire.", ["response PAK to IND"]],
    ["Hamas attacked Israel in 2023. Since then, aid groups have worked in Gaza.", []],
    [
      "The killing of a rebel leader by Colombian soldiers triggered attacks by the ELN on police stations.",
      ["response ELN to COL"],
    ],
    [
      "US forces bombed Houthi launchers, the Pentagon said, after the group attacked a tanker.",
      ["after USA to HOUTHIS"],
    ],
    ["Before Israel bombed Tehran, Iran attacked an Israeli ship.", ["after ISR to IRN"]],
    [
      "The RSF said it attacked Port Sudan in retaliation for army strikes on Nyala.",
      ["response RSF to SDN says RSF"],
    ],
    ["Talks between Rwanda and Congo resumed after M23 withdrew from Walikale.", ["after COD,RWA to M23"]],
    [
      "Gunmen ambushed a Pakistani convoy. The TTP said that the ambush was in retaliation for a military operation.",
      ['response ? to "a military operation" says TTP'],
    ],
    [
      "The Houthis attacked a tanker off Hodeidah. They came a day after US forces bombed Houthi launchers.",
      ["after HOUTHIS to USA"],
    ],
    ["It was the worst attack on Mogadishu by al-Shabaab since the 2017 bombing.", []],
    [
      "Azerbaijan launched an offensive in Nagorno-Karabakh hours after four of its soldiers were killed by a mine.",
      ["after AZE to -"],
    ],
    [
      "Azerbaijan launched an offensive in Nagorno-Karabakh hours after four of its soldiers were killed.",
      ['after AZE to "four of its soldiers were killed"'],
    ],
    ["The army responded to emails from reporters after lunch.", []],
    ["Analysts say the strikes were not in retaliation for the bombing in Istanbul.", []],
  ])("%s", (text, expected) => {
    expect(sequences(text)).toEqual(expected);
  });
});

describe("who began it", () => {
  test.each<[string, string[]]>([
    ["Each army accused the other of firing first.", []],
    [
      "Thai and Cambodian troops clashed on Thursday, with each army accusing the other of opening fire first.",
      ["KHM began says THA", "THA began says KHM"],
    ],
    ["Cambodia said Thai troops opened fire first near Ta Muen Thom temple.", ["THA began says KHM"]],
    ["Armenia accused Azerbaijan of an unprovoked attack on Jermuk.", ["AZE began says ARM"]],
    [
      "India said its army returned fire after Pakistani troops shelled its posts.",
      ["PAK was answered says IND"],
    ],
    ["Ukraine's army repelled a Russian attack near Pokrovsk.", ["RUS was answered"]],
    ["Russia launched an unprovoked invasion of Ukraine.", ["RUS began"]],
    ["Ethiopia said Eritrea had started the fighting with its troops at Zalambessa.", ["ERI began says ETH"]],
    ["Pakistani forces struck Afghan posts in self-defence, Islamabad said.", ["AFG was answered says PAK"]],
    ["Pakistani troops responded to Indian shelling with artillery fire.", ["IND was answered"]],
    ["Israel denied that it fired first at Hezbollah.", []],
    ["The Kenyan team started the match well and struck first.", []],
    ["Azerbaijani forces shelled Jermuk. Yerevan condemned Azerbaijan's aggression.", ["AZE began says ARM"]],
    [
      "Israel struck Hezbollah posts in retaliation for a rocket attack by the group on Haifa.",
      ["HEZBOLLAH was answered"],
    ],
    ["The M23 launched an offensive against Congolese forces in Masisi.", ["M23 began"]],
    ["Sudan's army launched a counter-attack on the RSF in Omdurman.", ["RSF was answered"]],
    ["If Iran attacks first, Israel will respond.", []],
    [
      "Azerbaijan launched an offensive in Nagorno-Karabakh hours after four of its soldiers were killed by a mine.",
      [],
    ],
    ["Hamas rejected Israel's claim that its fighters had shot first in Rafah.", []],
    [
      "Both Sudan and South Sudan accused each other of firing first at Heglig.",
      ["SDN began says SSD", "SSD began says SDN"],
    ],
    ['"The insinuation that the fighting was started by Pakistan is a lie," Islamabad said.', []],
    [
      "Pakistani forces shelled Spin Boldak. Afghan forces returned fire, Kabul said.",
      ["PAK was answered says AFG"],
    ],
    [
      "Eritrean troops attacked Ethiopian posts. Ethiopia's army said that it had responded in full measure.",
      ["ERI was answered says ETH"],
    ],
    [
      "Russian forces attacked Ukrainian posts. The Ukrainian army did not respond to a request for comment.",
      [],
    ],
    ["Ukraine's army said the assault by Russian troops was repelled.", ["RUS was answered says UKR"]],
    [
      "Both Azerbaijan and Armenia accused each other of starting the clashes.",
      ["AZE began says ARM", "ARM began says AZE"],
    ],
    ["Burkina Faso's army did not fire first at Malian soldiers, officials in Ouagadougou said.", []],
  ])("%s", (text, expected) => {
    expect(initiators(text).sort()).toEqual(expected.sort());
  });
});

test("claims point at events and words of the report", () => {
  const { report, events, sequences, initiators, attributions } = read(
    "The RSF said it attacked Port Sudan in retaliation for army strikes on Nyala. Each army accused the other of firing first.",
  );
  for (const claim of [...sequences, ...initiators]) {
    expect(events[claim.event]).toBeDefined();
    expect(claim.end).toBeGreaterThan(claim.start);
    expect(claim.end).toBeLessThanOrEqual(report.text.length);
    for (const id of claim.attributions) expect(attributions[id]).toBeDefined();
  }
});

describe("lexicons/sequence/cues.yaml", () => {
  const { cues } = readSequenceSources();
  const found = (sentence: string) => {
    const { sequences, initiators } = read(sentence);
    return [...sequences, ...initiators].map((x) => x.rule);
  };
  test.each(cues.map((c) => [c.id, c.yes] as const))("%s is a cue in: %s", (id, sentence) => {
    expect(found(sentence)).toContain(`sequence:${id}`);
  });
  test.each(cues.map((c) => [c.id, c.no] as const))("%s is none in: %s", (id, sentence) => {
    expect(found(sentence)).not.toContain(`sequence:${id}`);
  });
  test("an entry that cannot be used is named", () => {
    const sources = readSequenceSources();
    const broken = { ...sources.cues[0]!, id: "response/broken", relation: "cause" as never };
    expect(() => compileSequenceLexicon({ ...sources, cues: [broken] })).toThrow(
      /response\/broken: unknown relation "cause"/,
    );
  });
});
