import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { oneDay } from "../../../formats/labels.js";
import type { Search } from "../../api/filters.js";
import { ClaimWords, Sources } from "../../shared/claim-words/ClaimWords.js";
import { claimPhrase, sourcesOf } from "../../shared/claim-words/claim-words.js";
import { Source } from "../../shared/Party.js";
import { Verdict } from "../../shared/Verdict.js";
import css from "./ItemView.module.css";
import { asides, daysOfClaim, LINK_QUESTION, partiesOf, verbOf, WHY_WORDS } from "./item-words.js";
import type { Item } from "./run.js";

/** One item: why it is shown, the question, the words it is about, and what others say. */
export function ItemView({ item, titleId }: { readonly item: Item; readonly titleId: string }) {
  return (
    <>
      <WhyShown item={item} />
      {item.link ? (
        <LinkItem item={item} link={item.link} titleId={titleId} />
      ) : (
        <ClaimItem item={item} titleId={titleId} />
      )}
    </>
  );
}

function WhyShown({ item }: { readonly item: Item }) {
  return (
    <div className={css.why}>
      {item.why === "contested" ? (
        <Verdict verdict="contested" />
      ) : (
        <span className={css.badge}>{WHY_WORDS[item.why]}</span>
      )}
      {item.reasons.length > 0 && (
        <ul className={css.reasons} data-link={item.link ? "" : undefined} aria-label="Why it is shown">
          {item.reasons.map((r) => (
            <li key={r} className="foreign">
              {r}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function ClaimItem({ item, titleId }: { readonly item: Item; readonly titleId: string }) {
  const { claim } = item;
  const among = useMemo(() => partiesOf(item), [item]);
  return (
    <div className={css.columns}>
      <div className={css.main}>
        {claim ? (
          <>
            <p className={css.who}>
              <Sources sources={sourcesOf(claim)} among={among} /> {verbOf(claim)}
              {claim.speaker !== null && (
                <span className="faint">
                  {" "}
                  (in the report: <span className="foreign">{claim.speaker}</span>)
                </span>
              )}
            </p>
            <h2 id={titleId} className={css.title}>
              <ClaimWords phrase={claimPhrase(claim)} among={among} />
            </h2>
            <p className={css.asides}>
              {[...asides(claim), daysOfClaim(claim) ?? "no day told"].join(" · ")}
            </p>
          </>
        ) : (
          <h2 id={titleId} className={css.title}>
            Was this read rightly?
          </h2>
        )}
        <Quoted words={item} />
        <p className={css.from}>
          <ReportLink hash={item.report} claim={claim?.id}>
            {item.reportLabel}
          </ReportLink>
          {item.published !== null && <span className="faint">published {oneDay(item.published)}</span>}
          {claim?.incident && (
            <Link to="/incidents/$id" params={{ id: claim.incident }}>
              The incident
            </Link>
          )}
        </p>
      </div>
      <Others item={item} among={among} />
    </div>
  );
}

function Others({ item, among }: { readonly item: Item; readonly among: readonly string[] }) {
  return (
    <section className={css.others}>
      <h3>What others say of the same</h3>
      {item.others.length === 0 ? (
        <p className="faint">Nobody else speaks on it.</p>
      ) : (
        <ul>
          {item.others.map((o, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a report may say the same twice
            <li key={k}>
              <Source source={o.source} among={among} />
              <q className="foreign">{o.words}</q>
              <ReportLink hash={o.report} claim={o.claim}>
                {o.reportLabel}
              </ReportLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function LinkItem({
  item,
  link,
  titleId,
}: {
  readonly item: Item;
  readonly link: NonNullable<Item["link"]>;
  readonly titleId: string;
}) {
  return (
    <>
      <h2 id={titleId} className={css.title}>
        {LINK_QUESTION}
      </h2>
      <p className="faint">
        They stand as one now.{" "}
        <Link to="/incidents/$id" params={{ id: link.incident }}>
          The incident
        </Link>
      </p>
      <div className={css.pair}>
        <Telling
          words={{ before: link.parentBefore, quote: link.parentQuote, after: link.parentAfter }}
          label={link.parentLabel}
          hash={link.parentReport}
          claim={link.parentClaim}
        />
        <Telling words={item} label={link.label} hash={link.report} claim={link.claim} />
      </div>
    </>
  );
}

function Telling({
  words,
  label,
  hash,
  claim,
}: {
  readonly words: Pick<Item, "before" | "quote" | "after">;
  readonly label: string;
  readonly hash: string;
  readonly claim: string;
}) {
  return (
    <figure className={css.telling}>
      <Quoted words={words} />
      <figcaption>
        <ReportLink hash={hash} claim={claim}>
          {label}
        </ReportLink>
      </figcaption>
    </figure>
  );
}

/** Words in the text around them. */
function Quoted({ words }: { readonly words: Pick<Item, "before" | "quote" | "after"> }) {
  return (
    <blockquote className={`${css.words} foreign`} dir="auto">
      {words.before}
      <mark>{words.quote}</mark>
      {words.after}
    </blockquote>
  );
}

/** A report, opened at the claim. */
function ReportLink({
  hash,
  claim,
  children,
}: {
  readonly hash: string;
  readonly claim: string | undefined;
  readonly children: string;
}) {
  return (
    <Link to="/reports/$hash" params={{ hash }} search={{ claim } as Search}>
      <span className="foreign">{children}</span>
    </Link>
  );
}
