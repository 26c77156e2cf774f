import { describe, expect, test } from "vitest";
import { ownEvents, read, sides } from "../../tests/helpers/told.js";

/** "ASSAULT aerial ISR > LBN happened": the events told for themselves, those that are only thought of left out. */
function told(text: string): string[] {
  const coded = read(text);
  return ownEvents(coded)
    .filter((e) => e.status !== "hypothetical")
    .map((e) => [e.type, e.mode, sides(e), e.status].filter(Boolean).join(" "));
}

describe("what did not happen is not told as happened", () => {
  test.each([
    "There is no evidence that Ugandan soldiers killed the man, the court said.",
    "The prosecutor in Lima said nothing showed that the fisherman had shelled the village.",
    "Burundi's cabinet is expected to decide on the withdrawal of its troops from Congo on Friday.",
    "Uganda's parliament will vote on the withdrawal of its troops from Somalia next week.",
    "Kenya came close to withdrawing its police from Haiti.",
    "Russian troops failed to capture Sumy last month.",
    "Both sides called the meeting useful.",
    "Al-Shabaab kept up pressure in the region of Hiraan.",
    "The chief of military operations in Hargeisa was born in Berbera.",
    "Chad, which shares a long border with Sudan, is a poor country.",
    "Ethiopia's army kept up the pressure on Fano around Debre Tabor.",
    "A planned attack on the airport in Bamako was thwarted by soldiers.",
    "The ceasefire that was supposed to begin at dawn never took hold in Sudan.",
    // what will not be done is neither denied nor threatened
    "Officials in Nairobi trust that Uganda's army will not attack Juba.",
    "Uganda promised that its forces would not strike Juba again.",
    // what has come about threatens nobody
    "The attempt had drawn a response, the Kenyan army said.",
  ])("nothing: %s", (sentence) => {
    expect(told(sentence)).toEqual([]);
  });

  test.each([
    [
      "Eritrea rejected the claim that its forces had shelled Zalambessa.",
      ["ASSAULT heavy-weapons ERI > denied"],
    ],
    [
      "Asmara called false a report that its army had shelled Zalambessa.",
      ["ASSAULT heavy-weapons ERI > denied"],
    ],
    ["Mali branded a lie the charge that its soldiers had killed the herders.", ["ASSAULT MLI > denied"]],
    [
      "The envoy of Uganda said her country rejected the accusation that Kampala had armed the M23.",
      ["AID UGA > M23 denied"],
    ],
    [
      "Chad agreed to the Kenyan proposal; Sudan said no.",
      ["AGREE TCD > KEN happened", "REJECT SDN > happened"],
    ],
    ["Far from withdrawing, Rwandan troops have reinforced Goma.", ["MOBILIZE troops RWA > COD happened"]],
    // whoever denies it, it is what the army says of itself
    [
      "A claim by the Sudanese army that it had retaken Bara is “pure propaganda”, the RSF said.",
      ["ASSAULT SDN > happened"],
    ],
    // denied by the one, though it is the other's claim
    [
      "Eritrea rejected the accusation by Ethiopia that its forces had shelled Zalambessa.",
      ["ACCUSE allege ETH > ERI happened", "ASSAULT heavy-weapons ERI > ETH denied"],
    ],
    [
      "Chad denied an allegation by the RSF that its soldiers had shelled Tine.",
      ["ACCUSE allege RSF > TCD happened", "ASSAULT heavy-weapons TCD > SDN denied"],
    ],
    ["Uganda has admitted to two soldiers killed.", []],
    // where a truce was signed nobody broke it
    [
      "Khartoum said the militia had broken the truce signed in Nairobi in 2022.",
      ["ACCUSE allege SDN > happened", "ASSAULT > happened"],
    ],
    [
      "It was Eritrean soldiers who opened fire first, and it was Ethiopia that called for talks, Asmara said.",
      ["ASSAULT firearms ERI > happened", "REQUEST meet ETH > ERI called-for"],
    ],
    ["It was Eritrea that attacked first, Addis Ababa said.", ["ASSAULT ERI > happened"]],
    // whose deed it was not
    ["It was not Uganda that shelled the camp, Kampala said.", ["ASSAULT heavy-weapons UGA > denied"]],
    [
      "Not Uganda but the Congolese army shelled Bunia, CODECO said.",
      ["ASSAULT heavy-weapons COD > COD happened"],
    ],
    [
      "Azerbaijan, not Armenia, shelled Vardenis, Yerevan said.",
      ["ASSAULT heavy-weapons AZE > ARM happened"],
    ],
    [
      "There is no truth in the reports that Eritrea shelled Zalambessa.",
      ["ASSAULT heavy-weapons ERI > denied"],
    ],
    [
      "Uganda's army said that two civilians had been killed and accused Rwanda of the shelling.",
      ["ASSAULT > happened", "ACCUSE allege UGA > RWA happened", "ASSAULT heavy-weapons RWA > UGA happened"],
    ],
    [
      "The US Senate voted down a resolution that would have barred any attack on Nigerian soil.",
      ["REJECT USA > NGA happened"],
    ],
    [
      "The envoy refused to meet the junta until she had spoken to Togo's prime minister.",
      ["REJECT meet TGO > happened"],
    ],
    [
      "Ghana's president said that the prisoners would be freed once the fighters entered the camps.",
      ["AGREE > GHA planned"],
    ],
    ["Talks on the release of the prisoners will resume in Nairobi.", ["AGREE > planned"]],
    ["The truce obliges the M23 to withdraw from Goma.", ["AGREE M23 > planned"]],
    ["The accord provides for the release of 200 prisoners by the Houthis.", ["AGREE HOUTHIS > YEM planned"]],
    ["The Houthis suspended their attacks on ships.", ["CONCEDE HOUTHIS > happened"]],
    ["Chadian troops are expected to enter Sudan on Friday.", ["ASSAULT TCD > SDN planned"]],
    ["The Ugandan army is trying to retake Bor from the rebels.", ["ASSAULT UGA > ongoing"]],
    ["The coffin held the remains of a Kenyan hostage.", []],
    ["The M23 walked out of talks with Kinshasa on Monday.", ["SANCTION discontinue M23 > COD happened"]],
    ["The M23 walked away from talks with Kinshasa on Monday.", ["SANCTION withdraw M23 > COD happened"]],
  ])("only what was done: %s", (sentence, events) => {
    expect(told(sentence).map((e) => e.replaceAll("?", "").replace(/ +/g, " "))).toEqual(events);
  });
});

describe("what is threatened is told by the threat, whoever it would be done to", () => {
  test.each([
    [
      "Any further aggression against our territory will be met with force, Kenya's foreign ministry said.",
      "KEN",
    ],
    ['"Any attack on our soil will be met with a firm response," the Rwandan president said.', "RWA"],
    ["The Sudanese army warned that its response would be swift and decisive.", "SDN"],
    ["Khartoum warned Chad that it would bear the consequences if its land were used for an attack.", "SDN"],
    ["Ghana would defend its territory if attacked again, its president said.", "GHA"],
    ["The Rwandan defence minister warned that there would be a heavy price if the shelling went on.", "RWA"],
  ])("%s", (sentence, who) => {
    expect(told(sentence)).toEqual([`THREATEN violence ${who} >  threatened`]);
  });
});

describe("words that mean something else here", () => {
  test.each([
    [
      "Ethiopian warplanes carried out a wave of strikes on Khartoum on Monday.",
      "ASSAULT ETH > SDN happened",
    ],
    ["Shopkeepers in Khartoum shut their doors on Tuesday in a strike over the lack of flour.", "PROTEST"],
    ["A Greek frigate took 40 sailors on board on Sunday night.", "AID GRC >"],
    ["The Houthis freed 12 UN staff on Sunday.", "RETREAT release HOUTHIS > UN happened"],
    ["Boko Haram freed 41 Nigerian pupils on Friday.", "RETREAT release BOKO HARAM > NGA happened"],
    ["The Nigerian army freed 30 hostages in a raid on Sunday.", "AID NGA >"],
    ["Three Colombian soldiers were let go by the ELN on Monday.", "RETREAT release ELN > COL happened"],
    ["The truce between Sudan and the RSF collapsed.", "SANCTION discontinue RSF,SDN happened"],
    ["The TTP called off a truce with the Pakistani government.", "SANCTION discontinue TTP > PAK happened"],
    [
      "Last month Canada designated the TTP a terrorist organization.",
      "SANCTION discontinue CAN > TTP happened",
    ],
  ])("%s", (sentence, event) => {
    const events = told(sentence);
    expect(events).toHaveLength(1);
    expect(events[0]).toContain(event);
  });

  test.each([
    "Families in El Fasher spent the week digging trenches around their tents.",
    "Spain advised its citizens to leave Chad.",
    "Two diplomats who were briefed on the Pretoria talks spoke of progress.",
    "Asked about the bombing at a regular briefing in Beijing, the spokesman was silent.",
  ])("nothing of the kind: %s", (sentence) => {
    expect(told(sentence).join()).not.toMatch(/MOBILIZE|AID|CONSULT [^,]*ZAF|> CHN/);
  });

  test.each([
    ["The talks failed over the withdrawal of Rwandan forces from Goma.", "RETREAT"],
    ["The deadlock over the release of prisoners in Yemen deepened.", "RETREAT"],
    ["No agreement was reached on the pullout of Ethiopian troops from Somalia.", "RETREAT"],
    ["The FDLR refused to discuss its arms before Congolese soldiers leave Walikale.", "RETREAT"],
    ["The Houthis issued no threat against Saudi Arabia.", "THREATEN"],
    ["Hezbollah, which has not claimed him, threatened no response.", "THREATEN"],
    [
      "Beijing urged Sudan and Chad on Wednesday to exercise restraint and to settle their differences.",
      "AGREE",
    ],
    ["ECOWAS ambassadors agreed on Monday to extend the arms embargo on Guinea-Bissau.", "CONCEDE"],
  ])("%s: no %s", (sentence, type) => {
    expect(told(sentence).join()).not.toContain(type);
  });
});

test("who calls two others is in the call", () => {
  const sentence = "Qatar's emir, in phone calls with the presidents of Rwanda and Burundi, urged restraint.";
  expect(told(sentence)).toContain("CONSULT phone BDI,QAT,RWA happened");
});

test("an embargo that is extended is no truce", () => {
  const text = "The African Union's ministers agreed on Monday to extend the arms embargo on Sudan.";
  expect(read(text).initiatives).toEqual([]);
});

test("why a charge is rejected is not denied", () => {
  const sentence =
    "Lusaka dismissed the report as an attempt to hide the massacre of civilians by Rwandan troops in Rutshuru.";
  expect(told(sentence)).toContain("ASSAULT targeted RWA > COD happened");
});

test("what is granted stays apart from what is denied beside it", () => {
  const sentence = "The RSF said its drones had struck an enterprise in Omdurman and denied hitting homes.";
  expect(told(sentence)).toEqual(["ASSAULT drone RSF > SDN happened", "ASSAULT drone RSF > SDN denied"]);
});
