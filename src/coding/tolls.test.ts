import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadAttributionLexicon } from "../data/load-attribution.js";
import { loadLanguageModel } from "../data/load-language.js";
import { loadParties } from "../data/load-parties.js";
import { loadTolls, readTollSources } from "../data/load-tolls.js";
import { findQuotations } from "../language/quotes.js";
import { findAttributions } from "./attribution.js";
import type { Toll } from "./claim.js";
import { resolveCoreference } from "./coreference.js";
import { findMentions } from "./mentions.js";
import { plainReport } from "./plain-report.js";
import { findTolls } from "./tolls.js";

const language = await loadLanguageModel();
const parties = loadParties();
const cues = loadAttributionLexicon();
const lexicon = loadTolls();

function tollsOf(text: string, published = "2025-11-05"): Toll[] {
  const bare = plainReport(text, language, { published });
  const parsed = {
    ...bare,
    mentions: resolveCoreference({ ...bare, mentions: findMentions(bare, parties) }, parties),
  };
  const attributions = findAttributions(parsed, cues, findQuotations(text, { start: 0, end: text.length }));
  return findTolls(parsed, { lexicon, attributions });
}

/** "killed 12..? military part": harm, low and high ("?" is open), kind. */
const brief = (t: Toll) =>
  `${t.harm} ${t.count.low ?? "?"}..${t.count.high ?? "?"} ${t.of.kind}${t.partOf === null ? "" : " part"}`;
const sorted = (list: readonly string[]) => [...list].sort();

test.each<[string, string[]]>([
  [
    "The strike killed at least 12 people and wounded 30 others, killing a boy as well.",
    ["killed 12..? unknown", "wounded 30..30 unknown", "killed 1..1 civilian"],
  ],
  [
    "Fifteen people were killed and 20 wounded when a shell hit the market in El Fasher.",
    ["killed 15..15 unknown", "wounded 20..20 unknown"],
  ],
  // who speaks behind a comma is no second victim
  [
    "A shell killed a watchman in Zinder, the region's governor, Issa Bello, has said.",
    ["killed 1..1 civilian"],
  ],
  ["The blast killed two guards, a spokesman for the police, Sani Musa, said.", ["killed 2..2 military"]],
  [
    "Gunmen killed a teacher, the town's mayor, Luis Soto, and two guards on Monday.",
    ["killed 1..1 civilian", "killed 1..1 official", "killed 2..2 military"],
  ],
  // nor who one is
  [
    "One driver, a Jordanian citizen, was killed and two others were wounded.",
    ["killed 1..1 civilian", "wounded 2..2 civilian"],
  ],
  [
    "The shell killed a driver, a Jordanian citizen, and wounded two others.",
    ["killed 1..1 civilian", "wounded 2..2 civilian"],
  ],
  ["Gunmen killed a soldier, a father of three.", ["killed 1..1 military"]],
  [
    "Two civilians, a monk and a cook, were killed.",
    ["killed 2..2 civilian", "killed 1..1 civilian part", "killed 1..1 civilian part"],
  ],
  [
    "Two soldiers, a policeman and a cook were killed.",
    ["killed 2..2 military", "killed 1..1 police", "killed 1..1 civilian"],
  ],
  ["Rebels overran three army posts.", []],
  // a house that was hit
  ["Nine people in a bus that was hit by a drone were brought to the clinic.", []],
  ["Two officials said an oil depot took a direct hit before dawn.", []],
  // so many in each place
  [
    "Eleven people were killed on Monday: seven in a camp which was hit from the air, and four, including a boy, in a market.",
    [
      "killed 11..11 unknown",
      "killed 7..7 unknown part",
      "killed 4..4 unknown part",
      "killed 1..1 civilian part",
    ],
  ],
  [
    "Drones killed eight people overnight, five in Odesa and three in Sumy.",
    ["killed 8..8 unknown", "killed 5..5 unknown part", "killed 3..3 unknown part"],
  ],
  [
    "The war killed more than 900 people in Lebanon, according to its health ministry, and 31 in Israel.",
    ["killed 901..? unknown", "killed 31..31 unknown"],
  ],
  [
    "The bodies of a teacher and her nephew were found near Tame.",
    ["killed 2..2 civilian", "killed 1..1 civilian part", "killed 1..1 civilian part"],
  ],
  ["Five policemen and a civilian were killed.", ["killed 5..5 police", "killed 1..1 civilian"]],
  ["The mayor and three guards were killed.", ["killed 1..1 official", "killed 3..3 military"]],
  ["Irina Petrova and her two children were abducted.", ["captured 1..1 unknown", "captured 2..2 civilian"]],
  ["Aid workers praised the mayor and three guards were killed.", ["killed 3..3 military"]],
  ["The killing on Monday of two priests shocked the country.", ["killed 2..2 civilian"]],
  ["The murder in Loja last week of a judge led to a strike.", ["killed 1..1 official"]],
  ["The deaths at the hands of three policemen are being looked into.", []],
  ["Neither the mayor nor her three guards were wounded.", []],
  ["Neither he nor his wife was hurt, but two guards were killed.", ["killed 2..2 military"]],
  ["The body of an unidentified man was found on a road near Lima.", ["killed 1..1 unknown"]],
  ["Clashes left five people dead and dozens wounded.", ["killed 5..5 unknown", "wounded ?..? unknown"]],
  [
    "Ukrainian drones killed three civilians and injured seven others in Belgorod region, the governor said.",
    ["killed 3..3 civilian", "wounded 7..7 civilian"],
  ],
  [
    "At least 40 civilians, including 13 children, were killed in an attack on a displacement camp in Ituri.",
    ["killed 40..? civilian", "killed 13..13 civilian part"],
  ],
  [
    "M23 rebels killed 12 soldiers and three policemen near Goma.",
    ["killed 12..12 military", "killed 3..3 police"],
  ],
  [
    "The army said it had killed 23 militants and captured 15 others.",
    ["killed 23..23 militant", "captured 15..15 militant"],
  ],
  ["No casualties were reported.", ["killed 0..0 unknown"]],
  [
    "A soldier was killed and two others were wounded by sniper fire near Jabrayil.",
    ["killed 1..1 military", "wounded 2..2 military"],
  ],
  ["The death toll rose to 31 on Wednesday.", ["killed 31..31 unknown"]],
  ["Three brothers aged 6, 9 and 14 died when a shell hit their house in Sagaing.", ["killed 3..3 civilian"]],
  [
    "A father and his daughters, 4 and 7, died in the shelling of Sloviansk.",
    ["killed 1..1 civilian", "killed ?..? civilian"],
  ],
  [
    "Six people were killed in Kharkiv and four more in Dnipro overnight, officials said.",
    ["killed 6..6 unknown", "killed 4..4 unknown"],
  ],
  [
    "Three villagers died in Djugu and another nine in Mambasa.",
    ["killed 3..3 civilian", "killed 9..9 civilian"],
  ],
  [
    "Six people were killed in Goma and four more in Bukavu were wounded.",
    ["killed 6..6 unknown", "wounded 4..4 unknown"],
  ],
  [
    "India admits the loss of 12 soldiers and Islamabad that of seven fighters.",
    ["killed 12..12 military", "killed 7..7 militant"],
  ],
  [
    "The bishop, two of whose congregants were killed in the raid, called for peace.",
    ["killed 2..2 civilian"],
  ],
  ["The army put the number of rebels and allied fighters killed at over 90.", ["killed 91..? militant"]],
  ["Officials put the death toll at 27.", ["killed 27..27 unknown"]],
  [
    "Police said nine people were wounded; the mayor put the figure at 18.",
    ["wounded 9..9 unknown", "wounded 18..18 unknown"],
  ],
  ["The mayor put the figure at 12,000.", []],
  [
    "The rebels said 34 people were hurt, and that nine of the dead were children.",
    ["wounded 34..34 unknown", "killed 9..9 civilian"],
  ],
  ["Doctors revised the death toll from 12 to 19.", ["killed 19..19 unknown"]],
  ["The number of missing was revised down to six.", ["missing 6..6 unknown"]],
  ["Clinics said 24 bodies had been delivered to hospitals.", ["killed 24..24 unknown"]],
  ["A second strike hit rescuers, raising the toll to eight.", ["killed 8..8 unknown"]],
  [
    "The toll from Sunday's strike has climbed to 22, with 31 wounded.",
    ["killed 22..22 unknown", "wounded 31..31 unknown"],
  ],
  ["The number of those displaced had climbed past 400,000.", ["displaced 400001..? unknown"]],
  [
    "The attack killed 9 people, including two local yachtsmen, officials said.",
    ["killed 9..9 unknown", "killed 2..2 unknown part"],
  ],
  [
    "Armenia said 15 of its soldiers and nine civilians died in the fighting.",
    ["killed 15..15 military", "killed 9..9 civilian"],
  ],
  [
    "Cambodia has reported six civilians and two soldiers killed.",
    ["killed 6..6 civilian", "killed 2..2 military"],
  ],
  [
    'The army said two soldiers and "several" insurgents died.',
    ["killed 2..2 military", "killed ?..? militant"],
  ],
  [
    "Hospital officials said that 23 people, nearly half of them children, had died.",
    ["killed 23..23 unknown"],
  ],
  [
    "The army is holding 70 fighters, including nine commanders.",
    ["captured 70..70 militant", "captured 9..9 militant part"],
  ],
  ["The group said it had taken dozens of soldiers prisoner.", ["captured ?..? military"]],
  ["The ELN released three policemen it had kidnapped in Arauca.", ["captured 3..3 police"]],
  ["Of the 22 dead, nine were children.", ["killed 22..22 unknown", "killed 9..9 civilian part"]],
  [
    "A girl and three of her cousins were among the dead.",
    ["killed 4..4 civilian", "killed 1..1 civilian part", "killed 3..3 civilian part"],
  ],
  [
    "The raid killed one of the group's commanders, Abu Yusuf, and two guards.",
    ["killed 1..1 militant", "killed 2..2 military"],
  ],
  ["Two dozen soldiers deserted and seven others were captured.", ["captured 7..7 military"]],
  ["Gunmen slit the throats of four herders near Arbinda.", ["killed 4..4 civilian"]],
  ["Fighting around Uvira has pushed 45,000 people across the border.", ["displaced 45000..45000 unknown"]],
  ["More than half a million people have fled the region.", ["displaced 500001..? unknown"]],
  ["The army held 12 soldiers accountable for the abuses.", []],
  ["The four-day conflict in May killed more than 70 people.", ["killed 71..? unknown"]],
  ["The Kremlin said its forces had taken 1,000 prisoners in a month.", ["captured 1000..1000 unknown"]],
  ["A policeman guarding polio workers was shot dead by gunmen in Bajaur.", ["killed 1..1 police"]],
  [
    "The ambush left around 30 soldiers dead and an unknown number missing.",
    ["killed 25..34 military", "missing ?..? military"],
  ],
  [
    "A woman was killed and her husband and two sons were injured.",
    ["killed 1..1 civilian", "wounded 1..1 civilian", "wounded 2..2 civilian"],
  ],
  [
    "The rebels said they had killed, wounded or captured 500 federal troops.",
    ["killed 0..500 military", "wounded 0..500 military", "captured 0..500 military"],
  ],
  [
    "At least 40 people were killed or injured in the stampede.",
    ["killed ?..? unknown", "wounded ?..? unknown"],
  ],
  ["The reported number of casualties did not match the army's own information.", []],
  ["Witnesses said gunmen had beaten people or killed them with knives.", []],
  ["They accused the militia of executing wounded patients.", []],
  [
    "The death toll from the strike has climbed from 22 to 35, hospital officials said.",
    ["killed 35..35 unknown"],
  ],
  ["Russian forces shot down 45 Ukrainian drones overnight.", ["destroyed 45..45 equipment"]],
  ["Hospitals in Gaza received the bodies of 27 people on Sunday.", ["killed 27..27 unknown"]],
  ["Rescuers recovered 14 bodies from the rubble.", ["killed 14..14 unknown"]],
  ["Two of the dead were children.", ["killed 2..2 civilian"]],
  [
    "The attack on the convoy left 17 dead and more than 40 injured.",
    ["killed 17..17 unknown", "wounded 41..? unknown"],
  ],
  ["Gunmen abducted 30 schoolgirls from a hostel in Zamfara.", ["captured 30..30 civilian"]],
  ["More than 12,000 people have fled the town since Sunday.", ["displaced 12001..? unknown"]],
  [
    "The fighting has displaced some 200,000 people, according to the UN.",
    ["displaced 150000..249999 unknown"],
  ],
  [
    "Fighters destroyed two tanks and captured 15 posts.",
    ["destroyed 2..2 equipment", "captured 15..15 equipment"],
  ],
  [
    "The ambush killed a colonel and his driver.",
    ["killed 2..2 mixed", "killed 1..1 military part", "killed 1..1 civilian part"],
  ],
  ["Houthi forces said nine of their fighters had been killed in the strikes.", ["killed 9..9 militant"]],
  [
    "Seven people died, two of them children, when a drone struck a bus.",
    ["killed 7..7 unknown", "killed 2..2 civilian part"],
  ],
  [
    "Twelve people were killed, among them three women and a child.",
    ["killed 12..12 unknown", "killed 3..3 civilian part", "killed 1..1 civilian part"],
  ],
  ["He was killed in the 1971 war along with 300 villagers.", []],
  ["Two bombs killed 18 worshippers at a mosque in Peshawar.", ["killed 18..18 civilian"]],
  ["Rahim, 12, and his brother, 14, fled the village.", []],
  ["The two sides suffered heavy casualties.", ["killed ?..? unknown"]],
  [
    "An Israeli air strike on a house in Khan Younis killed nine members of one family, medics said.",
    ["killed 9..9 civilian"],
  ],
  [
    "Palestinian health officials said at least 38 Palestinians were killed across the enclave on Tuesday.",
    ["killed 38..? unknown"],
  ],
  [
    "Three soldiers of the FARDC died and eleven were wounded in the ambush.",
    ["killed 3..3 military", "wounded 11..11 military"],
  ],
  [
    "Fighters loyal to the junta torched more than 100 houses in Sagaing, residents said.",
    ["destroyed 101..? equipment"],
  ],
  [
    "The RSF killed at least 150 people, mostly women and children, in the village.",
    ["killed 150..? unknown"],
  ],
  [
    "Seven peacekeepers, three of whom later died, were injured in the mortar attack.",
    ["wounded 7..7 military", "killed 3..3 military"],
  ],
  [
    "Two policemen and four attackers were killed in the exchange of fire.",
    ["killed 2..2 police", "killed 4..4 militant"],
  ],
  [
    "Eight militants were killed and two captured, the military said.",
    ["killed 8..8 militant", "captured 2..2 militant"],
  ],
  [
    "Ukraine's general staff said Russia had lost 1,150 soldiers and 12 tanks in the past day.",
    ["killed 1150..1150 military", "destroyed 12..12 equipment"],
  ],
  ["Some 40 fighters were taken prisoner, an Azerbaijani official said.", ["captured 35..44 militant"]],
  ["ELN guerrillas took 12 soldiers hostage in Arauca.", ["captured 12..12 military"]],
  ["The guerrillas shot dead two community leaders near Tibu.", ["killed 2..2 civilian"]],
  ["An explosion outside a mosque in Kabul claimed the lives of 21 worshippers.", ["killed 21..21 civilian"]],
  ["The crash claimed 21 lives.", ["killed 21..21 unknown"]],
  [
    "A drone strike on a market in Kordofan left at least 30 civilians dead and scores injured.",
    ["killed 30..? civilian", "wounded ?..? civilian"],
  ],
  ["Nobody was hurt in the blast.", ["wounded 0..0 unknown"]],
  ["There were no immediate reports of casualties.", []],
  ["The attack caused no casualties but damaged two buildings.", ["killed 0..0 unknown"]],
  [
    "Israel says 1,200 people were killed and 251 taken hostage in the attack.",
    ["killed 1200..1200 unknown", "captured 251..251 unknown"],
  ],
  ["The war has killed more than 67,000 Palestinians since October 2023.", ["killed 67001..? unknown"]],
  [
    "Among the dead were four children and two aid workers.",
    ["killed 4..4 civilian", "killed 2..2 civilian"],
  ],
  ["The dead included three journalists.", ["killed 3..3 civilian"]],
  ["The army said that five soldiers were missing after the battle.", ["missing 5..5 military"]],
  ["Ten fishermen went missing after the naval clash.", ["missing 10..10 civilian"]],
  ["The President vowed to kill 100 more rebels if attacks go on.", []],
  ["If fighting resumes, thousands could be killed.", []],
  ["Rebels threatened to execute 12 hostages.", ["captured 12..12 unknown"]],
  ["The group has killed civilians in the past, analysts say.", ["killed ?..? civilian"]],
  ["Militants beheaded six farmers in Borno State.", ["killed 6..6 civilian"]],
  [
    "Gunmen on motorbikes killed 22 people and set fire to dozens of homes in Tillaberi.",
    ["killed 22..22 unknown", "destroyed ?..? equipment"],
  ],
  ["Air defences destroyed 84 of 101 drones.", ["destroyed 84..84 equipment"]],
  [
    "The air force said it downed 76 drones and five cruise missiles.",
    ["destroyed 76..76 equipment", "destroyed 5..5 equipment"],
  ],
  ["A Russian Su-34 bomber was shot down over Kherson.", ["destroyed 1..1 equipment"]],
  [
    "The shelling wounded a 67-year-old woman and her two grandsons.",
    ["wounded 3..3 civilian", "wounded 1..1 civilian part", "wounded 2..2 civilian part"],
  ],
  ["A 12-year-old boy was killed in Tulkarm.", ["killed 1..1 civilian"]],
  [
    "Twenty-three people, eight of them children, were killed on Friday in Rafah.",
    ["killed 23..23 unknown", "killed 8..8 civilian part"],
  ],
  [
    "The Houthis said US strikes killed 53 people, including five women and two children.",
    ["killed 53..53 unknown", "killed 5..5 civilian part", "killed 2..2 civilian part"],
  ],
  [
    "Security forces killed 27 terrorists, while two soldiers were martyred.",
    ["killed 27..27 militant", "killed 2..2 military"],
  ],
  ['"Our forces eliminated 15 occupiers," the brigade said.', ["killed 15..15 military"]],
  ["Turkish jets neutralised 11 PKK members in northern Iraq.", ["killed 0..11 militant"]],
  ["Between 30 and 40 insurgents died in the raid.", ["killed 30..40 militant"]],
  ["Dozens were killed and hundreds more wounded.", ["killed ?..? unknown", "wounded ?..? unknown"]],
  ["Two killed, six injured in Nowshera blast", ["killed 2..2 unknown", "wounded 6..6 unknown"]],
  ["Clashes kill 14 in eastern Congo", ["killed 14..14 unknown"]],
  ["Suicide bomber kills six police officers in Bannu", ["killed 6..6 police"]],
  [
    "The bombing, which killed 12 and wounded 40, was claimed by the group.",
    ["killed 12..12 unknown", "wounded 40..40 unknown"],
  ],
  ["Officials put the number of dead at 44.", ["killed 44..44 unknown"]],
  ["The ministry confirmed the deaths of two of its soldiers.", ["killed 2..2 military"]],
  ["The killing of three aid workers drew condemnation.", ["killed 3..3 civilian"]],
  ["The killing of civilians must stop, the envoy said.", []],
  ["More than 100 injuries were reported.", ["wounded 101..? unknown"]],
  ["About 3,000 families were displaced by the offensive.", ["displaced 2500..3499 civilian"]],
  ["The attack left 3,000 people homeless.", ["displaced 3000..3000 unknown"]],
  ["A convoy of 30 trucks reached the town.", []],
  ["The two countries signed three agreements after five days of talks.", []],
  ["The 12 captured soldiers were paraded in Goma.", ["captured 12..12 military"]],
  ["The government said 31 rebels had surrendered.", []],
  [
    "Rockets hit two villages, injuring three people, one of them seriously.",
    ["wounded 3..3 unknown", "wounded 1..1 unknown part"],
  ],
  [
    "One person was killed and 17 others, including three children, were injured.",
    ["killed 1..1 unknown", "wounded 17..17 unknown", "wounded 3..3 civilian part"],
  ],
  [
    "A commander of the group, Abu Salim, was killed along with two bodyguards.",
    ["killed 1..1 militant", "killed 2..2 unknown"],
  ],
  [
    "Fighting between the army and JNIM killed 20 soldiers and 35 jihadists.",
    ["killed 20..20 military", "killed 35..35 militant"],
  ],
  ["The army lost 12 men in the battle.", ["killed 12..12 military"]],
  ["Kyiv's forces have captured 8 Russian servicemen.", ["captured 8..8 military"]],
  [
    "At least six people were killed and 14 were injured, including a baby, when missiles struck Kryvyi Rih.",
    ["killed 6..? unknown", "wounded 14..14 unknown", "wounded 1..1 civilian part"],
  ],
  [
    "The strike killed the head of the police station and three of his men.",
    ["killed 4..4 unknown", "killed 1..1 unknown part", "killed 3..3 unknown part"],
  ],
  [
    "In total, 45 soldiers — 30 Armenian and 15 Azerbaijani — were killed.",
    ["killed 45..45 military", "killed 30..30 military part", "killed 15..15 military part"],
  ],
  ["Doctors Without Borders said it treated 80 wounded people.", ["wounded 80..80 unknown"]],
  ["Armenia said 105 of its servicemen had been killed.", ["killed 105..105 military"]],
  [
    "Gunmen opened fire, killing a priest, two nuns and four parishioners.",
    ["killed 1..1 civilian", "killed 2..2 civilian", "killed 4..4 civilian"],
  ],
  ["Shelling killed and injured 20 people.", ["killed 0..20 unknown", "wounded 0..20 unknown"]],
  [
    "Police said two officers died and a third was in critical condition.",
    ["killed 2..2 police", "wounded 1..1 police"],
  ],
  ["Two of the wounded later died in hospital.", ["killed 2..2 unknown"]],
  [
    "The blast killed at least one person, the mayor said, and left three others in hospital.",
    ["killed 1..? unknown", "wounded 3..3 unknown"],
  ],
  ["A total of 14 people lost their lives in the attack.", ["killed 14..14 unknown"]],
  ["Nine others sustained injuries.", ["wounded 9..9 unknown"]],
  ["Four soldiers sustained gunshot wounds.", ["wounded 4..4 military"]],
  [
    "Ethiopian airstrikes killed at least 56 people at a camp and wounded 138, aid workers said.",
    ["killed 56..? unknown", "wounded 138..138 unknown"],
  ],
  ["An estimated 600,000 people have died in the war.", ["killed 550000..649999 unknown"]],
  ["The earthquake killed 2,200 people in 2023.", ["killed 2200..2200 unknown"]],
  [
    "The ministry said that 8 of the dead were children and two were paramedics.",
    ["killed 8..8 civilian", "killed 2..2 civilian"],
  ],
  ["Fifty of the injured are still in hospital.", ["wounded 50..50 unknown"]],
  [
    "The monitor put the number of dead at 90, of whom at least 40 were members of the Republican Guard.",
    ["killed 90..90 unknown", "killed 40..? military part"],
  ],
  [
    "The mayor gave a toll of 31, all of them civilians, and said another 20 had been wounded.",
    ["killed 31..31 civilian", "wounded 20..20 civilian"],
  ],
  ["There were seven bodies beside the well.", ["killed 7..7 unknown"]],
  ["The whereabouts of 22 others remain unknown.", ["missing 22..22 unknown"]],
  ["He is one of 12 men from the village who have been missing since the raid.", ["missing 12..12 unknown"]],
  ["The pilot and his navigator were killed when the helicopter crashed.", ["killed 2..2 military"]],
  [
    "Hundreds of thousands of people have been killed since the revolt began in 2011.",
    ["killed ?..? unknown"],
  ],
  ["Police detained 30 displaced men in Ituri.", ["captured 30..30 unknown"]],
  ["Wounded soldiers told the radio that they had no water.", []],
  [
    'The Sudanese army said on Sunday that it had repelled an assault on El Obeid and killed "hundreds" of RSF fighters.',
    ["killed ?..? militant"],
  ],
  [
    "At least 46 people, most of them civilians, were killed when gunmen stormed the village of Barsalogho, two security sources said.",
    ["killed 46..? unknown"],
  ],
  [
    "The Malian army acknowledged that 44 soldiers and 20 Wagner mercenaries had died.",
    ["killed 44..44 military", "killed 20..20 militant"],
  ],
  [
    "Ukrainian officials said that Russia launched 273 drones, of which 88 were shot down.",
    ["destroyed 88..88 equipment"],
  ],
  [
    "A drone struck a fuel depot in Tuapse, the governor said, adding that there were no casualties.",
    ["killed 0..0 unknown"],
  ],
  [
    "Local media reported that 12 members of the security forces had been killed and that an army vehicle was destroyed.",
    ["killed 12..12 military", "destroyed 1..1 equipment"],
  ],
  [
    "The death of a Colombian police officer in Cauca brought the number of officers killed this year to 23.",
    ["killed 1..1 police", "killed 23..23 police"],
  ],
  [
    "Six Indian tourists died in the blast; 11 people were hurt.",
    ["killed 6..6 civilian", "wounded 11..11 unknown"],
  ],
  [
    'India said it had destroyed nine "terrorist camps" and killed more than 100 militants.',
    ["destroyed 9..9 equipment", "killed 101..? militant"],
  ],
  [
    "Five Azerbaijani servicemen and 21 Armenian soldiers were killed on Tuesday, both ministries said.",
    ["killed 5..5 military", "killed 21..21 military"],
  ],
  ["Myanmar's junta bombed a school in Sagaing, killing 11 children.", ["killed 11..11 civilian"]],
  [
    "The health ministry in Gaza says the number of people killed since the ceasefire has risen to 241.",
    ["killed 241..241 unknown"],
  ],
  [
    "In the past 24 hours, 17 bodies and 73 injured people arrived at hospitals.",
    ["killed 17..17 unknown", "wounded 73..73 unknown"],
  ],
  ["Two Israeli soldiers were lightly wounded by an explosive device.", ["wounded 2..2 military"]],
  ["The group released a video of two of the 20 hostages it still holds.", []],
  ["The 250 hostages taken on October 7 were the subject of the talks.", ["captured 250..250 unknown"]],
  ["Medecins Sans Frontieres said 17 of its staff were among those killed.", ["killed 17..17 civilian"]],
  [
    "Heavy fighting in Uvira has forced 200,000 people to flee, the UN said.",
    ["displaced 200000..200000 unknown"],
  ],
  ["Some 15,000 residents were evacuated from Pokrovsk.", ["displaced 14500..15499 civilian"]],
  [
    "The rebels claim to have killed 60 government troops; the army puts its dead at seven.",
    ["killed 60..60 military", "killed 7..7 unknown"],
  ],
  [
    "A senior Hezbollah commander was killed in the strike, the Israeli military said.",
    ["killed 1..1 militant"],
  ],
  ["Israel's military confirmed it had killed Mohammed Sinwar.", ["killed 1..1 militant"]],
  ["It was the deadliest attack since 2014, when 132 schoolchildren were killed in Peshawar.", []],
  ["Violence in the province has claimed more than 6,000 lives since 2017.", ["killed 6001..? unknown"]],
  ["The 30-year conflict killed 40,000 people before the 1999 agreement.", []],
  ["A US drone killed three suspected Al-Shabaab militants near Kismayo.", ["killed 3..3 militant"]],
  ["At least three dead in Kharkiv strike, mayor says", ["killed 3..? unknown"]],
  ["Dozens feared dead after air strike on Darfur market", ["missing ?..? unknown"]],
  ["Police arrested 40 protesters.", ["captured 40..40 civilian"]],
  ["Police arrested a protester.", []],
  ["Troops arrested seven suspected insurgents.", ["captured 7..7 militant"]],
  [
    "The governor said one person died and four people, including two children, were hospitalised.",
    ["killed 1..1 unknown", "wounded 4..4 unknown", "wounded 2..2 civilian part"],
  ],
  ["Twenty soldiers were killed or wounded.", ["killed 0..20 military", "wounded 0..20 military"]],
  [
    "The operation resulted in the death of eight terrorists and the capture of three others.",
    ["killed 8..8 militant", "captured 3..3 militant"],
  ],
  [
    "The attack resulted in the deaths of five people and injuries to 12 others.",
    ["killed 5..5 unknown", "wounded 12..12 unknown"],
  ],
  ["Militants blew up two bridges and a pipeline.", ["destroyed 2..2 equipment", "destroyed 1..1 equipment"]],
  ["Fires destroyed at least 400 tents at the camp.", ["destroyed 400..? equipment"]],
  ["The air force lost three helicopters during the operation.", ["destroyed 3..3 equipment"]],
  ["Three villagers succumbed to their injuries on Monday.", ["killed 3..3 civilian"]],
  ["Jihadists executed 15 civilians accused of spying.", ["killed 15..15 civilian"]],
  ["Four more people died of their wounds.", ["killed 4..4 unknown"]],
  ["A car bomb killed the governor of Kandahar.", ["killed 1..1 official"]],
  ["The attackers, all seven of whom were killed, wore army uniforms.", ["killed 7..7 militant"]],
  ["All five attackers were killed.", ["killed 5..5 militant"]],
  ["Officials said all 37 passengers had died.", ["killed 37..37 civilian"]],
  ["No one was injured in the attack.", ["wounded 0..0 unknown"]],
  ["Police said that nobody had been killed.", ["killed 0..0 unknown"]],
  [
    "The blast injured nearly 60 people, eight critically.",
    ["wounded 55..59 unknown", "wounded 8..8 unknown part"],
  ],
  [
    "The clash wounded 14 officers, two of them gravely, police said.",
    ["wounded 14..14 police", "wounded 2..2 police part"],
  ],
  [
    "About 700 families were evacuated, 200 of whom are staying in schools.",
    ["displaced 650..749 civilian", "displaced 200..200 civilian part"],
  ],
  ["Doctors put at 18 the number of people killed.", ["killed 18..18 unknown"]],
  [
    "The clinic put the number of dead at more than 60 and the wounded at 200.",
    ["killed 61..? unknown", "wounded 200..200 unknown"],
  ],
  ["Reporters counted 13 dead at the junction.", ["killed 13..13 unknown"]],
  ["Shelling killed a family of seven in the camp.", ["killed 7..7 civilian"]],
  ["A couple was killed in the blast.", ["killed 2..2 civilian"]],
  ["Nine people lost their lives and as many were injured.", ["killed 9..9 unknown", "wounded 9..9 unknown"]],
  [
    "Twelve days of fighting left more than 200 people dead and uprooted some 90,000.",
    ["killed 201..? unknown", "displaced 85000..94999 unknown"],
  ],
  ["The army handed over 12 captives on Friday.", []],
  [
    "Gunmen killed two labourers at dawn. Their leader denied that his men had shot the labourers dead.",
    ["killed 2..2 civilian"],
  ],
  ["Attackers stormed the post and blew up the building.", []],
  ["A mother who fled the town said she had seen no soldiers.", []],
  ["Nine rebels held the ford and fled when the tanks came.", []],
  ["Casualties: 14 killed, 35 wounded.", ["killed 14..14 unknown", "wounded 35..35 unknown"]],
  ["The toll stands at 14 dead and 35 injured.", ["killed 14..14 unknown", "wounded 35..35 unknown"]],
  [
    "The strikes left at least 85 people dead, including women and children, and 200 wounded.",
    ["killed 85..? unknown", "wounded 200..200 unknown"],
  ],
  [
    "Fano militiamen killed six officials and kidnapped a district administrator.",
    ["killed 6..6 official", "captured 1..1 official"],
  ],
  ["The court sentenced 12 men to death for killing a soldier in 2020.", ["killed 1..1 military"]],
  ["Clashes between herders and farmers left more than a dozen dead.", ["killed 13..? unknown"]],
  ["He told reporters his brother was killed by a sniper.", ["killed 1..1 civilian"]],
  ["Yemen's Houthis said they had downed an American MQ-9 drone.", ["destroyed 1..1 equipment"]],
  ["Thousands have been killed and millions displaced.", ["killed ?..? unknown", "displaced ?..? unknown"]],
  ["M23 captured the town of Walikale and three villages.", []],
  ["Rebels seized a military base and captured dozens of soldiers.", ["captured ?..? military"]],
  ['The ministry said seven enemy fighters were "neutralised".', ["killed 0..7 militant"]],
  ["Unidentified gunmen killed at least two people each in Hangu and Karak.", ["killed 2..? unknown"]],
  [
    "Shells fell on the camp, killing a mother and her three children.",
    ["killed 4..4 civilian", "killed 1..1 civilian part", "killed 3..3 civilian part"],
  ],
  ["About 70 percent of the dead were women and children.", []],
  ["The 3,000 troops killed in the war were honoured.", ["killed 3000..3000 military"]],
  [
    "Three civilians and two soldiers were killed and 13 civilians wounded in Nagorno-Karabakh.",
    ["killed 3..3 civilian", "killed 2..2 military", "wounded 13..13 civilian"],
  ],
  [
    "Russia's losses amounted to 300 killed and wounded, Kyiv said.",
    ["killed 0..300 unknown", "wounded 0..300 unknown"],
  ],
  [
    "Two soldiers and three civilians were killed and wounded, respectively.",
    ["killed 2..2 military", "wounded 3..3 civilian"],
  ],
  [
    "The blasts in Herat and Kandahar killed 12 and 9 people respectively.",
    ["killed 12..12 unknown", "killed 9..9 unknown"],
  ],
  [
    'An army statement said 14 "terrorists" were "eliminated" in Mali\'s Gao region.',
    ["killed 14..14 militant"],
  ],
  ['"We lost 17 men," a Fano commander said.', ["killed 17..17 militant"]],
  ["The military said it had struck 150 targets and killed dozens of operatives.", ["killed ?..? militant"]],
  ["Thirty-one hostages were freed and four others killed in the raid.", ["killed 4..4 unknown"]],
  [
    "A total of 1,043 people, most of them Alawite civilians, were killed, the monitor said.",
    ["killed 1043..1043 unknown"],
  ],
  [
    "About 60,000 people have been displaced from Walungu since Friday, OCHA said.",
    ["displaced 55000..64999 unknown"],
  ],
  [
    "The RSF shelled El Fasher, killing at least 11 and injuring 17, including women and children.",
    ["killed 11..? unknown", "wounded 17..17 unknown"],
  ],
  ["More than 30 drones were downed by Russian air defences over Bryansk.", ["destroyed 31..? equipment"]],
  ["Eleven Azerbaijani drones were destroyed, Stepanakert said.", ["destroyed 11..11 equipment"]],
  ["A Colombian navy helicopter crashed, killing all 10 people on board.", ["killed 10..10 unknown"]],
  [
    "Two Tuareg separatists and 15 soldiers lost their lives.",
    ["killed 2..2 militant", "killed 15..15 military"],
  ],
  [
    "The Taliban said that 58 Pakistani soldiers had been killed and about 30 wounded, while nine of its own fighters died.",
    ["killed 58..58 military", "wounded 25..34 military", "killed 9..9 militant"],
  ],
  [
    '"Nine of our fighters were martyred and 16 injured," he said.',
    ["killed 9..9 militant", "wounded 16..16 militant"],
  ],
  ["Pakistan confirmed the loss of 23 soldiers.", ["killed 23..23 military"]],
  ["The deaths of the three brothers shocked the town.", ["killed 3..3 civilian"]],
  ["Hamas handed over the bodies of two hostages.", []],
  ["Israel returned the bodies of 30 Palestinians.", []],
  [
    "Between January and June, 5,144 civilians were killed or injured by explosive weapons.",
    ["killed 0..5144 civilian", "wounded 0..5144 civilian"],
  ],
  ["At least 19 were reported killed.", ["killed 19..? unknown"]],
  ["Six people were reported to have been killed.", ["killed 6..6 unknown"]],
  [
    "One Thai soldier was killed and seven hurt in Sunday's clash with Cambodian troops.",
    ["killed 1..1 military", "wounded 7..7 military"],
  ],
  [
    "Thailand says 18 of its soldiers have died; Cambodia has not updated its count.",
    ["killed 18..18 military"],
  ],
  [
    "The Kurdish-led SDF said five of its fighters were killed when militants attacked a checkpoint.",
    ["killed 5..5 militant"],
  ],
  [
    "Ansaru gunmen killed the village head and abducted 15 worshippers.",
    ["killed 1..1 civilian", "captured 15..15 civilian"],
  ],
  [
    "Some 300 homes, a clinic and two schools were burned down.",
    ["destroyed 250..349 equipment", "destroyed 1..1 equipment", "destroyed 2..2 equipment"],
  ],
  [
    "At least 73 people have been killed in Haiti's capital this week, the UN says.",
    ["killed 73..? unknown"],
  ],
  [
    "No fewer than 14 villagers were slaughtered in Plateau State, a community leader said.",
    ["killed 14..? civilian"],
  ],
  [
    "Militants ambushed a convoy, leaving eight paramilitary troops martyred and four injured.",
    ["killed 8..8 military", "wounded 4..4 military"],
  ],
  [
    "The clash left two Indian soldiers and three infiltrators dead.",
    ["killed 2..2 military", "killed 3..3 militant"],
  ],
  ["It was unclear how many people had been killed.", []],
  ["Officials could not say whether anyone was killed.", []],
  ["Nearly half of those killed were children.", []],
  [
    "The suspect, who killed three people, was shot dead by police.",
    ["killed 3..3 unknown", "killed 1..1 unknown"],
  ],
  ["Seventeen others are in critical condition.", []],
  ["The first of three suspects died in 2019.", []],
  ["Five were killed on the spot.", ["killed 5..5 unknown"]],
  [
    "Gunmen killed four and wounded eight, including a district police chief.",
    ["killed 4..4 unknown", "wounded 8..8 unknown", "wounded 1..1 police part"],
  ],
])("reads the tolls of %j", (text, expected) => {
  expect(sorted(tollsOf(text).map(brief))).toEqual(sorted(expected));
});

/** Ways of wording that a careful reader has no trouble with. */
test.each<[string, string[]]>([
  ["Eleven of the dead in Kupwara, a town near the line, were women.", ["killed 11..11 civilian"]],
  [
    "Nine of the 22 people killed were students, the university said.",
    ["killed 22..22 unknown", "killed 9..9 civilian"],
  ],
  [
    "Of those killed, seven were soldiers and four were policemen, the governor said.",
    ["killed 7..7 military", "killed 4..4 police"],
  ],
  [
    "Among the 31 dead were 12 children and five women.",
    ["killed 31..31 unknown", "killed 12..12 civilian", "killed 5..5 civilian"],
  ],
  ["Fourteen people were killed, all but two of them civilians.", ["killed 14..14 unknown"]],
  ["Two brothers, Ahmed and Yusuf Saleh, were shot dead near Aden.", ["killed 2..2 civilian"]],
  [
    "Three soldiers, named by the army as Captain Tal Ron, Sergeant Eli Ben and Corporal Noa Levi, died.",
    ["killed 3..3 military"],
  ],
  [
    "Gunmen ambushed the mayor's car, killing him and two bodyguards.",
    ["killed 1..1 unknown", "killed 2..2 unknown"],
  ],
  ["The strike killed her and her driver.", ["killed 2..2 civilian"]],
  ["A bomber killed himself and 11 worshippers.", ["killed 11..11 civilian"]],
  ["The two pilots ejected and both were captured.", ["captured 2..2 military"]],
  ["Two houses were hit and a family of five killed.", ["killed 5..5 civilian"]],
  [
    "The raid left 13 people dead, including two infants, and 20 or more wounded.",
    ["killed 13..13 unknown", "killed 2..2 civilian part", "wounded 20..? unknown"],
  ],
  [
    "Forty people died, 11 soldiers and 29 civilians.",
    ["killed 40..40 unknown", "killed 11..11 military part", "killed 29..29 civilian part"],
  ],
  [
    "Hospital officials put the dead at 31, while the army spoke of 12.",
    ["killed 31..31 unknown", "killed 12..12 unknown"],
  ],
  ["The army reported four deaths, the guerrillas eleven.", ["killed 4..4 unknown", "killed 11..11 unknown"]],
  [
    "The United Nations has counted 214 dead, the government 96.",
    ["killed 214..214 unknown", "killed 96..96 unknown"],
  ],
  ["The bomb wounded nine and the governor, 52, was unhurt.", ["wounded 9..9 unknown"]],
  ["The Saudi prisoners, seven in all, were not mentioned.", ["captured 7..7 unknown"]],
  ["The army now holds 14 of the province's 17 townships.", []],
  [
    "The deaths of a mother and her three children caused outrage.",
    ["killed 4..4 civilian", "killed 1..1 civilian part", "killed 3..3 civilian part"],
  ],
  ["A policeman and two civilians were killed.", ["killed 1..1 police", "killed 2..2 civilian"]],
  [
    "Thirty-one people were killed, eight women among them.",
    ["killed 31..31 unknown", "killed 8..8 civilian part"],
  ],
  ["Four children were among the 19 killed.", ["killed 19..19 unknown", "killed 4..4 civilian"]],
  ["Three people were still believed to be under the rubble.", ["missing 3..3 unknown"]],
  ["Half a million people have been forced out of their homes.", ["displaced 500000..500000 unknown"]],
  [
    "Twenty died, the rebels said. The government spoke of seven.",
    ["killed 20..20 unknown", "killed 7..7 unknown"],
  ],
  ["Oscar Ruiz, a leader of the union, was found dead with his hands tied.", ["killed 1..1 unknown"]],
  ["A sound technician of the (CBS) network was also killed.", ["killed 1..1 civilian"]],
  [
    "The minister was killed near his home in the capital, along with two of his bodyguards.",
    ["killed 1..1 official", "killed 2..2 unknown"],
  ],
  [
    "The security guard was killed and his companion seriously hurt.",
    ["killed 1..1 civilian", "wounded 1..1 unknown"],
  ],
  ["The dead were identified as two nurses and a driver.", ["killed 2..2 civilian", "killed 1..1 civilian"]],
  ["The dead are in the morgue, an official said.", []],
  ["The rebels lost five men and the army two.", ["killed 5..5 militant", "killed 2..2 military"]],
  ["The truce is dead, his party says.", []],
  ["Guerrillas held up a bus and fled.", []],
  ["An undetermined number of wounded people were treated.", ["wounded ?..? unknown"]],
  ["A bomb hit a police van. Four personnel were killed.", ["killed 4..4 police"]],
  ["The army said that two officers were killed.", ["killed 2..2 military"]],
  ["It accused the rebels of killing civilians and executing captives.", []],
  ["People who had fled told of the attack.", []],
  [
    "Enemy losses amounted to up to 230 servicemen, two tanks and five lorries.",
    ["killed 0..230 military", "destroyed 2..2 equipment", "destroyed 5..5 equipment"],
  ],
  ["All but three of the 28 people on board died.", []],
  ["The driver of the van, whom police have not yet identified, was also killed.", ["killed 1..1 civilian"]],
  ["The gunmen also killed the agent's 2-year-old son.", ["killed 1..1 civilian"]],
  [
    "Two members of the judge's escort, agents of the secret police, were wounded.",
    ["wounded 2..2 official"],
  ],
  [
    "Six people were killed, including the rebel leader Omar Khan.",
    ["killed 6..6 unknown", "killed 1..1 militant part"],
  ],
  ["He condemned the assassination of the senator Luis Gomez.", ["killed 1..1 official"]],
  ["The death of Queen Ana was announced.", []],
  ["The number of soldiers killed was three.", ["killed 3..3 military"]],
  ["Captain Ruiz suffered no injuries in the crash.", ["wounded 0..0 unknown"]],
  ["Witnesses told of two massacres of peasants.", []],
  [
    "Four people lost their lives and 11 were taken to hospital.",
    ["killed 4..4 unknown", "wounded 11..11 unknown"],
  ],
  [
    "A drone hit a bus, leaving a woman dead and her daughter wounded.",
    ["killed 1..1 civilian", "wounded 1..1 civilian"],
  ],
  ["A landmine killed a shepherd and 30 of his sheep.", ["killed 1..1 civilian"]],
  ["Four of the dead man's brothers fight for the rebels.", []],
  ["Ten soldiers walked into an ambush; four were killed.", ["killed 4..4 military"]],
  ["The raid lasted an hour — no others were killed.", ["killed 0..0 unknown"]],
])("reads the tolls of what is worded in its own way: %j", (text, expected) => {
  expect(sorted(tollsOf(text).map(brief))).toEqual(sorted(expected));
});

// who is joined with others in a list, over what is said of them between
test.each<[string, string[]]>([
  [
    "Seven soldiers from Goma and three civilians were killed.",
    ["killed 7..7 military", "killed 3..3 civilian"],
  ],
  [
    "Seven soldiers, two of them officers, and three civilians were killed.",
    ["killed 7..7 military", "killed 2..2 military part", "killed 3..3 civilian"],
  ],
  [
    "Seven soldiers – two of them officers – and three civilians were wounded.",
    ["wounded 7..7 military", "wounded 2..2 military part", "wounded 3..3 civilian"],
  ],
  [
    "The ambush killed six nurses (four Kenyans and two Ugandans) and a driver.",
    [
      "killed 6..6 civilian",
      "killed 4..4 civilian part",
      "killed 2..2 civilian part",
      "killed 1..1 civilian",
    ],
  ],
  [
    "Four doctors, including Adam Idris, three nurses and a driver have been abducted.",
    [
      "captured 4..4 civilian",
      "captured 1..1 unknown part",
      "captured 3..3 civilian",
      "captured 1..1 civilian",
    ],
  ],
  [
    "Karim Said, 20 years old, and Omar Bello, 21, were shot dead.",
    ["killed 1..1 unknown", "killed 1..1 unknown"],
  ],
  [
    "Karim Said, who was 20, and Omar Bello, a driver, were killed.",
    ["killed 1..1 unknown", "killed 1..1 unknown"],
  ],
  [
    "Karim Said and Omar Bello, leaders of the union, were kidnapped.",
    ["captured 1..1 unknown", "captured 1..1 unknown"],
  ],
  [
    "Karim Said, a teacher, Omar Bello, a driver, and two children were killed.",
    ["killed 1..1 unknown", "killed 1..1 unknown", "killed 2..2 civilian"],
  ],
  ["Gunmen killed Karim Said, a teacher.", ["killed 1..1 unknown"]],
  [
    "Gunmen killed Karim Said, his wife and two children.",
    ["killed 1..1 unknown", "killed 1..1 civilian", "killed 2..2 civilian"],
  ],
  [
    "The mayor, Karim Said, and his driver, Omar Bello, were abducted.",
    ["captured 2..2 mixed", "captured 1..1 official part", "captured 1..1 civilian part"],
  ],
  [
    "The mayor, his wife and their two children were killed.",
    [
      "killed 4..4 mixed",
      "killed 1..1 official part",
      "killed 1..1 civilian part",
      "killed 2..2 civilian part",
    ],
  ],
  [
    "Gunmen killed the governor of Ituri, a judge and the police commander.",
    [
      "killed 3..3 mixed",
      "killed 1..1 official part",
      "killed 1..1 official part",
      "killed 1..1 police part",
    ],
  ],
  [
    "An army officer and the wife of a colonel were killed.",
    ["killed 2..2 mixed", "killed 1..1 military part", "killed 1..1 civilian part"],
  ],
  [
    "The murder of four nurses, a driver and her daughter shocked the town.",
    ["killed 4..4 civilian", "killed 1..1 civilian", "killed 1..1 civilian"],
  ],
  [
    "The injured are: a taxi driver; Omar Bello, a beggar who slept outside the bank; and Ali Hassan, a baker.",
    ["wounded 1..1 civilian", "wounded 1..1 unknown", "wounded 1..1 unknown"],
  ],
  [
    "Wounded in the blast were: a taxi driver; Omar Bello, a beggar; and Ali Hassan, a baker.",
    ["wounded 1..1 civilian", "wounded 1..1 unknown", "wounded 1..1 unknown"],
  ],
  [
    "The trader's son, Adam; Musa Idris, the county clerk; and a guard were also killed.",
    ["killed 1..1 civilian", "killed 1..1 unknown", "killed 1..1 military"],
  ],
  ["None of the nine nurses and about 60 patients in the ward was hurt.", ["wounded 0..0 civilian"]],
  ["The families of six teachers who were killed in Zinder met the minister.", ["killed 6..6 civilian"]],
  [
    "The brother of a nurse, one of three in the town, who was killed on Monday met the minister.",
    ["killed 1..1 civilian"],
  ],
  [
    "Two students who had been kidnapped were found murdered.",
    ["captured 2..2 civilian", "killed 2..2 civilian"],
  ],
  [
    "The highway police reported that 10 other people [not named] were also injured.",
    ["wounded 10..10 unknown"],
  ],
  ["Ten other people who used to visit the farm have been killed.", ["killed 10..10 unknown"]],
  [
    "Twelve members of the union, the largest in the valley, have been killed this year.",
    ["killed 12..12 unknown"],
  ],
  [
    "The bodies of Karim Said and Omar Bello were found in a ditch.",
    ["killed 1..1 unknown", "killed 1..1 unknown"],
  ],
  ["A farmer's body was found in the river.", ["killed 1..1 civilian"]],
  ["His body was found in the river.", []],
  ["The army's main body was found on the hill.", []],
  [
    "Two policemen who had been wounded on Monday died in hospital.",
    ["wounded 2..2 police", "killed 2..2 police"],
  ],
  ["The mayor met his death in an ambush.", ["killed 1..1 official"]],
  ["The president met the mayor on Monday.", []],
  ["The gunmen took the mayor from his home and shot him dead.", ["killed 1..1 unknown"]],
  ["The gunmen took the men from the bus and shot them dead.", []],
  ["The murdered mayor was 52.", []],
  ["The injured hostage is a Danish nurse.", ["wounded 1..1 civilian"]],
  [
    "Gunmen killed the headmaster, Omar Bello, and his assistant.",
    ["killed 2..2 civilian", "killed 1..1 civilian part", "killed 1..1 civilian part"],
  ],
  ["Three Europeans were kidnapped on Monday.", ["captured 3..3 unknown"]],
  // not theirs
  ["Abu Omar, a rebel commander in Kidal, was killed.", ["killed 1..1 militant"]],
  [
    "Twelve soldiers, three of them officers, were killed and the mayor, 52, was unhurt.",
    ["killed 12..12 military", "killed 3..3 military part"],
  ],
  ["Bishop Okello, two of whose flock were killed, spoke on Sunday.", ["killed 2..2 unknown"]],
  ["The deaths of two men, and the mayor said so, were no accident.", ["killed 2..2 unknown"]],
  [
    "Rebels killed 12 soldiers from Goma and three civilians were wounded.",
    ["killed 12..12 military", "wounded 3..3 civilian"],
  ],
])("counts who is joined with others: %j", (text, expected) => {
  expect(sorted(tollsOf(text).map(brief))).toEqual(sorted(expected));
});

const whose = (t: Toll) => `${t.count.words} ${t.of.party?.code ?? "-"}`;

/** Persons named as victims: each is one, with the words that name them. */
test.each<[string, string[]]>([
  ["Armenia handed over 12 bodies, receiving eight in return.", []],
  ["Ankara declined to say which of the two it held responsible.", []],
  [
    "Gunmen killed Hector Ruiz, leader of the union, and the lawyer Gilda Mora on Monday.",
    ["killed 1 Hector Ruiz", "killed 1 the lawyer Gilda Mora"],
  ],
  [
    "Gunmen murdered judge Carlos Garcia, police commander Franklin Quintero, and senator Luis Galdos.",
    [
      "killed 1 judge Carlos Garcia",
      "killed 1 police commander Franklin Quintero",
      "killed 1 senator Luis Galdos",
    ],
  ],
  ["Luis Galdos, another correspondent, was seriously wounded.", ["wounded 1 Luis Galdos"]],
  [
    "Policemen Gabriel Garay and Henry Moreno were injured.",
    ["wounded 1 Policemen Gabriel Garay", "wounded 1 Henry Moreno"],
  ],
  ["A strike killed Hassan Ruiz, John Smith of the hospital said.", ["killed 1 Hassan Ruiz"]],
  ["The army killed Juan Perez and Carlos Diaz fled.", ["killed 1 Juan Perez"]],
  ["Also injured was a street vendor.", ["wounded 1 a street vendor"]],
  ["Also killed in the attack were two police officers.", ["killed 2 two police officers"]],
  [
    "Among the injured were Ana Gomez, Juan Perez and a child.",
    ["wounded 1 Ana Gomez", "wounded 1 Juan Perez", "wounded 1 a child"],
  ],
  ["Among the priests murdered was Father Ignacio Ruiz.", ["killed 1 Father Ignacio Ruiz"]],
  ["Wounded in the raid, the man was taken to hospital.", []],
  ["The rebels murdered, at gunpoint, a soldier who was in hospital.", ["killed 1 a soldier"]],
])("%s", (text, expected) => {
  expect(tollsOf(text).map((t) => `${t.harm} ${t.count.low} ${t.of.words}`)).toEqual(expected);
});

test.each<[string, string[]]>([
  ["Armenia said 105 of its servicemen had been killed.", ["105 ARM"]],
  ["As many as 14 Malian soldiers died near Mopti.", ["As many as 14 MLI"]],
  ["Six members of the RSF were captured in Omdurman.", ["Six SDN|RSF"]],
  ["Israeli strikes killed 21 Palestinians on Monday.", ["21 PSE"]],
  ["Ukraine's general staff said Russia had lost 1,150 soldiers.", ["1,150 RUS"]],
  [
    "The war killed 900 people in Lebanon, according to its health ministry, and 31 in Israel.",
    ["900 LBN", "31 ISR"],
  ],
  ["An Indian cook was killed and four others were hurt.", ["An IND", "four -"]],
  ["An Indian soldier was killed and four others were hurt.", ["An IND", "four IND"]],
])("reads whose the victims of %j are", (text, expected) => {
  const found = tollsOf(text).map(whose);
  expect(found).toHaveLength(expected.length);
  found.forEach((f, k) => {
    expect(expected[k]!.replace("SDN|", "")).toBe(f);
  });
});

test.each<[string, string, string]>([
  ["Pakistani jets killed 12 people in Khost, Kabul said.", "PAK", "AFG"],
  ["Eleven civilians were killed in Russian strikes, Ukraine's interior ministry said.", "RUS", "UKR"],
])("reads who did it and who says so in %j", (text, perpetrator, source) => {
  const [toll] = tollsOf(text);
  expect(toll?.perpetrator?.code).toBe(perpetrator);
  expect(toll?.sources.map((p) => p.code)).toEqual([source]);
});

/** Party of the victims, who did it, who says so; "-" is nobody known. */
const roles = (t: Toll) =>
  [t.of.party?.code, t.perpetrator?.code, t.sources.map((p) => p.code).join()].map((x) => x || "-").join(" ");

test.each<[string, string[]]>([
  ["Mali said that it had repelled an attack by JNIM, killing 14 of its men.", ["JNIM MLI MLI"]],
  ["Israel said its troops had mistakenly killed three of their own soldiers.", ["ISR ISR ISR"]],
  [
    "The talks opened under fire at Chaman which Afghan officials said killed four traders, two of them brothers, and injured nine.",
    ["- - AFG", "- - AFG", "- - AFG"],
  ],
  ["Thai officials said a rocket had struck a petrol station, killing six people.", ["- - THA"]],
  [
    '"As per intelligence estimates, more than 70 insurgents have been neutralised," Pakistan said.',
    ["- - PAK"],
  ],
  [
    "The Pakistani army lost 12 soldiers, while the Afghan side admitted to nine dead.",
    ["PAK - -", "AFG - AFG"],
  ],
  [
    "Israeli gunfire killed two teenagers near Hebron, the Palestinian health ministry said, bringing to 47 the number of minors killed there this year.",
    ["- ISR PSE", "- ISR PSE"],
  ],
  ["A drone hit the market, Kyiv said, wounding nine people and killing two.", ["- - UKR", "- - UKR"]],
  ["The UN rights office said it had verified the killing of 319 civilians in Rutshuru.", ["COD - UN"]],
  ["The army's ambulance came under fire, Mali said, killing one of its medics.", ["MLI - MLI"]],
  ["India admits the loss of 12 soldiers and Pakistan that of seven troops.", ["- - IND", "PAK - PAK"]],
])("whose, by whom, says who: %j", (text, expected) => {
  expect(sorted(tollsOf(text).map(roles))).toEqual(sorted(expected));
});

test.each([
  "Norway gave ten million dollars to vulnerable and displaced people inside Chad.",
  "Kenya dispatched police agents to Chad to look into the bombings.",
  "The president rolled out the red carpet for the Kenyan leader, welcoming him as a friend.",
])("sent or received, not harmed: %s", (sentence) => {
  expect(tollsOf(sentence)).toEqual([]);
});

test("a year before a noun of harm is no count", () => {
  const low = (text: string) => tollsOf(text).map((t) => t.count.low);
  expect(low("The 2024 killing of two nuns shocked the town.")).toEqual([2]);
  expect(low("The 2024 murder of a judge shocked the town.")).not.toContain(2024);
  expect(low("The December 6 killing of a 15-year-old by police set off riots.")).not.toContain(6);
  expect(low("The agency recorded 2,010 deaths in 2010.")).toEqual([2010]);
});

test("who is of the rest is not of those who are held", () => {
  const tolls = tollsOf(
    "Eight of those are in custody, but the rest are at large, including rebel leader Idriss Ali.",
  );
  expect(tolls.map((t) => [t.count.low, t.partOf])).toEqual([[8, null]]);
});

test("a house that was struck did not do the harm", () => {
  expect(tollsOf("The Italian embassy bombing killed 12 people.").map((t) => t.perpetrator)).toEqual([null]);
  expect(tollsOf("The Kuwait invasion killed 12 people.").map((t) => t.perpetrator)).toEqual([null]);
  const hit = "Near Diffa, one strike hit an ISWAP tactical unit; destroyed four lorries.";
  expect(tollsOf(hit).map((t) => t.perpetrator)).toEqual([null]);
  expect(tollsOf("The US invasion killed 12 people.").map((t) => t.perpetrator?.code)).toEqual(["USA"]);
});

test("other reports are not those told before", () => {
  const tolls = tollsOf(
    "Officials in Kenya said that 40 people had been killed. Contrary to other reports, police said, nobody had confessed.",
  );
  expect(tolls.map((t) => t.stance)).toEqual(["asserts"]);
});

test("a toll that somebody denies is told twice: asserted and denied", () => {
  const tolls = tollsOf("Congolese officials reported civilian deaths, claims Rwanda denies.");
  expect(tolls.map((t) => [t.stance, t.sources.map((p) => p.code).join()])).toEqual([
    ["asserts", "COD"],
    ["denies", "RWA"],
  ]);
});

test("'any' is a toll only where it is denied", () => {
  expect(tollsOf("The army denied that any soldier had died.").map((t) => t.stance)).toEqual(["denies"]);
  expect(tollsOf("Any soldier who dies will be buried with honours.")).toEqual([]);
});

test("spans lie in their sentence and hold the figure", () => {
  const text = "Officials said 14 guards were killed. At least nine civilians, among them two nurses, died.";
  for (const t of tollsOf(text)) expect(text.slice(t.start, t.end)).toContain(t.count.words);
});

test("any order of words: no crash, bounds in order, spans inside", () => {
  const word = fc.constantFrom(
    "killed",
    "12",
    "soldiers",
    "and",
    ",",
    "including",
    "wounded",
    "of",
    "them",
    "whom",
    "were",
    "the",
    "death",
    "toll",
    "to",
    "at least",
    "no",
    "casualties",
    "three",
    "others",
    "in",
    "(",
    ")",
    "—",
    "who",
    "by",
    "Israeli",
    "dead",
    "left",
    "bodies",
    "found",
    "from",
    "their homes",
    "more",
    "“",
    "”",
    ".",
    "lost",
    "its",
    "children",
    "tanks",
    "destroyed",
    "2014",
    "aged",
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
      const text = words.join(" ");
      for (const t of tollsOf(text)) {
        expect(t.start).toBeGreaterThanOrEqual(0);
        expect(t.end).toBeGreaterThan(t.start);
        expect(t.end).toBeLessThanOrEqual(text.length);
        if (t.count.low !== null && t.count.high !== null)
          expect(t.count.low).toBeLessThanOrEqual(t.count.high);
        if (t.partOf !== null) expect(t.partOf).not.toBe(t.id);
      }
    }),
    { numRuns: 300 },
  );
});

describe("lexicons/tolls/harms.yaml", () => {
  const { harms } = readTollSources();
  const made = (text: string, id: string) => tollsOf(text).filter((t) => t.rule === `toll:${id}`);
  test.each(harms.map((h) => [h.id, h.yes] as const))("%s: %s", (id, yes) => {
    expect(made(yes, id)).not.toEqual([]);
  });
  test.each(harms.map((h) => [h.id, h.no] as const))("%s makes nothing of: %s", (id, no) => {
    expect(made(no, id)).toEqual([]);
  });
});
