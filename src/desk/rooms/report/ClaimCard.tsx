import { Link } from "@tanstack/react-router";
import { memo, type ReactNode, useEffect, useRef, useState } from "react";
import type { ReportRoom, StandingClaim } from "../../../formats/desk-json.js";
import { dateLabel } from "../../../formats/labels.js";
import { oneLine, quoted } from "../../../formats/page.js";
import { placeLabel } from "../../../formats/record-labels.js";
import type { IncidentListing } from "../../../record/listing.js";
import type { RulingBody } from "../../../record/rulings.js";
import type { Search } from "../../api/filters.js";
import { useNameOf } from "../../api/names.js";
import { Button } from "../../shared/Button.js";
import { ClaimForm } from "../../shared/claim-form/ClaimForm.js";
import { isCorrectable } from "../../shared/claim-form/claim-fields.js";
import { ClaimWords, Sources } from "../../shared/claim-words/ClaimWords.js";
import { claimPhrase, manner } from "../../shared/claim-words/claim-words.js";
import { TextInput } from "../../shared/Fields.js";
import { HowRight } from "../../shared/how-right/HowRight.js";
import { Verdict } from "../../shared/Verdict.js";
import css from "./ClaimCard.module.css";
import { basisWords, incidentWords, readByWords, slotWords, stanceVerb } from "./card-words.js";
import {
  attributionsOf,
  type Coded,
  type CodedClaim,
  openSlots,
  ratingOf,
  readBeside,
} from "./coded-claims.js";
import { rulingsOn } from "./ruled-room.js";

export interface ClaimCardProps {
  readonly claim: StandingClaim;
  readonly number: number;
  readonly read: CodedClaim | null;
  readonly coded: Coded;
  readonly among: readonly string[];
  readonly outlet: string | null;
  readonly incident: IncidentListing | null;
  /** Others tell of its incident, and none of them says so. */
  readonly isAlone: boolean;
  /** Those on the report's claims. */
  readonly rulings: ReportRoom["rulings"];
  readonly isOpen: boolean;
  readonly quoteOf: (claim: string) => string | undefined;
  readonly onOpen: (claim: string | null) => void;
  readonly onStep: (steps: 1 | -1) => void;
  readonly onRule: (body: RulingBody, why: string) => void;
}

/** What one claim says and who says it; opened, all that is known of it, how it is known, and what a person can decide. */
export const ClaimCard = memo(function ClaimCard(props: ClaimCardProps) {
  const { claim, number, read, among, outlet, isOpen, quoteOf, onOpen } = props;
  const [isEditing, setEditing] = useState(false);
  const summary = useRef<HTMLButtonElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isEditing) body.current?.querySelector<HTMLElement>("form button, form input")?.focus();
  }, [isEditing]);
  // what was focused goes with the form or the button that was pressed
  const back = () => summary.current?.focus({ preventScroll: true });
  const isRejected = claim.ruling === "rejected";
  return (
    <article
      className={css.card}
      data-kind={claim.kind}
      data-open={isOpen || isEditing || undefined}
      data-rejected={isRejected || undefined}
      id={cardId(claim.id)}
    >
      <h3 className={css.heading}>
        <button
          ref={summary}
          type="button"
          className={css.summary}
          aria-expanded={isOpen || isEditing}
          onClick={() => onOpen(isOpen ? null : claim.id)}
        >
          <span className={css.number}>{number}</span>
          <span className={css.words}>
            <span className={css.who}>
              {claim.sources.length === 0 ? (
                <span className="foreign">{outlet ?? "The outlet"}</span>
              ) : (
                <Sources sources={claim.sources} among={among} />
              )}{" "}
              {stanceVerb(claim.stance, claim.sources)}
            </span>{" "}
            <span className={css.what}>
              <ClaimWords phrase={claimPhrase(claim, readBeside(read, quoteOf))} among={among} />
            </span>
            <Chips claim={claim} isAlone={props.isAlone} />
          </span>
        </button>
      </h3>
      {(isOpen || isEditing) && (
        <div ref={body} className={css.body}>
          {isEditing && isCorrectable(claim.kind) ? (
            <ClaimForm
              key={claim.id}
              kind={claim.kind}
              fields={claim.fields}
              onSubmit={(change, why) => {
                setEditing(false);
                back();
                props.onRule({ kind: "correct", ...anchorOf(claim), change }, why);
              }}
              onCancel={() => {
                setEditing(false);
                back();
              }}
            />
          ) : (
            <>
              <Details {...props} />
              <Decide
                {...props}
                onRule={(ruling, why) => {
                  back();
                  props.onRule(ruling, why);
                }}
                onEdit={() => setEditing(true)}
              />
              <div className={css.steps}>
                <Button small onPress={() => props.onStep(-1)}>
                  Previous
                </Button>
                <Button small onPress={() => props.onStep(1)}>
                  Next
                </Button>
                <Button small kind="quiet" onPress={() => onOpen(null)}>
                  Close
                </Button>
              </div>
            </>
          )}
        </div>
      )}
    </article>
  );
});

export const cardId = (claim: string): string => `claim-${claim.slice(claim.indexOf("/") + 1)}`;
const anchorOf = ({ id, start, end }: StandingClaim) => ({ claim: id, start, end });

function Chips({ claim, isAlone }: Pick<ClaimCardProps, "claim" | "isAlone">) {
  const said = manner(claim).filter((m) => m !== claim.stance);
  return (
    <>
      {said.map((m) => (
        <span key={m} className={css.chip}>
          {m}
        </span>
      ))}
      {isAlone && (
        <span className={css.chip} title="Other reports tell of this incident, and none of them says so.">
          only here
        </span>
      )}
      {claim.ruling && (
        <span className={css.chip} data-ruling={claim.ruling}>
          {claim.ruling}
        </span>
      )}
    </>
  );
}

function Details({ claim, read, coded, incident, rulings }: ClaimCardProps) {
  const nameOf = useNameOf();
  const place = read?.kind === "event" || read?.kind === "toll" ? read.read.place : null;
  const { from, to } = claim.fields as { from?: string | null; to?: string | null };
  const asRead = read && "date" in read.read ? read.read.date : null;
  const isAsRead = asRead !== null && asRead.from === (from ?? null) && asRead.to === (to ?? null);
  const slots = openSlots(claim, read);
  const rating = ratingOf(read);
  return (
    <>
      <blockquote className={`${css.quote} foreign`}>{quoted(claim.quote)}</blockquote>
      <dl className={css.facts}>
        {claim.speaker !== null && (
          <Fact name="Speaker">
            <q className="foreign">{oneLine(claim.speaker)}</q>
          </Fact>
        )}
        {from !== undefined && (
          <Fact name="When">
            {dateLabel({ from, to: to ?? null, basis: "stated" })}
            {(from || to) && <span className="faint"> {basisWords(isAsRead ? asRead.basis : "ruled")}</span>}
          </Fact>
        )}
        {place && <Fact name="Where">{placeLabel(place, { nameOf })}</Fact>}
        {slots.map((s) => (
          <Fact key={s.slot} name={slotWords(s.slot)}>
            <span className="faint">not coded: {s.reason}</span>
          </Fact>
        ))}
        {claim.incident !== null && (
          <Fact name="Incident">
            <Link to="/incidents/$id" params={{ id: claim.incident }} search={{} as Search}>
              {incident === null ? claim.incident : incidentWords(incident)}
            </Link>
            {incident !== null && (
              <>
                {" "}
                <Verdict verdict={incident.verdict} />
              </>
            )}
          </Fact>
        )}
      </dl>
      <details className={css.how}>
        <summary>How we know</summary>
        <dl className={css.facts}>
          {read === null ? (
            <Fact name="Added">by a person, with these words</Fact>
          ) : (
            <>
              <Fact name="Rule">
                <code>{read.read.rule}</code>
              </Fact>
              <Fact name="Read from">{readByWords(read.read.by)}</Fact>
            </>
          )}
          {attributionsOf(coded, read).map((a) => (
            <Fact key={a.id} name="Said by">
              <q className="foreign">{oneLine(a.source ?? "nobody named")}</q>, <q>{oneLine(a.cue)}</q> (
              {a.kind}
              {a.direct ? ", in quotation marks" : ""}
              {a.certainty === "stated" ? "" : `, ${a.certainty}`})
            </Fact>
          ))}
          {rulingsOn(claim, rulings).map((r) => (
            <Fact key={r.id} name="Ruling">
              <span className="foreign">
                {r.words}, {r.who}, {r.at.slice(0, 10)}
                {r.why && `: ${r.why}`}
              </span>
            </Fact>
          ))}
          {rating && (
            <Fact name="How sure">
              <HowRight {...rating} />
            </Fact>
          )}
          <Fact name="Words">
            {claim.start}–{claim.end} of the text
          </Fact>
          <Fact name="Not known">whether it is so: this is what the report says.</Fact>
        </dl>
      </details>
    </>
  );
}

function Decide({ claim, rulings, onRule, onEdit }: ClaimCardProps & { readonly onEdit: () => void }) {
  const [why, setWhy] = useState("");
  if (!isCorrectable(claim.kind))
    return <p className={css.note}>It is confirmed, corrected or rejected with its event.</p>;
  if (claim.ruling === "rejected") {
    const rejection = rulingsOn(claim, rulings).find((r) => r.body.kind === "reject");
    return (
      <p className={css.actions}>
        <span className={css.note}>Rejected: it counts for nothing in the record.</span>
        {rejection && (
          <Button small onPress={() => onRule({ kind: "undo", ruling: rejection.id }, "")}>
            Undo the rejection
          </Button>
        )}
      </p>
    );
  }
  return (
    <div className={css.actions}>
      {claim.ruling === null && (
        <Button small onPress={() => onRule({ kind: "confirm", ...anchorOf(claim) }, why)}>
          Confirm
        </Button>
      )}
      <Button small onPress={onEdit}>
        Edit
      </Button>
      <Button small kind="danger" onPress={() => onRule({ kind: "reject", ...anchorOf(claim) }, why)}>
        Reject
      </Button>
      <div className={css.why}>
        <TextInput label="Why" bare placeholder="Why, if it should be kept" value={why} onChange={setWhy} />
      </div>
    </div>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
