import { describe, expect, test } from "vitest";
import { act, codes, deed, ownEvents, reader, readUndated } from "../../tests/helpers/told.js";

/** "ACCUSE ETH -> FANO" for each event, then the acts of third parties, then who says something. */
function told(text: string): string[] {
  const coded = readUndated(text);
  return [
    ...ownEvents(coded).map(deed),
    ...coded.initiatives.map(act),
    ...coded.attributions.map((a) => `${codes(a.parties)} ${a.cue}`),
  ];
}

describe("who is somebody else than the word says", () => {
  test.each([
    ["Al-Qaeda-linked JNIM attacked a base near Mopti.", "ASSAULT JNIM -> MLI"],
    ["JUBA, 4 May 2026 - Member States on Monday urged restraint.", "REQUEST  -> "],
    ["Kenya's envoy spoke. His counterpart from Oman, too, called for restraint.", "OMN called for"],
    ["LUSAKA, 4 May 2026 - Govt on Monday urged restraint.", "ZMB urged"],
    ["PARIS, 4 May 2026 - U.S. 28 April imposed sanctions on two Haitian senators.", "SANCTION USA -> HTI"],
    [
      "CONAKRY, 5 May 2026 - The army of Guinea shot two men in Kindia. The United States imposed sanctions on two former senators.",
      "SANCTION USA -> GIN",
    ],
  ])("%s", (text, expected) => {
    expect(told(text)).toContain(expected);
  });
});

describe("a country that is only a place is no side", () => {
  test.each([
    ["NIAMEY, 4 May 2025 - Gunmen killed nine soldiers near the border with Benin.", "ASSAULT ? -> ?"],
    ["India shelled posts along the border with Pakistan.", "ASSAULT IND -> PAK"],
    ["Niger shut its border with Benin.", "SANCTION NER -> BEN"],
    [
      "DOHA, 4 May 2025 - The government and the Clan del Golfo held talks in Qatar. Authorities said a truce was near. Colombia's president said so too.",
      "COL said",
    ],
    [
      "MUSCAT, 4 May 2025 - The government and the Houthis concluded an accord in Muscat hosted by Oman.",
      "hosts OMN for YEM+HOUTHIS",
    ],
    [
      "NAIROBI, 4 May 2025 - The army and al-Shabab fought near Jowhar.",
      "ASSAULT SOM+AL-SHABAAB -> SOM+AL-SHABAAB",
    ],
    [
      "Niger said its troops had lost two men. Niger's army will go on. The army and JNIM fought for two hours.",
      "ASSAULT NER+JNIM -> NER+JNIM",
    ],
  ])("%s", (text, line) => {
    expect(told(text)).toContain(line);
  });
});

describe("a word that points back", () => {
  test.each([
    [
      "Kenya, which considers M23 an extension of the FDLR, accused the group of delays.",
      "ACCUSE KEN -> M23",
    ],
    ["Norway summoned the Chadian ambassador. The embassy dismissed the allegation.", "TCD dismissed"],
    [
      "Two Western diplomats said so. Macron flew to Rabat. One of the diplomats said a deal was near.",
      "? said",
    ],
    [
      "Chad has kept silent. The war killed 300 people in Sudan, according to its health ministry.",
      "SDN according to",
    ],
    [
      "Mali's army struck a village and does not fight the Nigerien army. Ten people were killed by Malian fire, officials said. The army denied having struck the village.",
      "MLI denied",
    ],
    ["Sudan said it had taken a town. We have not been able to verify the claim.", " verify"],
  ])("%s", (text, line) => {
    expect(told(text)).toContain(line);
  });

  test.each([
    ["The Malian army shelled a JNIM camp and killed 12 of its fighters.", "JNIM"],
    [
      "The army began it. A Houthi source said soldiers had attacked and that two of its own men had died.",
      "HOUTHIS",
    ],
    ["Mali's army said gunmen had killed nine of its soldiers.", "MLI"],
  ])("whose they are: %s", (text, code) => {
    const { coded } = reader.traceBytes(Buffer.from(text), { name: "t.txt", id: "t" });
    expect(coded.tolls.map((t) => t.of.party?.code)).toEqual([code]);
  });

  test("delegations, and sides that will meet, are those who talk, whoever fights most", () => {
    const lines = told(
      "Hamas fired rockets at Israel. Israel shelled Gaza. Talks between Chad and Sudan went on. A mediator met the two delegations and said the sides had made progress and would meet again.",
    );
    expect(lines).toContain("AGREE TCD+SDN -> TCD+SDN");
    expect(lines.filter((l) => /^(?:AGREE|CONSULT).*(?:HAMAS|ISR)/.test(l))).toEqual([]);
  });

  test("several groups without a name are not the one that is named", () => {
    const lines = told("The SDF held the town. The outlawed groups fired on a convoy.");
    expect(lines.filter((l) => /SDF/.test(l))).toEqual([]);
  });
});

test("a group is called again by a noun of its name, with a capital", () => {
  expect(
    told("The Sahel Salvation Front attacked a convoy. Mali's army blamed the Front, which denied it."),
  ).toEqual(expect.arrayContaining(["ACCUSE MLI -> Sahel Salvation Front", "Sahel Salvation Front denied"]));
});

describe("who only tells of it did not do it", () => {
  test.each([
    [
      "According to the General Staff of the Armed Forces of Armenia (GSAA), a large group of Azerbaijani soldiers stormed a post near Jermuk.",
      "ASSAULT AZE -> ARM",
    ],
    [
      "According to the Somali National Army (SNA), dozens of al-Shabaab fighters ambushed a convoy near Baidoa.",
      "ASSAULT AL-SHABAAB -> SOM",
    ],
    [
      "Rwandan soldiers shot dead a herder in the town of Bunagana, the Congolese army reported, and arrested nine people near Rutshuru.",
      "COERCE RWA -> COD",
    ],
    [
      "Myanmar troops burned two villages, the National Unity Government said, and detained 14 men.",
      "COERCE MMR -> MMR",
    ],
    [
      "Azerbaijani forces shelled a school, Armenia's defence ministry said, and called on Russian peacekeepers to act.",
      "REQUEST ARM -> RUS",
    ],
    [
      "Nairobi summoned the Sudanese envoy and, according to two Kenyan diplomats, proposed that Sudan and Chad send delegations.",
      "REQUEST KEN -> SDN+TCD",
    ],
    ["Delegations of Ethiopia and Eritrea sat down in Djibouti for talks.", "CONSULT ETH+ERI -> ETH+ERI"],
  ])("%s", (text, line) => expect(told(`NAIROBI, 4 May 2025 - ${text}`)).toContain(line));
});
