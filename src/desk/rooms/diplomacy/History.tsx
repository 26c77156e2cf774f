import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import type { DiplomacyRoom } from "../../../formats/desk-json.js";
import { dateLabel } from "../../../formats/labels.js";
import { counted } from "../../../formats/page.js";
import { CEASEFIRE_WORDS, STATE_WORDS } from "../../../formats/record-labels.js";
import type { Search } from "../../api/filters.js";
import { useNameOf } from "../../api/names.js";
import { PartyList, Source } from "../../shared/Party.js";
import { StepMark } from "../../shared/step-marks/StepMark.js";
import { useSearchValues } from "../../shared/use-filters.js";
import { VERDICT_MEANING, Verdict } from "../../shared/Verdict.js";
import { Beside } from "./Beside.js";
import css from "./History.module.css";
import {
  breachesOf,
  breachTally,
  type Ceasefire,
  ceasefireLine,
  type Evidence,
  type Initiative,
  initiativeLine,
  reportsOf,
  type Step,
} from "./lives.js";

type Report = DiplomacyRoom["reports"][number];
type Reports = ReadonlyMap<string, Report>;

/** An initiative's life: every step with its words, and who places it where. */
export function InitiativeHistory({
  initiative: i,
  reports,
  onClose,
}: {
  readonly initiative: Initiative;
  readonly reports: Reports;
  readonly onClose: () => void;
}) {
  const nameOf = useNameOf();
  const line = useMemo(() => initiativeLine(i, { nameOf }), [i, nameOf]);
  const among = [...i.parties, ...i.thirdParty];
  return (
    <Beside title={line.title} onClose={onClose}>
      <p className={css.state}>
        <strong>{line.state}</strong>
        {i.dormant && <span className="faint">dormant: no step for 90 days</span>}
        <Verdict verdict={i.verdict} />
      </p>
      <p className={css.meaning}>On its state: {VERDICT_MEANING[i.verdict]}</p>
      {i.contested.length > 0 && (
        <section className={css.contested} aria-label="Contested state">
          <h3>Its state is contested</h3>
          <ul>
            {i.contested.map((c) => (
              <li key={`${c.source} ${c.state}`}>
                <Source source={c.source} among={among} />: {STATE_WORDS[c.state]}
              </li>
            ))}
          </ul>
        </section>
      )}
      <dl className={css.facts}>
        <Fact name="Third party">
          <PartyList codes={i.thirdParty} among={among} none="none named" />
        </Fact>
        <Fact name="Parties">
          <PartyList codes={i.parties} among={among} />
        </Fact>
        <Fact name="Accepted by" isShown={i.acceptedBy.length > 0}>
          <PartyList codes={i.acceptedBy} among={among} />
        </Fact>
        <Fact name="Refused by" isShown={i.declinedBy.length > 0}>
          <PartyList codes={i.declinedBy} among={among} />
        </Fact>
        <Fact name="Rounds of talks" isShown={i.rounds > 0}>
          {i.rounds}
        </Fact>
        <Fact name="Places" isShown={i.places.length > 0}>
          <span className="foreign">{i.places.join(", ")}</span>
        </Fact>
      </dl>
      <h3>Steps</h3>
      <Steps steps={line.steps} among={among} reports={reports} />
      <More
        parties={i.parties}
        days={{ from: i.from, to: i.to }}
        hashes={reportsOf(line.steps)}
        reports={reports}
      />
    </Beside>
  );
}

/** A ceasefire: what was agreed, and the breaches that each side reports. */
export function CeasefireHistory({
  ceasefire: c,
  reports,
  onClose,
}: {
  readonly ceasefire: Ceasefire;
  readonly reports: Reports;
  readonly onClose: () => void;
}) {
  const nameOf = useNameOf();
  const line = useMemo(() => ceasefireLine(c, { nameOf }), [c, nameOf]);
  const breaches = useMemo(() => breachesOf(c, { nameOf }), [c, nameOf]);
  const among = [...c.parties, ...c.brokers];
  return (
    <Beside title={line.title} onClose={onClose}>
      <p className={css.state}>
        <strong>{CEASEFIRE_WORDS[c.state]}</strong>
      </p>
      <dl className={css.facts}>
        <Fact name="Parties">
          <PartyList codes={c.parties} among={among} />
        </Fact>
        <Fact name="Brokered by">
          <PartyList codes={c.brokers} among={among} none="nobody named" />
        </Fact>
        <Fact name="Agreed">{c.agreed ? dateLabel(c.agreed) : "day not told"}</Fact>
        <Fact name="In force from">{c.inForceFrom ? dateLabel(c.inForceFrom) : "not told"}</Fact>
        <Fact name="Term">{c.termDays === null ? "none told" : counted(c.termDays, "day")}</Fact>
        <Fact name="Who says so">
          <span className={css.sources}>
            {c.sources.map((s) => (
              <Source key={s} source={s} among={among} />
            ))}
          </span>
        </Fact>
      </dl>
      <h3>The agreement, in the words of the reports</h3>
      <Quotes evidence={c.evidence} reports={reports} />
      <h3>
        {c.breaches.length === 0
          ? "No breach is reported"
          : counted(c.breaches.length, "reported breach", "reported breaches")}
      </h3>
      {c.breaches.length > 0 && (
        <>
          <p className={css.meaning}>
            A reported breach is what its reporter says; it does not end a ceasefire.
          </p>
          <ul className={css.tally}>
            {breachTally(c).map((t) => (
              <li key={`${t.accuser} ${t.accused.join()}`}>
                <Source source={t.accuser} among={among} />{" "}
                {t.accused.length > 0 ? (
                  <>
                    {t.accuser === null ? "tell of breaches by" : "accuses"}{" "}
                    <PartyList codes={t.accused} among={among} />
                  </>
                ) : (
                  "without saying by whom"
                )}
                : {t.times}
              </li>
            ))}
          </ul>
          <Steps steps={breaches} among={among} reports={reports} />
        </>
      )}
      <More
        parties={c.parties}
        days={{ from: c.agreed?.from ?? null, to: null }}
        hashes={reportsOf(line.steps)}
        reports={reports}
      />
    </Beside>
  );
}

function Fact({
  name,
  isShown = true,
  children,
}: {
  readonly name: string;
  readonly isShown?: boolean;
  readonly children: ReactNode;
}) {
  return isShown ? (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  ) : null;
}

function Steps({
  steps,
  among,
  reports,
}: {
  readonly steps: readonly Step[];
  readonly among: readonly string[];
  readonly reports: Reports;
}) {
  const [search] = useSearchValues();
  const list = useRef<HTMLOListElement>(null);
  const looked = typeof search.step === "string" ? search.step : undefined;
  useEffect(() => {
    if (looked !== undefined)
      list.current?.querySelector("[data-looked]")?.scrollIntoView({ block: "nearest" });
  }, [looked]);
  return (
    <ol ref={list} className={css.steps}>
      {steps.map((s, k) => {
        const before = steps[k - 1]?.state ?? null;
        return (
          <li key={s.key} className={css.step} data-looked={s.key === looked || undefined}>
            <svg className={css.shape} width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">
              <StepMark shape={s.shape} />
            </svg>
            <div className={css.told}>
              <p className={css.date}>{dateLabel(s.date)}</p>
              <p className={css.words}>
                <span className="foreign">{s.words}</span>
              </p>
              {s.voices.map((v) => (
                <div key={v.source} className={css.voice}>
                  <p className={css.per}>
                    per <Source source={v.source} among={among} />
                  </p>
                  <Quotes evidence={v.evidence} reports={reports} />
                </div>
              ))}
              {s.state !== null && s.state !== before && <p className={css.after}>→ {s.state}</p>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** The sentences that tell it; each leads to its report at that sentence. */
function Quotes({
  evidence,
  reports,
}: {
  readonly evidence: readonly Evidence[];
  readonly reports: Reports;
}) {
  return (
    <ul className={css.quotes}>
      {evidence.map((e) => (
        <li key={e.claim}>
          <blockquote className="foreign">“{e.quote}”</blockquote>
          <p className={css.cite}>
            {e.speaker && <span className="foreign">{e.speaker}, in </span>}
            <Link to="/reports/$hash" params={{ hash: e.report }} search={{ claim: e.claim } as Search}>
              <span className="foreign">{reportName(reports.get(e.report), e.report)}</span>
            </Link>
            {e.certainty !== "stated" && <span className="faint"> · {e.certainty}</span>}
            {e.ruling && <span className="faint"> · {e.ruling} by a person</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}

const reportName = (report: Report | undefined, hash: string): string =>
  report ? (report.outlet ?? report.label) : hash.slice(0, 8);

/** The reports that tell it, and what happened between the parties meanwhile. */
function More({
  parties,
  days,
  hashes,
  reports,
}: {
  readonly parties: readonly string[];
  readonly days: { readonly from: string | null; readonly to: string | null };
  readonly hashes: readonly string[];
  readonly reports: Reports;
}) {
  const period = { ...(days.from ? { from: days.from } : {}), ...(days.to ? { to: days.to } : {}) };
  return (
    <>
      <h3>{counted(hashes.length, "report")}</h3>
      <ul className={css.reports}>
        {hashes.map((hash) => {
          const report = reports.get(hash);
          return (
            <li key={hash}>
              <Link to="/reports/$hash" params={{ hash }} search={{} as Search}>
                <span className="foreign">{report?.title ?? report?.label ?? hash.slice(0, 8)}</span>
              </Link>
              {report && (
                <span className="faint">
                  {" "}
                  <span className="foreign">{report.outlet}</span>, {dateLabel(report.published)}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {parties.length >= 2 && (
        <p className={`${css.more} screen-only`}>
          <Link to="/incidents" search={{ party: parties, ...period } as Search}>
            Incidents between them in these days
          </Link>
          <Link to="/" search={{ party: parties } as Search}>
            Their situation
          </Link>
        </p>
      )}
    </>
  );
}
