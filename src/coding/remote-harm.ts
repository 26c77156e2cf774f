import { lower } from "../language/sentence.js";
import type { HarmClause } from "./harm-clause.js";
import type { HarmTrigger } from "./harm-words.js";

/** Told of a time long past: "killed in the 1971 war", "in 1994", "three decades ago". */
export function isRemote(view: HarmClause, trigger: HarmTrigger): boolean {
  const { s } = view;
  const { published } = view.parsed.report;
  const now = Number((published.to ?? published.from ?? "").slice(0, 4));
  for (let t = Math.max(0, trigger.token - 25); t < Math.min(s.form.length, trigger.token + 20); t++) {
    const w = lower(s, t);
    // "the deadliest since 2014, when 132 were killed"
    if (
      /^(?:1[89]|20)\d\d$/.test(w) &&
      now > 0 &&
      now - Number(w) >= 3 &&
      t < trigger.token &&
      lower(s, t + 1) === "," &&
      /^(?:when|in)$/.test(lower(s, t + 2)) &&
      runsOnFrom(view, t)
    )
      return true;
    if (w === "decades" && lower(s, t + 1) === "ago") return true;
    if (/^(?:1[89]\d\d|19\d0s)$/.test(w) && !runsOnFrom(view, t) && sameClause(view, t, trigger.token))
      return now === 0 || now - Number(w.slice(0, 4)) > 10 || w.endsWith("s");
    if (
      /^20\d\d$/.test(w) &&
      now > 0 &&
      now - Number(w) >= 5 &&
      !runsOnFrom(view, t) &&
      sameClause(view, t, trigger.token) &&
      /^(?:war|genocide|massacre|uprising|invasion|conflict|attack|bombing|earthquake)$/.test(lower(s, t + 1))
    )
      return true;
  }
  return false;
}

/** "since 2011", "since the revolt began in 2011": what has been counted up to now */
function runsOnFrom(view: HarmClause, year: number): boolean {
  for (let t = year - 1; t >= Math.max(0, year - 10) && !/^[,;:.]$/.test(lower(view.s, t)); t--)
    if (/^(?:since|from)$/.test(lower(view.s, t))) return true;
  return false;
}

function sameClause(view: HarmClause, a: number, b: number): boolean {
  for (let t = Math.min(a, b) + 1; t < Math.max(a, b); t++) if (/^[;:.]$/.test(view.s.form[t]!)) return false;
  return true;
}
