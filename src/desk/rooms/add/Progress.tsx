import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ProgressBar } from "react-aria-components/ProgressBar";
import { type Adding, isReading, showView } from "../../shared/adding/adding.js";
import { adviceFor, reasonOf } from "../../shared/adding/advice.js";
import {
  type BatchDocument,
  isFeed,
  readingWords,
  type Tally,
  tallyOf,
  tallyWords,
} from "../../shared/adding/batches.js";
import { isTooLarge } from "../../shared/adding/draft.js";
import { Button } from "../../shared/Button.js";
import css from "./AddDialog.module.css";
import { ScrollList } from "./ScrollList.js";

type Show = "all" | BatchDocument["state"];

/** What becomes of the documents that were sent. */
export function Progress({ adding, onClose }: { readonly adding: Adding; readonly onClose: () => void }) {
  const [show, setShow] = useState<Show>("all");
  const { batches, sending } = adding;
  const tally = tallyOf(batches);
  const reading = isReading(adding);
  const tooLarge = sending ? 0 : adding.draft.files.filter(isTooLarge).length;
  const total = tally.total + (sending ? sending.of - sending.sent : 0);
  const documents = batches.flatMap((b) => b.documents.map((d) => ({ ...d, key: `${b.batch}|${d.name}` })));
  const shown = show === "all" ? documents : documents.filter((d) => d.state === show && !isFeed(d));
  const words = sending
    ? `Sending ${sending.sent} of ${sending.of}`
    : reading
      ? `Reading ${readingWords(tally)}`
      : tallyWords(tally);
  return (
    <div className={css.progress}>
      <ProgressBar
        className={css.bar!}
        aria-label="Documents read"
        value={total - tally.waiting - (total - tally.total)}
        maxValue={Math.max(total, 1)}
      >
        {({ percentage }) => (
          <>
            <span className={css.barWords}>
              <span>{words}</span>
              {reading && <span className="faint">It goes on when this is closed.</span>}
            </span>
            <span className={css.track}>
              <span className={css.fill} style={{ width: `${percentage ?? 0}%` }} />
            </span>
          </>
        )}
      </ProgressBar>
      <span className="visually-hidden" role="status">
        {reading ? "" : `${tallyWords(tally)}.`}
      </span>
      <Filter tally={tally} show={show} onShow={setShow} />
      <ScrollList
        items={shown}
        keyOf={(d) => d.key}
        estimate={40}
        label="Documents"
        className={css.documents!}
      >
        {(d) => <DocumentRow document={d} onClose={onClose} />}
      </ScrollList>
      {tooLarge > 0 && (
        <p className={css.error}>
          {tooLarge === 1 ? "One file was" : `${tooLarge} files were`} too large and not sent; Add more shows
          which.
        </p>
      )}
      <div className={css.send}>
        <Button kind="strong" onPress={onClose} autoFocus>
          {reading ? "Keep working" : "Done"}
        </Button>
        <Button onPress={() => showView("draft")}>Add more</Button>
      </div>
    </div>
  );
}

const SHOWN: readonly (readonly [Show, string])[] = [
  ["all", "All"],
  ["waiting", "Waiting"],
  ["added", "Added"],
  ["known", "Known already"],
  ["unread", "Could not be read"],
];

function Filter({
  tally,
  show,
  onShow,
}: {
  readonly tally: Tally;
  readonly show: Show;
  readonly onShow: (show: Show) => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons that belong together, no fields
    <div className={css.filter} role="group" aria-label="Which documents are shown">
      {SHOWN.map(([id, words]) => (
        <Button key={id} small aria-pressed={show === id} onPress={() => onShow(id)}>
          {words} <span className="figures">{id === "all" ? tally.total : tally[id]}</span>
        </Button>
      ))}
    </div>
  );
}

const WORDS: Record<BatchDocument["state"], string> = {
  waiting: "waiting",
  added: "added",
  known: "known already",
  unread: "could not be read",
};

function DocumentRow({
  document,
  onClose,
}: {
  readonly document: BatchDocument;
  readonly onClose: () => void;
}) {
  const { name, state, hash } = document;
  return (
    <div className={css.document} data-state={state}>
      <StateShape state={state} />
      <span className="foreign">{name}</span>
      <span className={css.state}>{isFeed(document) ? "feed" : WORDS[state]}</span>
      <span className={css.open}>
        {hash && (
          <Link
            to="/reports/$hash"
            params={{ hash }}
            onClick={onClose}
            aria-label={`Open the report ${name}`}
          >
            Open
          </Link>
        )}
      </span>
      {state === "unread" && (
        <p className={css.reason}>
          <span className="foreign">{reasonOf(document)}</span> {adviceFor(document)}
        </p>
      )}
      {isFeed(document) && <p className={css.reason}>{document.message}</p>}
    </div>
  );
}

/** A shape for each state: the word beside it says the same. */
function StateShape({ state }: { readonly state: BatchDocument["state"] }) {
  return (
    <svg className={css.shape} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      {state === "waiting" && (
        <circle
          cx="8"
          cy="8"
          r="5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeDasharray="2 2.2"
        />
      )}
      {state === "added" && (
        <path d="M2.5 8.5 6.5 12.5 13.5 4" fill="none" stroke="currentColor" strokeWidth="2" />
      )}
      {state === "known" && <path d="M3 6h10M3 10h10" fill="none" stroke="currentColor" strokeWidth="2" />}
      {state === "unread" && (
        <path d="M3.5 3.5l9 9m0-9l-9 9" fill="none" stroke="currentColor" strokeWidth="2" />
      )}
    </svg>
  );
}
