import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { counted, grouped } from "../../../formats/page.js";
import { type Filters, filtersOf, type Search } from "../../api/filters.js";
import { Button } from "../../shared/Button.js";
import { Source } from "../../shared/Party.js";
import { useSearchValues } from "../../shared/use-filters.js";
import { AgreementBar, AgreementShape, SizeBar, WAY_WORDS, WAYS } from "./Bars.js";
import css from "./Detail.module.css";
import { outOf, percent } from "./shares.js";
import { addressOf, isParty, type Outlet, outletName, type Speaker } from "./voices.js";

/** What a row's detail stands in. Focus goes to its title when another is opened, and back to the row when it is closed. */
function Detail({
  name,
  value,
  title,
  children,
}: {
  readonly name: "source" | "outlet";
  readonly value: string;
  readonly title: ReactNode;
  readonly children: ReactNode;
}) {
  const [, change] = useSearchValues();
  const head = useRef<HTMLHeadingElement>(null);
  const id = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another is opened
  useEffect(() => head.current?.focus(), [value]);
  const close = () => {
    change({ [name]: undefined });
    document.getElementById(`row-${value}`)?.focus();
  };
  return (
    <aside
      className={css.detail}
      aria-labelledby={id}
      onKeyDown={(e) => {
        if (e.key === "Escape") close();
      }}
    >
      <header className={css.head}>
        <h2 ref={head} id={id} tabIndex={-1}>
          {title}
        </h2>
        <Button kind="quiet" aria-label="Close" onPress={close}>
          ✕
        </Button>
      </header>
      {children}
    </aside>
  );
}

/** A list of names with how much each has, as small bars. */
function Tallies({
  title,
  rows,
  none,
}: {
  readonly title: string;
  readonly rows: readonly { readonly key: string; readonly name: ReactNode; readonly n: number }[];
  readonly none: string;
}) {
  const most = Math.max(0, ...rows.map((r) => r.n));
  return (
    <section className={css.part}>
      <h3>{title}</h3>
      {rows.length === 0 ? (
        <p className="faint">{none}</p>
      ) : (
        <ul className={css.tallies}>
          {rows.map((r) => (
            <li key={r.key}>
              <span>{r.name}</span>
              <span className="figures">{grouped(r.n)}</span>
              <SizeBar n={r.n} most={most} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Another view of this room, with one row open. */
function Here({ to, children }: { readonly to: Search; readonly children: ReactNode }) {
  const [search] = useSearchValues();
  return (
    <Link to="." search={{ ...filtersOf(search), ...to } as Search} resetScroll={false} activeProps={{}}>
      {children}
    </Link>
  );
}

const withParty = (filters: Filters, code: string): Search => ({
  ...filters,
  party: [...new Set([...(filters.party ?? []), code])],
});

export function SpeakerDetail({
  speaker,
  filters,
  coloured,
}: {
  readonly speaker: Speaker;
  readonly filters: Filters;
  readonly coloured: readonly string[];
}) {
  const whole = speaker.alone + speaker.corroborated + speaker.contested;
  return (
    <Detail
      name="source"
      value={addressOf(speaker.code)}
      title={<Source source={speaker.code} among={coloured} />}
    >
      <p>
        {counted(speaker.claims, "claim")} on {counted(speaker.incidents, "incident")}, carried by{" "}
        {counted(speaker.outlets.length, "outlet")}. It denies or doubts in{" "}
        {outOf(speaker.denials, speaker.claims)}.
      </p>
      {isParty(speaker.code) && (
        <p>
          <Link to="/incidents" search={withParty(filters, speaker.code) as Search}>
            Incidents that it takes part in
          </Link>
        </p>
      )}
      <section className={css.part}>
        <h3>Beside what others say</h3>
        <AgreementBar of={speaker} isLarge />
        {whole > 0 && (
          <table className={css.ways}>
            <tbody>
              {WAYS.map((way) => (
                <tr key={way}>
                  <th scope="row">
                    <span className={css.way}>
                      <AgreementShape way={way} />
                      {way}
                    </span>
                    <span className="faint">{WAY_WORDS[way]}</span>
                  </th>
                  <td>{grouped(speaker[way])}</td>
                  <td>{percent(speaker[way], whole)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <p className="faint">This counts agreement, not truth.</p>
      </section>
      <Tallies
        title="Of whom it speaks"
        none="Its claims name no party."
        rows={speaker.of.map((t) => ({
          key: t.code ?? "",
          n: t.claims,
          name: <Source source={t.code} among={coloured} />,
        }))}
      />
      <Tallies
        title="Who carries it"
        none="No outlet."
        rows={speaker.outlets.map((o) => ({
          key: o.outlet ?? "",
          n: o.claims,
          name: (
            <Here to={{ view: "outlets", outlet: addressOf(o.outlet) }}>
              <span className="foreign">{outletName(o.outlet)}</span>
            </Here>
          ),
        }))}
      />
    </Detail>
  );
}

export function OutletDetail({
  outlet,
  filters,
  coloured,
}: {
  readonly outlet: Outlet;
  readonly filters: Filters;
  readonly coloured: readonly string[];
}) {
  return (
    <Detail
      name="outlet"
      value={addressOf(outlet.outlet)}
      title={<span className="foreign">{outletName(outlet.outlet)}</span>}
    >
      <p>
        {counted(outlet.reports, "report")}, of {counted(outlet.origins, "origin")}: copies of one story and
        versions of one article are one origin. {counted(outlet.claims, "claim")};{" "}
        {outOf(outlet.ownVoice, outlet.claims)} in its own voice.
      </p>
      {outlet.outlet !== null && (
        <p>
          <Link to="/reports" search={{ ...filters, outlet: outlet.outlet } as Search}>
            Its reports
          </Link>
        </p>
      )}
      <Tallies
        title="Whom it quotes"
        none="Nobody: all that it carries is in its own voice."
        rows={outlet.quotes.map((t) => ({
          key: t.code ?? "",
          n: t.claims,
          name: (
            <Here to={{ source: addressOf(t.code) }}>
              <Source source={t.code} among={coloured} />
            </Here>
          ),
        }))}
      />
      <section className={css.part}>
        <h3>Whom it leaves out</h3>
        {outlet.leavesOut.length === 0 ? (
          <p className="faint">
            Every party that others quote on the incidents it reports is quoted in it, too.
          </p>
        ) : (
          <>
            <p className="faint">
              Parties to incidents that it reports: other outlets quote them there, and it quotes them
              nowhere. It may have asked and got no answer.
            </p>
            <ul className={css.left}>
              {outlet.leavesOut.map((code) => (
                <li key={code}>
                  <Here to={{ source: code }}>
                    <Source source={code} among={coloured} />
                  </Here>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </Detail>
  );
}
