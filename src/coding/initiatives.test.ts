import { describe, expect, test } from "vitest";
import { read, sortedCodes } from "../../tests/helpers/told.js";

/** "offers TUR for RUS,UKR" for each diplomatic act. */
function acts(text: string): string {
  return read(text)
    .initiatives.map((i) => `${i.act} ${sortedCodes(i.thirdParty)} for ${sortedCodes(i.parties)}`)
    .join("; ");
}

describe("a report of two stories", () => {
  test.each([
    [
      "Colombian soldiers fought the EMC in Cauca on Monday. The EMC killed nine soldiers on Tuesday. The ELN killed six soldiers in Arauca on Sunday. The ELN and the Colombian army fought near Saravena. Norway called for a ceasefire.",
      "calls-for NOR for COL,ELN",
    ],
    [
      "The Kachin Independence Army fought the Arakan Army on Monday. Laos, which has been mediating between Myanmar's junta and the Arakan Army since May, urged both sides to return to talks.",
      "calls-for LAO for AA,MMR",
    ],
  ])("%s", (text, act) => {
    expect(acts(text)).toContain(act);
  });
});

describe("diplomatic acts", () => {
  test.each([
    ["The M23 agreed to a truce proposed by Angola, but Congo's army turned it down.", "accepts AGO for M23"],
    ["Lusaka turned down the Kenyan mediation bid.", "rejects KEN for ZMB"],
    [
      "Oman renewed an offer to host the two presidents in Muscat, which Chad accepted at once and Sudan called premature.",
      "rejects OMN for SDN",
    ],
    [
      "Kenya drafted a plan for a truce in Darfur, which the RSF rejected at once and Chad called premature.",
      "rejects KEN for TCD",
    ],
    [
      "Fighting between Eritrea and Ethiopia flared in May. Oman called on all parties to exercise restraint.",
      "calls-for OMN for ERI,ETH",
    ],
    ["Qatar offered to mediate between Sudan and the Rapid Support Forces.", "offers QAT for RSF,SDN"],
    ["Pakistan welcomed Iran's offer to mediate.", "welcomes IRN for PAK"],
    ["The UN called on Thailand and Cambodia to exercise restraint.", "calls-for UN for KHM,THA"],
    [
      "Talks between Rwanda and Congo mediated by Angola collapsed on Monday.",
      "talks-collapse AGO for COD,RWA",
    ],
    ["Armenia and Azerbaijan agreed to a US-brokered ceasefire.", "ceasefire-agreed USA for ARM,AZE"],
    [
      "The RSF shelled army posts in El Fasher. Sudan's army attacked RSF camps. Egypt has offered to host peace talks.",
      "offers EGY for RSF,SDN",
    ],
    [
      "Russia attacked Ukraine overnight. Turkey offered to host a new round of talks. Ukraine welcomed the offer.",
      "welcomes TUR for UKR",
    ],
    [
      "Ethiopian jets bombed Eritrean posts. Kenya proposed a meeting in Nairobi. Eritrea has turned down the idea.",
      "rejects KEN for ERI",
    ],
    [
      "Uganda has invited Rwanda and Congo to talks in Kampala; Kinshasa has accepted.",
      "accepts UGA for COD",
    ],
    ["Armenia and Azerbaijan held talks in Tbilisi on Monday.", "hosts GEO for ARM,AZE"],
    ["Envoys from Asmara and Addis Ababa sat down in Muscat on Monday.", "hosts OMN for ERI,ETH"],
    [
      "Kenya renewed an offer to host the two presidents in Nairobi, which Asmara accepted at once.",
      "offers KEN for ; accepts KEN for ERI",
    ],
    ["Chad accepted the offer of Kenya to host talks with the rebels.", "accepts KEN for TCD"],
    // those who talk with each other, and not the armed group that one of them fights
    [
      "Kigali and Kinshasa opened talks in Doha on Monday. Fighters of the FDLR stormed a Rwandan post, killing six soldiers. Rwandan and Congolese envoys met again on Friday. The follow-up rounds in Luanda came to nothing.",
      "talks-collapse QAT for COD,RWA",
    ],
    ["Oman offered its good offices, which Sanaa turned down.", "offers OMN for ; rejects OMN for YEM"],
    ["Kenya invited Eritrea to Nairobi, an invitation that Asmara has welcomed.", "welcomes KEN for ERI"],
    ["Vilnius presented a truce plan, which Minsk called premature.", "rejects LTU for BLR"],
    [
      "Ethiopia and Eritrea signed a border accord that was brokered, according to diplomats, by Saudi Arabia.",
      "brokers SAU for ERI,ETH",
    ],
    [
      "A truce between Chad and Sudan that was mediated, both governments say, by Qatar held through the night.",
      "ceasefire-agreed QAT for SDN,TCD; brokers QAT for SDN,TCD",
    ],
    [
      "Rwandan troops shelled Congolese army posts. The deal brokered last May by Angola, Kenya and Togo is dead.",
      "brokers AGO,KEN,TGO for COD,RWA",
    ],
    [
      "Sudan and Chad shelled each other in May. A truce on oil wells that Riyadh had brokered was over.",
      "brokers SAU for SDN,TCD",
    ],
    [
      "Kenya will on Monday host delegations from the Sudanese army and from the Rapid Support Forces.",
      "hosts KEN for RSF,SDN",
    ],
    [
      "The Congolese government and the M23 signed an accord, with Qatar acting as guarantor.",
      "brokers QAT for COD,M23",
    ],
    ["Kyiv and Moscow swapped 150 prisoners with help from Saudi Arabia.", "mediates SAU for RUS,UKR"],
    [
      "Sudanese jets bombed RSF posts. The accord followed talks hosted by Kenya and co-chaired by the African Union and the United Nations.",
      "hosts KEN for RSF,SDN; mediates AU,UN for RSF,SDN",
    ],
    [
      "Kenya's president welcomed the swap between Sudan and Chad and offered to arrange a further round of talks.",
      "offers KEN for SDN,TCD",
    ],
    [
      "Mali and Algeria exchanged fire on Monday. Ghana, too, called for restraint and offered to receive the two presidents.",
      "calls-for GHA for DZA,MLI; offers GHA for DZA,MLI",
    ],
    ["Ethiopia and Eritrea agreed to extend the truce by ten days.", "ceasefire-agreed  for ERI,ETH"],
    [
      "The war between Iran and Israel ended in June with a truce announced by President Trump.",
      "ceasefire-agreed USA for IRN,ISR; brokers USA for IRN,ISR",
    ],
    ["Togo is working to bring Mali and Algeria together.", "mediates TGO for DZA,MLI"],
    ["Iran welcomed the extension of Oman's mediation.", ""],
    ["The rebels of the M23 walked away from talks with Kinshasa.", "talks-collapse  for COD,M23"],
    ["Armenian and Azerbaijani envoys ended a round of talks on Monday.", ""],
    [
      "A truce between Ethiopia and Eritrea that has been broken often expires on Friday.",
      "ceasefire-violated  for ERI,ETH",
    ],
    [
      "Ethiopian troops shelled Eritrean posts. Sudan stepped up efforts to prevent a wider war.",
      "mediates SDN for ERI,ETH",
    ],
    [
      "Kabul and Dushanbe signed an accord in 2019, with Iran and Pakistan as mediators.",
      "brokers IRN,PAK for AFG,TJK",
    ],
    [
      "Ethiopian troops shelled Eritrean posts. Kenya proposed that IGAD convene the two sides in Nairobi.",
      "offers KEN for ERI,ETH",
    ],
    [
      "Pakistan welcomed Turkey's offer to mediate in its conflict with Afghanistan.",
      "welcomes TUR for PAK; offers TUR for AFG,PAK",
    ],
    [
      "The truce between Israel and Hezbollah held, though each side accused the other of violations.",
      "ceasefire-agreed  for HEZBOLLAH,ISR; ceasefire-violated  for HEZBOLLAH,ISR",
    ],
    ["Norway will receive the presidents of Serbia and Kosovo on Friday.", "hosts NOR for SRB,XKX"],
    [
      "Sudanese artillery shelled Chadian army posts. The president of Kenya announced a truce.",
      "ceasefire-agreed KEN for SDN,TCD",
    ],
    [
      "Jordan called for calm and offered to bring Israel and Hamas to the table.",
      "offers JOR for HAMAS,ISR",
    ],
    [
      "Talks between Bolivia and Chile resumed in Lima under Vatican mediation on Monday.",
      "mediates VAT for BOL,CHL",
    ],
    [
      "Libya said that it was halting its operations at the request of Egypt and Turkey.",
      "calls-for EGY,TUR for LBY",
    ],
    [
      "Ethiopia and Somalia are due to resume talks in Ankara under Turkish auspices.",
      "mediates TUR for ETH,SOM",
    ],
    [
      "A prisoner exchange between Eritrea and Djibouti, mediated by Oman, took place on Thursday.",
      "mediates OMN for DJI,ERI",
    ],
    [
      "The accord between Uganda and Rwanda was signed under the auspices of the African Union.",
      "brokers AU for RWA,UGA",
    ],
    [
      "Russia attacked Ukraine. Ukraine accepted the Turkish proposal on Monday, but Russia rejected it.",
      "rejects TUR for RUS",
    ],
  ])("%s", (text, expected) => {
    expect(acts(text)).toContain(expected);
  });

  test("who tries to broker a truce mediates, and none is agreed", () => {
    expect(acts("Oman is trying to broker a truce between the Houthis and Saudi Arabia.")).toBe(
      "mediates OMN for HOUTHIS,SAU",
    );
  });

  test("a truce that is called for in a country is asked of both who fight there", () => {
    expect(
      acts("Russian forces shelled Ukrainian posts. Brazil called for a ceasefire in Ukraine."),
    ).toContain("calls-for BRA for RUS,UKR");
  });

  test("who is asked for money is no side", () => {
    expect(
      acts("The M23 attacked Congolese army posts. Uganda appealed to donors to fund the peace force."),
    ).toBe("");
  });

  test("a truce that runs out is none that is agreed", () => {
    expect(acts("The truce between Armenia and Azerbaijan expired at midnight on Sunday.")).toBe("");
  });

  test("who fights is no third party", () => {
    expect(
      acts("Israel bombed Hamas posts in Gaza. Israel called on Hamas to release the hostages."),
    ).not.toContain("calls-for ISR");
  });

  test("help offered to one side is no move between two", () => {
    expect(
      acts("Russia shelled Kharkiv in Ukraine. Germany offered to send generators to Ukraine."),
    ).not.toContain("offers");
  });

  test("an answer to the other side is no answer to a third party", () => {
    expect(acts("Israel bombed Hamas posts in Gaza. Hamas rejected the Israeli proposal.")).not.toContain(
      "rejects ISR",
    );
  });
});

describe("whose truce it is", () => {
  const war = "ELN rebels killed three Colombian soldiers in Arauca on Thursday.";
  test.each([
    ["Brazil is trying to secure a truce.", "mediates BRA for COL,ELN"],
    ["Peru managed to secure a truce last week.", "brokers PER for COL,ELN"],
    ["The ELN and the army are struggling to reach a ceasefire.", ""],
    ["Colombia's army held its fire for two days.", ""],
    ["A Colombian delegation led by the interior minister arrived in Caracas on Friday.", ""],
    ["Norway has been trying for weeks, together with Cuba, to broker a truce.", "mediates NOR for COL,ELN"],
  ])("%s", (text, act) => {
    expect(acts(`${war} ${text}`)).toContain(act);
    if (act === "") expect(acts(`${war} ${text}`)).toBe("");
  });
});
