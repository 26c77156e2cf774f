import { describe, expect, test } from "vitest";
import { read } from "../../tests/helpers/told.js";
import { wordsOfAll } from "../text/span.js";

/** "HRW said: the camp was struck" for each attribution; "doubts" and "denies" stand behind the cue. */
const says = (text: string): string[] =>
  read(text).attributions.map((a) => {
    const stance = a.stance === "asserts" ? "" : ` (${a.stance})`;
    return `${a.party?.code ?? a.source ?? "nobody"} ${a.cue}${stance}: ${wordsOfAll(text, a.pieces)}`;
  });

describe("who speaks", () => {
  test.each([
    // for whom somebody works, not the land that he studies
    [
      "“The wells were poisoned,” said Ada Nkem, Chad researcher at Amnesty International. “Nobody was spared,” she added.",
      ["AMNESTY said: The wells were poisoned", "AMNESTY added: Nobody was spared"],
    ],
    [
      "Jon Berg, Yemen analyst at the International Crisis Group, said the truce would not hold.",
      ["ICG said: the truce would not hold"],
    ],
    [
      "The minister in Bamako said this figure was pure invention.",
      ["MLI said (denies): this figure was pure invention"],
    ],
    [
      "The minister in Bamako said reports of troops in Kidal were “fake news”.",
      ["MLI said (denies): reports of troops in Kidal were “fake news”"],
    ],
    ["The Malian army called false a report of looting.", ["MLI called (denies): a report of looting"]],
    [
      "CODECO denied that its fighters were involved and blamed bandits.",
      ["CODECO denied (denies): its fighters were involved", "CODECO blamed: bandits"],
    ],
    [
      "The Malian army denied that Tessalit had fallen and said its men held the airfield.",
      ["MLI denied (denies): Tessalit had fallen", "MLI said: its men held the airfield"],
    ],
    ["The Malian army on 12 May said it had left Kidal.", ["MLI said: it had left Kidal"]],
    // whose friend it is says not who it is
    [
      "The al-Qaeda-linked Jama’at Nusrat al-Islam wal-Muslimin (JNIM) said it had taken the base.",
      ["JNIM said: it had taken the base"],
    ],
    // offices of the place
    [
      "Insurgents attacked a village near Palma in northern Mozambique. Prosecutors said 12 men were charged. The health directorate of Cabo Delgado province said six children died. The theatre command said the road was open.",
      ["MOZ said: 12 men were charged", "MOZ said: six children died", "MOZ said: the road was open"],
    ],
    [
      "Gunmen killed 31 people in Barkin Ladi Local Government Area of Plateau State. The state Police Public Relations Officer, DSP Musa Dung, confirmed it. He said that 12 were hurt.",
      ["NGA said: 12 were hurt"],
    ],
    // who calls himself one of a front that the sentence does not name
    [
      "The Jaime Martinez front of the EMC, the largest group that left the talks with the FARC, bombed a post in Colombia. In a message, a man identifying himself as a spokesman for the front said 15 had died.",
      ["EMC said: 15 had died"],
    ],
    // of the country with which the paragraph opens
    [
      "Burkina Faso’s army lost a base, its spokesman said.\nIn Mali, 40 tankers were set ablaze. The army claimed that 35 attackers were dead.",
      ["MLI claimed: 35 attackers were dead"],
    ],
  ])("%s", (text, expected) => {
    expect(says(text)).toEqual(expect.arrayContaining(expected));
  });
});

describe("what is said", () => {
  test.each([
    // an aside between the subject and its verb is part of it
    [
      "Nairobi said that Kampala, which has ties to both camps, was ready to mediate.",
      ["KEN said: Kampala, which has ties to both camps, was ready to mediate"],
    ],
    // what came of a deed is told with it
    [
      "The Malian army said it had repelled a raid on Ber, 50 kilometres (31 miles) east of Timbuktu, on Monday night, killing 40 fighters.",
      [
        "MLI said: it had repelled a raid on Ber, 50 kilometres (31 miles) east of Timbuktu, on Monday night, killing 40 fighters",
      ],
    ],
    [
      "“If nobody helps,” Musa Okoro said, “we shall leave.”",
      ["Musa Okoro said: If nobody helps … we shall leave"],
    ],
  ])("%s", (text, expected) => {
    expect(says(text)).toEqual(expect.arrayContaining(expected));
  });
});

describe("what is told in a relative clause, and what is answered", () => {
  test.each([
    [
      "Planes bombed the camp in May, a raid in which, according to the mayor of Lima, seven teenagers died.",
      ["PER according to: seven teenagers died"],
    ],
    [
      "Drought drove them to Dadaab, from where, according to the UN refugee agency, 9,000 people have returned.",
      ["UN according to: 9,000 people have returned"],
    ],
    ["The army, according to the mayor of Lima, fired first.", ["PER according to: The army … fired first"]],
    [
      "Beijing said Indian soldiers had crossed the line, something that India has always denied.",
      ["IND denied (denies): Indian soldiers had crossed the line … something"],
    ],
    [
      "Moscow says it ended the war - an account Kyiv has always disputed.",
      ["UKR disputed (doubts): it ended the war … an account"],
    ],
    [
      "Residents said troops burned the village, an account the Peruvian army dismissed as “a fairy tale”.",
      ["PER dismissed (denies): troops burned the village … an account … as “a fairy tale”"],
    ],
    [
      "QUETTA - The BLA put the dead at 22, a figure that security sources in Quetta rejected.",
      ["PAK rejected (denies): the dead at 22 … a figure"],
    ],
  ])("%s", (text, expected) => {
    expect(says(text)).toEqual(expect.arrayContaining(expected));
  });
});

describe("where what is said begins and ends", () => {
  test.each([
    ["The UN said troops had left; shots were still heard in the hills.", ["UN said: troops had left"]],
    [
      "The UN said troops had left; their tanks had been burnt.",
      ["UN said: troops had left; their tanks had been burnt"],
    ],
    [
      "Should the raids go on, Kampala warned, the response would be swift.",
      ["UGA warned: Should the raids go on … the response would be swift"],
    ],
    [
      "The calm in Libya will not last a year, the United Nations Special Envoy warned the Security Council today.",
      ["UN warned: The calm in Libya will not last a year"],
    ],
    [
      "The M23 attacked Sake. The group, however, denied responsibility, saying army planes had hit the town.",
      ["M23 denied (denies): responsibility", "M23 saying: army planes had hit the town"],
    ],
    [
      "Kigali described the four as “fishermen”, called their deaths an execution and left the talks.",
      ["RWA described: the four as “fishermen”", "RWA called: their deaths an execution"],
    ],
    [
      "A US state department official called on both sides to honour what they had signed.",
      ["USA called on: both sides to honour what they had signed"],
    ],
    [
      "Gunmen raided Gusau in what residents described as the worst raid in years.",
      ["residents described as: the worst raid in years"],
    ],
    ["In what Abuja called a victory, troops took Bama.", ["NGA called: a victory"]],
  ])("%s", (text, expected) => {
    expect(says(text)).toEqual(expect.arrayContaining(expected));
  });
});

describe("doubt is no confirmation", () => {
  test.each([
    ["Neither figure could be independently verified.", ["nobody verified (doubts): Neither figure"]],
    [
      "Pictures posted by the militia, which this magazine could not verify, show a burnt bridge.",
      ["this magazine verify (doubts): Pictures posted by the militia"],
    ],
  ])("%s", (text, expected) => {
    expect(says(text)).toEqual(expect.arrayContaining(expected));
  });
});
