import { describe, expect, test } from "vitest";
import { loadSourceLexicons } from "../data/load-sources.js";
import { readDocument } from "./read-document.js";

const lexicons = loadSourceLexicons();
const TITLE = "Drone hits ferry landing as envoys leave for talks";
const BODY =
  "Nine people were killed on Wednesday when a drone hit the ferry landing of the town, the governor of the province said.";
const MORE = [
  "The army denied that it had aimed at the ferry. It said that it had struck a boat with weapons farther down the river.",
  "Two of the wounded died in hospital, a doctor told reporters, and families were still looking for the missing in the evening.",
];
const DAY = "2026-03-12";

function read(text: string) {
  const report = readDocument(new TextEncoder().encode(text), { name: "a.txt" }, lexicons);
  const { published } = report;
  return {
    day: published.basis === "stated" && published.from === published.to ? published.from : null,
    place: report.datelinePlace,
    author: report.author,
    title: report.title,
    body: report.passages
      .filter((passage) => passage.kind === "body")
      .map((passage) => text.slice(passage.start, passage.end)),
  };
}

const whole = (head: string, body = BODY) => `${TITLE}\n\n${head}\n\n${body}\n\n${MORE.join("\n\n")}`;

/** What stands under a headline; its day is 12 March 2026 unless said, and none of it is told. */
const UNDER: readonly (readonly [head: string, place?: string | null, day?: string | null])[] = [
  // dailies, broadcasters
  ["12 March 2026"],
  ["March 12, 2026"],
  ["Thursday, March 12, 2026"],
  ["Thursday 12 March 2026"],
  ["Thu 12 Mar 2026 10.33 GMT"],
  ["First published on Thu 12 Mar 2026 10.33 GMT"],
  ["Thu 12 Mar 2026 10.33 GMT\nLast modified on Fri 13 Mar 2026 12.01 EDT"],
  ["Last modified on Fri 13 Mar 2026 12.01 EDT\nThu 12 Mar 2026 10.33 GMT"],
  ["Jane Doe in Goma\nThu 12 Mar 2026 10.33 CET"],
  ["Published On 12 Mar 2026"],
  ["By Jane Doe and John Roe\nPublished On 12 Mar 2026"],
  ["PUBLISHED Mar 12, 2026, 10:33 AM ET"],
  ["Updated 10:33 AM EDT, Thu March 12, 2026"],
  ["By JANE DOE and JOHN ROE\nUpdated 10:33 AM EDT, March 12, 2026"],
  ["By Jane Doe\nMarch 12, 2026, 10:33 a.m. ET"],
  ["March 12, 2026 at 10:33 a.m. EDT"],
  ["Yesterday at 5:00 a.m. EST", null, null],
  ["March 12, 202610:33 AM GMT+3Updated 3 hours ago"],
  ["March 12, 2026 10:33 PM UTC Updated March 13, 2026"],
  ["Published: 12/03/2026 - 10:33", null, null],
  ["Issued on: 12/03/2026 - 10:33\nModified: 13/03/2026 - 12:00", null, "2026-03-12"],
  ["Issued on: 12/03/2026 - 10:33 Modified: 13/03/2026 - 12:00"],
  ["Published 03/12/2026 Published March 12, 2026 last updated 03/13/2026 last updated March 13, 2026"],
  ["12 March 2026, 10:33 am"],
  ["Today, 10:33 am", null, null],
  ["Mar 12, 2026 10:33 am IST"],
  ["Published: MARCH 12, 2026 10:33\nUpdated: MARCH 13, 2026 12:00"],
  ["By STAFF WRITER MARCH 12, 2026 10:33"],
  ["Published date: 12 March 2026 10:33 GMT | Last update: 3 hours 20 mins ago"],
  ["Published: 12 March ,2026: 10:33 AM GST Updated: 13 March ,2026: 12:00 PM GST"],
  ["Last updated: March 12, 2026 | 10:33"],
  ["Published: Thu 12 Mar 2026, 10:33 AM"],
  ["Thursday - 22 Ramadan 1447 AH - 12 March 2026 AD"],
  ["March 12, 2026 - 21 Esfand 1404"],
  ["21 Esfand 1404 / 12 March 2026"],
  ["12 March 2026 / 23 Adar 5786"],
  ["Kathmandu, Falgun 28, 2082 (12 March 2026)", "Kathmandu"],
  ["2082-11-28 | March 12, 2026"],
  ["12.03.2026 - Update : 13.03.2026"],
  ["Jane Doe |12.03.2026 - Update : 13.03.2026"],
  ["by Daily Herald with Agencies  Mar 12, 2026 - 10:33 am GMT+3"],
  ["March 12 2026 10:33:00"],
  ["March, 12, 2026 - 10:33"],
  ["Thursday, 12 March 2026 10:33 AM  [ Last Update: Friday, 13 March 2026 9:10 AM ]"],
  ["Mar 12, 2026, 10:33 AM\nNews ID: 86000000\nJournalist ID: 1842"],
  ["Thu / 12 March 2026 / 10:33"],
  ["10:33, 12-Mar-2026"],
  ["10:33 12.03.2026"],
  ["2026-03-12 10:33:30"],
  ["Source: Agency Editor: desk 2026-03-12 10:33:30"],
  ["2026/03/12 22:33"],
  ["By Our Staff Published: Mar 12, 2026 10:33 PM"],
  ["By Jane Doe | The Daily | Updated: 2026-03-12 10:33"],
  ["Published: 10:33pm, 12 Mar 2026"],
  ["Mar 12, 2026 | 10:33"],
  ["Published Mar 12, 2026, 10:33 PM Updated Mar 13, 2026, 01:00 AM"],
  ["PUBLISHED : 12 Mar 2026 at 10:33"],
  ["Thu Mar 12, 2026 10:33 AM Last update on: Fri Mar 13, 2026 12:00 PM"],
  ["Published at : March 12, 2026\nUpdated at : March 13, 2026 10:33"],
  ["Published On: March 12, 2026 10:33 AM NPT By: Jane Doe"],
  ["12 March 2026 10:33 am - 0     - 345"],
  ["March 12, 2026 | 3 min read"],
  ["12th March 2026"],
  ["12th March, 2026"],
  ["Thursday, March 12, 2026 — 4 min read"],
  ["Thu, 12 Mar 2026 10:33:00 WAT"],
  ["World News | Agence Example | Mar 12, 2026 10:33 am IST"],
  ["India News | Reported by Jane Doe | Thursday March 12, 2026"],
  ["TNN | Mar 12, 2026, 10:33 IST"],
  ["World Desk / EXAMPLE.COM / Mar 12, 2026, 10:33 IST"],
  ["Written by Jane Doe\nSrinagar | Updated: March 12, 2026 10:33 IST", "Srinagar"],
  ["Updated - March 13, 2026 10:33 pm IST - NEW DELHI\nPublished - March 12, 2026 09:00 pm IST", "NEW DELHI"],
  ["Posted On: 12 MAR 2026 10:33AM by PIB Delhi"],
  ["Posted on March 12, 2026 by Web Desk"],
  ["Published March 12, 2026 Updated March 13, 2026 10:33am"],
  ["The Newspaper's Staff Reporter Published March 12, 2026"],
  ["Story by Jane Doe • 12 Mar 2026 • 3 min read"],
  ["Jane Doe\nThu, March 12, 2026 at 10:33 AM GMT+3\n3 min read"],
  ["Mar 12, 2026 ∙ Paid"],
  ["Thursday, March 12, 2026 · Issue 123 · View in browser"],
  ["Thursday 12th March 2026"],
  ["12.03.2026"],
  ["12. March 2026"],
  ["12-03-2026", null, null],
  ["03/04/2026", null, null],
  ["Friday 03/04/2026", null, "2026-04-03"],
  ["03/04/2026 10:30 IST", null, "2026-04-03"],
  ["03.12.26 , 10:33", null, null],
  ["11-12 March 2026"],
  ["March 11-12, 2026"],
  ["(March 12, 2026)"],
  ["[12 March 2026]"],
  ["— 12 March 2026 —"],
  ["Date: March 12, 2026"],
  ["Created: 12 March 2026"],
  ["Release Date: March 12, 2026"],
  // a place beside it
  ["LUANDA, Saturday, July 25, 2026 | By a staff correspondent", "LUANDA", "2026-07-25"],
  ["UNITED NATIONS, March 12, 2026", "UNITED NATIONS"],
  ["Lomé, 12 March 2026", "Lomé"],
  ["Geneva/Port Sudan, 12 March 2026", "Geneva/Port Sudan"],
  ["GOMA, DR Congo, March 12, 2026", "GOMA"],
  ["GENEVA (12 March 2026)", "GENEVA"],
  ["12 March 2026, Geneva", "Geneva"],
  ["March 12, 2026 (PORT SUDAN)", "PORT SUDAN"],
  ["March 12, 2026 (AFP)"],
  ["NAIROBI | March 12, 2026 | Agency", "NAIROBI"],
  ["New York, 12 March 2026 (Example News)", "New York"],
  ["From our correspondent in Maiduguri\nThursday, March 12, 2026"],
  ["By our correspondents in Surin and Phnom Penh\nThursday 12 March 2026"],
  // institutions
  ["SC/16000\n12 March 2026"],
  ["Press Release | 12 March 2026"],
  ["12 March 2026 | News release | Geneva"],
  ["March 12, 2026\nRelease Number 20260312-01\nFOR IMMEDIATE RELEASE"],
  ["Office of the Spokesperson\nMarch 12, 2026"],
  ["For Immediate Release\nMarch 12, 2026"],
  ["Posted 12 Mar 2026 Originally published 12 Mar 2026"],
  ["Statement / Africa 12 March 2026  3 minutes"],
  ["Situation Report No. 7 (as of 12 March 2026)"],
  ["12 March 2026 10:33 The Palace, Moscow"],
  // copies from a browser
  ["Home / News / World\nPublished March 12, 2026"],
  ["Home > World > Africa\n12 March 2026\nShare\nSave"],
  ["By Jane Doe\nBBC Africa, Nairobi\n12 March 2026"],
  ["Jane Doe\nDiplomatic correspondent\nReporting from Goma\n12 March 2026"],
  ["Jane Doe and agencies\nThu 12 Mar 2026 10.33 GMT\nShare"],
  ["By Reuters\nMarch 12, 2026 at 10:33 AM"],
  ["Reuters\nMarch 12, 2026"],
  ["AFP\n12/03/2026 10:33", null, null],
  ["Agence Example\nKhartoum, Sudan ● Thu, March 12, 2026", "Khartoum"],
  ["Khartoum, Sudan ● Thu, March 12, 2026", "Khartoum"],
  ["News Desk March 12, 2026"],
  ["Correspondent\nMarch 12, 2026"],
  ["Dawn Report Published March 12, 2026"],
  ["Jane Doe | John Roe Published March 12, 2026"],
  ["March 12, 2026  0  12"],
  ["March 12, 2026 8:05 pm"],
  ["Mar 12, 2026 - 8:05 PM (GMT+2)"],
  ["Thursday, 12 March 2026, 20:05 (Kyiv time)"],
  ["12 March 2026, Thursday"],
  ["12 March 2026 (Thursday)"],
  ["THURSDAY, MARCH 12, 2026 | 21 Phalgun 1947 (Saka)"],
  ["2026-03-12T20:05:00+03:00"],
  ["Date: 2026-03-12T20:05:00Z"],
  ["Updated: 12-03-2026 11:10 IST\nCreated: 11-03-2026 09:30 IST", null, "2026-03-11"],
  ["Devdiscourse News Desk | Kinshasa | Updated: 12-03-2026 11:10 IST | Created: 12-03-2026 09:30 IST"],
  ["PTI | New Delhi | Updated: March 12, 2026 10:33 IST"],
  ["Edited By: Jane Doe\nLast Updated: March 12, 2026, 10:33 IST"],
  ["Curated By: News Desk\nReported By: Jane Doe\nAgency: PTI\nLast Updated: March 12, 2026, 10:33 IST"],
  ["Author: Jane Doe\nPublished: 12th Mar 2026"],
  ["Source: Agencies Date: 12 March 2026"],
  ["Khartoum - Thursday, March 12, 2026", "Khartoum"],
  ["Khartoum, March 12, 2026", "Khartoum"],
  ["Khartoum - 12 March 2026 (SUNA)", "Khartoum"],
  ["KHARTOUM, 12 March (SUNA)", "KHARTOUM", null],
  ["El Fasher / Tawila - 12 March 2026"],
  ["Port Sudan | 12 March 2026 | 20:05"],
  ["Geneva, 12 March 2026 — ", "Geneva"],
  ["New York, 12 March 2026", "New York"],
  ["PRESS RELEASE No. 45/2026\nAddis Ababa, 12 March 2026", "Addis Ababa"],
  ["No. PR-123/2026-ISPR\nRawalpindi, 12 March 2026", "Rawalpindi"],
  ["12.03.2026 | 10:33 | HR/VP"],
  ["12 March 2026\nFlash Update #3"],
  ["Flash Update #3 | 12 March 2026"],
  [
    "Format: Situation Report\nSource: Example Relief\nPosted: 12 Mar 2026\nOriginally published: 11 Mar 2026",
  ],
  ["News and Press Release\nSource\nExample Relief\nPosted\n12 Mar 2026\nOriginally published\n11 Mar 2026"],
  ["Thu. Mar. 12, 2026"],
  ["Mar.12, 2026"],
  ["12/Mar/2026"],
  ["12-Mar-2026 10:33"],
  ["Mar 12 2026 / 10:33 AM IST"],
  ["10.33am, Thursday, March 12, 2026"],
  ["at 10:33 on March 12, 2026"],
  ["Posted at 10:33 Thu 12 Mar 2026"],
  ["Posted 5h ago, updated 2h ago", null, null],
  ["Posted Thu 12 Mar 2026 at 10:33am, updated Fri 13 Mar 2026 at 1:05am"],
  ["First Posted: Mar 12, 2026 10:33 PM PHT"],
  ["Agence France-Presse / 10:33 PM March 12, 2026"],
  ["March 12, 2026 | 10:33pm"],
  ["By Jane Doe - March 12, 2026"],
  ["By Jane Doe, March 12, 2026"],
  ["by Jane Doe 12/03/2026 10:33 in News", null, null],
  ["by Jane Doe March 12, 2026 in News 0"],
  ["Jane Doe, Goma\n12 March 2026 at 10:33"],
  ["@example\n12 Mar 2026"],
  ["jane.doe@example.org\n12 Mar 2026"],
  ["(MENAFN- Example) March 12, 2026"],
  ["Thursday, March 12, 2026 (23 Ramadan 1447)"],
  ["Khordad 12, 1405 - June 2, 2026", null, "2026-06-02"],
  ["2 June 2026 - 12:20", null, "2026-06-02"],
  ["LIVE · Updated 12 March 2026, 10:33 GMT"],
  ["Live blog\nLast update 12 March 2026 - 10:33"],
  ["What we know, 12 March 2026"],
  ["Issue no. 45, 12 March 2026"],
  ["Vol. 12, No. 45 | Thursday, March 12, 2026"],
  ["12 March 2026 – 10:33 – Jane Doe"],
  ["Text by: Jane Doe\nIssued on: 12/03/2026 - 10:33Modified: 13/03/2026 - 12:00\n4 min"],
  ["Advertisement\nMarch 12, 2026"],
  ["Photo: A boat on the river (Example/File)\nMarch 12, 2026"],
  ["Listen to this article\n4 min\nMarch 12, 2026"],
  ["Local | Thursday 12 March 2026 10:33"],
  ["Maputo, 12 Mar (AIM) –", "Maputo", null],
  ["AFP, Khartoum\n12 March 2026", "Khartoum"],
  ["https://example.org/2026/03/12/drone-hits-ferry"],
  ["https://example.org/2026/03/12/drone-hits-ferry\nAccessed: 20 April 2026"],
  ["Retrieved on 20 April 2026\nPublished 12 March 2026"],
  ["2026. 3. 12."],
  ["12 Mar, 2026 20:05 | Updated @ 12 Mar, 2026 21:00"],
  ["12th Mar '26"],
  ["Thursday, 05-03-2026", null, "2026-03-05"],
  ["13/03/2026 at 8:05 PM", null, "2026-03-13"],
  ["Published:March 12,2026"],
  ["Publish Date: Thu, 12 Mar 2026 10:33 PM (IST)"],
  ["Press statement No. 12/2026 of 12 March 2026"],
  ["March 12, 2026 04:15 pm | Updated March 13, 2026 09:20 pm IST - GUWAHATI", "GUWAHATI"],
  ["Nairobi (Kenya), 12 March 2026", "Nairobi"],
  ["Thursday 12 March 2026 20:05, UK"],
  ["Views: 1,234\n12 March 2026"],
  // other calendars and languages
  ["Esfand 21, 1404", null, null],
  ["22 Ramadan 1447", null, null],
  ["12 mars 2026", null, null],
  // no day at all
  ["Thursday 12/3/2026", null, null],
  ["2 hours ago", null, null],
  ["Story by Jane Doe • 3h", null, null],
  ["Updated 3 hours ago", null, null],
  ["By Jane Doe · 45 mins ago · 4 min read", null, null],
];

/** What a first paragraph begins with. */
const BEFORE: readonly (readonly [head: string, place: string | null, day: string | null])[] = [
  ["NEW YORK, 12 March 2026 —", "NEW YORK", DAY],
  ["KYIV, March 12, 2026 (Agency) —", "KYIV", DAY],
  ["KUALA LUMPUR, March 12 2026 (Agency) --", "KUALA LUMPUR", DAY],
  ["ABU DHABI, 12th March, 2026 (WAM) --", "ABU DHABI", DAY],
  ["Riyadh, March 12, 2026, SPA --", "Riyadh", DAY],
  ["Accra, March 12, 2026, GNA –", "Accra", DAY],
  ["TEHRAN, Mar. 12, 2026 (MNA) –", "TEHRAN", DAY],
  ["ISLAMABAD, Mar 12, 2026 (APP):", "ISLAMABAD", DAY],
  ["New Delhi, Mar 12, 2026 (PTI)", "New Delhi", DAY],
  ["Taipei, March 12, 2026 (CNA)", "Taipei", DAY],
  ["New Delhi [India], March 12, 2026 (ANI):", "New Delhi", DAY],
  ["DHAKA, Mar 12, 2026 (BSS) -", "DHAKA", DAY],
  ["MOSCOW, March 12, 2026. /AGENCY/.", "MOSCOW", DAY],
  ["MOSCOW. March 12, 2026 (Agency) -", "MOSCOW", DAY],
  ["BAKU, Azerbaijan, March 12, 2026.", "BAKU", DAY],
  ["YEREVAN, MARCH 12, 2026, AGENCY.", "YEREVAN", DAY],
  ["Addis Ababa, March 12, 2026 (ENA) —", "Addis Ababa", DAY],
  ["March 12, 2026 (PORT SUDAN) –", "PORT SUDAN", DAY],
  ["(ANSA) - ROME, MAR 12, 2026 -", "ROME", DAY],
  ["(Beirut, March 12, 2026) –", "Beirut", DAY],
  ["12 March 2026, Geneva –", "Geneva", DAY],
  ["12 March 2026 | Geneva –", "Geneva", DAY],
  ["Rawalpindi, 12 March 2026:", "Rawalpindi", DAY],
  ["Rawalpindi - 12 March 2026:", "Rawalpindi", DAY],
  ["BOGOTÁ, 12 Mar 2026 (EFE).-", "BOGOTÁ", DAY],
  ["KHARTOUM / OMDURMAN, 12 March 2026 –", "KHARTOUM / OMDURMAN", DAY],
  ["GENEVA/NAIROBI (12 March 2026) –", "GENEVA/NAIROBI", DAY],
  ["Kampala, Uganda | March 12, 2026 |", "Kampala", DAY],
  ["KAMPALA, Uganda | THE EXAMPLE |", "KAMPALA", null],
  ["PESHAWAR, Thursday, March 12, 2026:", "PESHAWAR", DAY],
  ["12 March 2026 –", null, DAY],
  ["AL-FASHIR, Sudan (Agency) —", "AL-FASHIR", null],
  ["DEIR AL-BALAH, Gaza Strip (AP) —", "DEIR AL-BALAH", null],
  ["MOSCOW (Sputnik) -", "MOSCOW", null],
  ["Jakarta (ANTARA) -", "Jakarta", null],
  ["TAMPA, Fla. -", "TAMPA", null],
  ["TEHRAN (FNA)-", "TEHRAN", null],
  ["ALGIERS-", "ALGIERS", null],
  ["Tehran, IRNA –", "Tehran", null],
  ["Damascus, SANA-", "Damascus", null],
  ["(Geneva) –", "Geneva", null],
  ["[NAIROBI]", "NAIROBI", null],
  ["(Reuters) -", null, null],
  ["RAWALPINDI: (12 March 2026)", "RAWALPINDI", DAY],
  ["Khartoum, 13-3-2026 (SUNA)-", "Khartoum", "2026-03-13"],
  ["Paris, France | AFP |", "Paris", null],
  ["MIRAN SHAH (March 12, 2026):", "MIRAN SHAH", DAY],
  ["Imphal, March 12, 2026 :", "Imphal", DAY],
  ["D.I. KHAN, March 12, 2026:", "D.I. KHAN", DAY],
  ["SRINAGAR, MARCH 12:", "SRINAGAR", null],
  ["ST. PETERSBURG, Russia –", "ST. PETERSBURG", null],
  ["WASHINGTON D.C. —", "WASHINGTON D.C.", null],
  ["SANAA, March 12, 2026 (Saba) -", "SANAA", DAY],
  ["SANA'A March 12. 2026 (Saba) -", "SANA'A", DAY],
  ["Beirut, March 12, 2026 (Example)-", "Beirut", DAY],
  ["TRIPOLI, 12 March 2026 (LANA) –", "TRIPOLI", DAY],
  ["Tripoli, 12 March 2026:", "Tripoli", DAY],
  ["Tripoli, Libya — 12 March 2026:", "Tripoli", DAY],
  ["GAZA, March 12, 2026 (WAFA) –", "GAZA", DAY],
  ["RAMALLAH, Thursday, March 12, 2026 (WAFA) –", "RAMALLAH", DAY],
  ["KUWAIT, March 12, 2026 (KUNA) --", "KUWAIT", DAY],
  ["Doha, March 12, 2026 (QNA) -", "Doha", DAY],
  ["Muscat: 12 March 2026 –", "Muscat", DAY],
  ["Islamabad - March 12, 2026 -", "Islamabad", DAY],
  ["QUETTA: March 12, 2026:", "QUETTA", DAY],
  ["Dhaka, Mar 12, 2026 (UNB) -", "Dhaka", DAY],
  ["COLOMBO (News 1st):", "COLOMBO", null],
  ["Yangon, 12 March 2026 -", "Yangon", DAY],
  ["HANOI, March 12, 2026 (VNA) -", "HANOI", DAY],
  ["MANILA, Philippines —", "MANILA", null],
  ["TOKYO, March 12, 2026 (Kyodo) -", "TOKYO", DAY],
  ["Pyongyang, March 12, 2026 (KCNA) --", "Pyongyang", DAY],
  ["BEIJING, March 12, 2026 (Xinhua) --", "BEIJING", DAY],
  ["MINSK, 12 March 2026 (BelTA) –", "MINSK", DAY],
  ["KYIV. March 12, 2026 (Example-Ukraine) –", "KYIV", DAY],
  ["ADDIS ABABA / NAIROBI, 12 March 2026 -", "ADDIS ABABA / NAIROBI", DAY],
  ["NAIROBI, Kenya, March 12, 2026 —", "NAIROBI", DAY],
  ["MOGADISHU, Somalia – March 12, 2026 –", "MOGADISHU", DAY],
  ["Mogadishu (SONNA)-", "Mogadishu", null],
  ["N'DJAMENA, 12 March 2026 (Agency) —", "N'DJAMENA", DAY],
  ["Ouagadougou, March 12, 2026 (AIB) -", "Ouagadougou", DAY],
  ["Bangui, 12 March 2026 – ", "Bangui", DAY],
  ["Bogotá, Mar. 12, 2026 (Prensa Latina)", "Bogotá", DAY],
  ["São Paulo, Brazil, March 12, 2026 –", "São Paulo", DAY],
  ["Port-au-Prince, Haiti, 12 March 2026 –", "Port-au-Prince", DAY],
  ["PORT-AU-PRINCE, Haiti (AP) —", "PORT-AU-PRINCE", null],
  ["WASHINGTON/TEHRAN, March 12, 2026 (Reuters) -", "WASHINGTON/TEHRAN", DAY],
  ["UNITED NATIONS, March 12, 2026 (Agency) -", "UNITED NATIONS", DAY],
  ["UNITED NATIONS —", "UNITED NATIONS", null],
  ["THE HAGUE, Netherlands (AP) —", "THE HAGUE", null],
  ["The Hague, 12 March 2026 –", "The Hague", DAY],
  ["NEAR KUPIANSK, Ukraine —", "NEAR KUPIANSK", null],
  ["EL FASHER, Sudan, 12 March 2026 —", "EL FASHER", DAY],
  ["El Geneina, West Darfur, 12 March 2026 -", "El Geneina", DAY],
  ["al-Hasakah, Syria (North Press) –", "al-Hasakah", null],
  ["AL-QAMISHLI, March 12, 2026 —", "AL-QAMISHLI", DAY],
  ["ERBIL (Kurdistan 24) –", "ERBIL", null],
  ["Update: KYIV, March 12, 2026 (Agency) —", "KYIV", DAY],
  ["(LEAD) SEOUL, March 12, 2026 (Yonhap) --", "SEOUL", DAY],
  ["Thursday, March 12, 2026 –", null, DAY],
  ["March 12, 2026:", null, DAY],
  ["WASHINGTON, D.C., March 12, 2026 —", "WASHINGTON", DAY],
  ["UPDATE 2-KYIV, March 12, 2026 —", "KYIV", DAY],
  ["12/03/2026 – Goma –", "Goma", null],
  ["Pyongyang, March 12, Juche 115 (2026) (KCNA) --", "Pyongyang", DAY],
];

/** What stands below the last paragraph. */
const AFTER: readonly (readonly [tail: string, day?: string | null])[] = [
  ["Published in Dawn, March 12th, 2026"],
  ["Published in The Example Tribune, March 12th, 2026."],
  ["First published on: 12-03-2026 10:33 IST"],
  ["First Published: March 12, 2026, 10:33 IST"],
  ["First Published On : Mar 12, 2026"],
  ["This story was originally published on March 12, 2026."],
  ["This article was first published on 12 March 2026."],
  ["Posted on 12 March 2026"],
  ["Date published: 12 March 2026"],
  ["(Published on March 12, 2026)"],
  ["Last updated: 12 March 2026"],
  ["Geneva, 12 March 2026"],
  ["12 March 2026"],
  ["Khartoum, 12 March 2026\nMinistry of Foreign Affairs"],
  ["Damascus, 23 Ramadan 1447 AH, corresponding to 12 March 2026"],
  ["Issued at Khartoum on 12 March 2026"],
  ["Published: 12 March 2026 | Tags: river, war"],
  ["Sen. Jane Doe (R-Texas) — Announced March 12, 2026", null],
  ["Published 3 hours ago", null],
  ["Updated 12/03/2026", null],
];

describe("lines under a headline", () => {
  test.each(UNDER.map(([head, place = null, day = DAY]) => [head, place, day] as const))(
    "%s",
    (head, place, day) => {
      const found = read(whole(head));
      expect(found).toMatchObject({ day, place, title: TITLE, body: [BODY, ...MORE] });
    },
  );
});

describe("words before a first paragraph", () => {
  test.each(BEFORE)("%s", (head, place, day) => {
    expect(read(`${TITLE}\n\n${head} ${BODY}\n\n${MORE.join("\n\n")}`)).toMatchObject({
      day,
      place,
      body: [BODY, ...MORE],
    });
  });
});

describe("lines below the last paragraph", () => {
  test.each(AFTER)("%s", (tail, day: string | null = DAY) => {
    expect(read(`${TITLE}\n\n${BODY}\n\n${MORE.join("\n\n")}\n\n${tail}`)).toMatchObject({
      day,
      place: null,
      body: [BODY, ...MORE],
    });
  });
});

describe("lines above a headline", () => {
  test.each([
    ["12 March 2026"],
    ["World | Mar 12, 2026 10:33 IST"],
    ["Published: 12 March 2026\nUpdated: 13 March 2026"],
    ["Thursday, March 12, 2026"],
    ["2026-03-12 10:33"],
  ])("%s", (head) => {
    expect(read(`${head}\n\n${TITLE}\n\n${BODY}\n\n${MORE.join("\n\n")}`)).toMatchObject({
      day: DAY,
      title: TITLE,
      body: [BODY, ...MORE],
    });
  });

  test.each([
    "Skip to content\nExample News\nWorld",
    "MINISTRY OF FOREIGN AFFAIRS\nPRESS RELEASE",
    "BREAKING",
    "Example News > Africa",
  ])("%s", (masthead) => {
    const text = `${masthead}\n\n${TITLE}\nBy Jane Doe\n12 March 2026\n\n${BODY}\n\n${MORE.join("\n\n")}`;
    expect(read(text)).toMatchObject({ day: DAY, title: TITLE, author: "Jane Doe", body: [BODY, ...MORE] });
  });

  test.each([
    [`Subject: ${TITLE}\nFrom: Example Wire\nDate: Thu, 12 Mar 2026 10:33:00 +0000`],
    [`Title: ${TITLE}\nPublished: 12/03/2026\nUpdated: 13/03/2026`],
    [`Title: ${TITLE}\nDate: March 12\nLast updated: March 13, 2026`],
    [`---\ntitle: ${TITLE}\npubDate: 2026-03-12T10:33:00Z\nlastmod: 2026-03-14\nlayout: post\n---`],
  ])("%s", (head) => {
    expect(read(`${head}\n\n${BODY}\n\n${MORE.join("\n\n")}`)).toMatchObject({
      day: DAY,
      title: TITLE,
      body: [BODY, ...MORE],
    });
  });

  test("a long headline in title case, and the name of a group, which is no place", () => {
    const long =
      "Chad's Parties Must Carry Out Prisoner Accord, Reopen Abéché Road, Special Envoy Tells Council, as Speakers Differ on Who Should Guarantee Ceasefire";
    expect(
      read(`AC/1204
12 March 2026

${long}

${BODY}

${MORE.join("\n\n")}`),
    ).toMatchObject({
      title: long,
      body: [BODY, ...MORE],
    });
    const front = "FRONT POUR LA PAIX DE L'ENNEDI (FPE)";
    expect(
      read(`${front}

Communiqué No. 3

${BODY}

${MORE.join("\n\n")}`),
    ).toMatchObject({
      place: null,
      body: [BODY, ...MORE],
    });
  });

  test("a headline that has its day", () => {
    for (const title of [
      "Offensive Campaign Assessment, March 12, 2026",
      "Sudan: Humanitarian Update (12 March 2026)",
      "Daily Brief | 12 March 2026",
      "War latest: 12 March 2026",
      "Situation Report No. 7, as of 12 March 2026",
      "[12 March 2026] Drone hits ferry landing",
      "2026-03-12 – Drone hits ferry landing",
      `${TITLE} - March 12, 2026`,
    ]) {
      const found = read(`${title}\n\n${BODY}\n\n${MORE.join("\n\n")}`);
      expect(found, title).toMatchObject({ day: DAY, title, place: null, body: [BODY, ...MORE] });
    }
  });
});

describe("dates without a year", () => {
  test.each([
    [`KYIV, March 11 (Agency) — ${BODY}`, "Updated March 13, 2026", "2026-03-11"],
    [`KYIV, December 31 (Agency) — ${BODY}`, "Last updated: 1 January 2026 10:33", "2025-12-31"],
  ])("%s", (lead, line, day) => {
    expect(read(whole(line, lead)).day).toBe(day);
  });
});

describe("dates that are no day of publication", () => {
  test.each([
    `On July 25, 2023, the army took the town. ${BODY}`,
    `July 25, 2023, was a day like others. ${BODY}`,
    `In a decree of 25 July 2023, the president banned the group. ${BODY}`,
    `Displaced people at a camp near the town on July 25, 2023 (Agency)\n\n${BODY}`,
    `File photo: The ferry landing, July 25, 2023\n\n${BODY}`,
    `By March 12, 2026, the army had lost the town. ${BODY}`,
    `${TITLE}, seen from the air on July 25, 2023\n\n${BODY}`,
    `The war began: March 12, 2026 was its first day. ${BODY}`,
  ])("%s", (body) => {
    expect(read(whole("By Jane Doe", body)).day).toBeNull();
  });

  test.each([
    "IDF: We struck 40 targets in the night, among them a store of weapons and a command post of the group, the army said on Friday.",
    "NATO - the Western alliance - said on Friday that it would send more ships to the strait after the attack on a tanker.",
    "Gaza — under siege for months — has no fuel left, the UN said on Friday, and its hospitals will close within two days.",
    "Israel, Hamas — both have said that they accept the plan, but neither has signed it, mediators said on Friday in Cairo.",
    "Hezbollah (Party of God) — founded in 1982 — said on Friday that it would not give up its weapons as long as troops remain.",
    "RSF (Rapid Support Forces) – the group that has fought the army for years – said on Friday that it held the town.",
    "10:33 GMT – Nine people die, among them the captain, and forty are brought to the hospital of the town, medics say.",
    "(Geneva, Switzerland) is where the sides will meet on Friday, the mediator said, if the army does not change its mind.",
    "Monday, March 9, 2026 – Thursday, March 12, 2026 were four days of mourning, the governor of the province had said.",
  ])("no dateline: %s", (lead) => {
    expect(read(whole("By Jane Doe", lead))).toMatchObject({ day: null, place: null, body: [lead, ...MORE] });
  });

  test("the dates of a timeline", () => {
    const entries = ["March 3, 2021", "July 25, 2023", "October 9, 2024"].map((day) => `${day}\n\n${BODY}`);
    expect(read(`A timeline of the war on the river\n\n${entries.join("\n\n")}`).day).toBeNull();
    const inline = ["March 3, 2021", "July 25, 2023", "October 9, 2024"].map((day) => `${day}: ${BODY}`);
    expect(read(`A timeline of the war on the river\n\n${inline.join("\n\n")}`).day).toBeNull();
  });

  test("a headline in capitals is no dateline, nor is one with a colon", () => {
    for (const title of [
      "GUNMEN KILL NINE IN RAID",
      "Sudan: Nine Killed in Raid",
      "UKRAINE – WHAT WE KNOW",
    ]) {
      expect(read(`${title}\n\n${BODY}\n\n${MORE.join("\n\n")}`), title).toMatchObject({
        day: null,
        place: null,
        title,
      });
    }
  });
});
