import { Link } from "@tanstack/react-router";
import { useEffect, useId, useRef, useState } from "react";
import type { Review } from "../../../formats/desk-json.js";
import { counted, grouped } from "../../../formats/page.js";
import { useNameOf, useSourceLabel } from "../../api/names.js";
import { useAdd } from "../../shared/add-context.js";
import { Button } from "../../shared/Button.js";
import { ClaimForm } from "../../shared/claim-form/ClaimForm.js";
import { isCorrectable } from "../../shared/claim-form/claim-fields.js";
import { TextInput } from "../../shared/Fields.js";
import { Empty, Loaded, Skeleton } from "../../shared/Loaded.js";
import { showToast } from "../../shared/toasts.js";
import { useSearchValues } from "../../shared/use-filters.js";
import { Views } from "../../shared/Views.js";
import { ItemView } from "./ItemView.js";
import { doneWords, itemWords, WHY_MEANING, WHY_WORDS } from "./item-words.js";
import { useKeys, useKeysOn } from "./keys.js";
import css from "./Queue.module.css";
import { canRule, type Decision, type Item, progressOf, tallyOf, WHYS, type Why } from "./run.js";
import { type Deciding, type RunOf, useWaiting } from "./use-run.js";

/** What waits for a person, one at a time. */
export function Queue({ run: held, why }: { readonly run: RunOf; readonly why: Why | null }) {
  const { query, run, list, current } = held;
  return (
    <>
      <div className={css.top}>
        <WhyFilter why={why} />
        {query.data && (
          <ProgressLine {...progressOf(run, list, query.data.total, why)} more={query.data.more} />
        )}
      </div>
      <Loaded query={query} skeleton={<Skeleton lines={9} height="1.4rem" />}>
        {(data) =>
          current ? (
            <OneItem held={held} item={current} why={why} total={data.total} />
          ) : query.isPlaceholderData ? (
            <Skeleton lines={9} height="1.4rem" />
          ) : (
            <TheEnd held={held} why={why} />
          )
        }
      </Loaded>
    </>
  );
}

/** Asks for a list's length. */
const COUNT = { limit: 1, offset: 0 };

/** "37", "1,000+": the server counts no further. */
const lengthWords = ({ total, more }: Pick<Review, "total" | "more">) =>
  `${grouped(total)}${more ? "+" : ""}`;

function WhyFilter({ why }: { readonly why: Why | null }) {
  const counts = {
    contested: useWaiting("contested", COUNT).data,
    doubtful: useWaiting("doubtful", COUNT).data,
    link: useWaiting("link", COUNT).data,
  };
  return (
    <div className={css.filter}>
      <Views
        label="What to look at"
        name="why"
        kind="chips"
        value={why ?? "all"}
        views={[
          { id: "all", words: "All" },
          ...WHYS.map((w) => ({
            id: w,
            words: (
              <>
                {WHY_WORDS[w]}
                <span className="figures">{counts[w] && lengthWords(counts[w])}</span>
              </>
            ),
          })),
        ]}
      />
      <p className={css.meaning}>{why === null ? "" : WHY_MEANING[why]}</p>
    </div>
  );
}

function ProgressLine({
  position,
  of,
  decided,
  skipped,
  more,
}: ReturnType<typeof progressOf> & { readonly more: boolean }) {
  return (
    <p className={css.progress}>
      <span className="figures">
        {of === 0 ? "none" : `${grouped(position)} of ${lengthWords({ total: of, more })}`};{" "}
        {grouped(decided)} decided in this run
        {skipped > 0 && `, ${grouped(skipped)} skipped`}
      </span>
      <svg width="100%" height="4" aria-hidden="true">
        <rect width="100%" height="4" className={css.track} />
        <rect width={`${of === 0 ? 0 : (100 * (decided + skipped)) / of}%`} height="4" className={css.done} />
      </svg>
    </p>
  );
}

function OneItem({
  held,
  item,
  why,
  total,
}: {
  readonly held: RunOf;
  readonly item: Item;
  readonly why: Why | null;
  readonly total: number;
}) {
  const { run, list, decide, undo } = held;
  const titleId = useId();
  const box = useRef<HTMLElement>(null);
  const names = { nameOf: useNameOf(), sourceLabel: useSourceLabel() };
  const [editing, setEditing] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const [heard, setHeard] = useState("");
  /** What was done to the item before this one. */
  const done = useRef("");
  const isFirst = useRef(true);
  const [keysOn, setKeysOn] = useKeysOn();
  const isEditing = editing === item.key;
  const mayRule = canRule(item);
  const mayEdit = item.claim !== null && mayRule && isCorrectable(item.claim.kind);

  // the next question is read out, and the keyboard stays at it
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each item
  useEffect(() => {
    if (!isFirst.current) {
      const { position, of } = progressOf(run, list, total, why);
      setHeard(`${done.current}${position} of ${of}. ${itemWords(item, names)}`);
    }
    isFirst.current = false;
    done.current = "";
    const at = document.activeElement;
    if (at === null || at === document.body) box.current?.focus({ preventScroll: true });
    if (box.current && box.current.getBoundingClientRect().top < 0) box.current.scrollIntoView();
    setNote("");
  }, [item.key]);

  const step = (decision: Decision, options: Deciding = {}) => {
    if (decision !== "skipped" && !mayRule) return;
    done.current = `${doneWords(item, decision)}. `;
    setEditing(null);
    decide(item, decision, { why: note.trim(), ...options });
  };
  const back = () => {
    if (run.steps.length === 0) return;
    done.current = "Taken back. ";
    setEditing(null);
    const again = undo();
    if (again && why !== null && again.why !== why)
      showToast(`Taken back; it waits under “${WHY_WORDS[again.why]}”.`);
  };
  const edit = () => mayEdit && setEditing(item.key);
  const stopEditing = () => {
    setEditing(null);
    box.current?.focus();
  };
  useKeys(
    { a: () => step("accepted"), e: edit, r: () => step("rejected"), s: () => step("skipped"), u: back },
    keysOn && !isEditing,
  );
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite">
        {heard}
      </div>
      <section ref={box} tabIndex={-1} aria-labelledby={titleId} className={css.item}>
        <ItemView key={item.key} item={item} titleId={titleId} />
        {isEditing && item.claim && isCorrectable(item.claim.kind) && (
          <div className={css.form}>
            <ClaimForm
              key={item.key}
              kind={item.claim.kind}
              fields={item.claim.fields}
              submit="Save the correction and go on"
              onSubmit={(change, words) => {
                step("corrected", { change, why: words });
                box.current?.focus();
              }}
              onCancel={stopEditing}
            />
          </div>
        )}
      </section>
      {!isEditing && (
        <div className={`${css.bar} screen-only`}>
          <fieldset className={css.buttons}>
            <legend className="visually-hidden">What to do with it</legend>
            <KeyButton
              letter="A"
              keysOn={keysOn}
              strong
              isDisabled={!mayRule}
              onPress={() => step("accepted")}
            >
              {item.link ? "One incident" : "Accept"}
            </KeyButton>
            {!item.link && (
              <KeyButton letter="E" keysOn={keysOn} isDisabled={!mayEdit} onPress={edit}>
                Edit
              </KeyButton>
            )}
            <KeyButton letter="R" keysOn={keysOn} isDisabled={!mayRule} onPress={() => step("rejected")}>
              {item.link ? "Two incidents" : "Reject"}
            </KeyButton>
            <KeyButton letter="S" keysOn={keysOn} onPress={() => step("skipped")}>
              Skip
            </KeyButton>
            <KeyButton letter="U" keysOn={keysOn} isDisabled={run.steps.length === 0} onPress={back}>
              Undo
            </KeyButton>
          </fieldset>
          <div className={css.note}>
            <TextInput
              label="Why (kept with the ruling)"
              bare
              placeholder="Why: optional, kept with the ruling"
              value={note}
              onChange={setNote}
            />
          </div>
          <label className={css.keys}>
            <input type="checkbox" checked={keysOn} onChange={(e) => setKeysOn(e.target.checked)} />
            Single keys
          </label>
          <p className={css.sense}>
            {item.link
              ? "Two incidents: the later telling becomes an incident of its own."
              : mayRule
                ? "Accept: the report says this. Reject: it does not. Whether it is so stays with those who say it."
                : "No ruling names this by itself: it goes with its event."}
          </p>
        </div>
      )}
    </>
  );
}

function KeyButton({
  letter,
  keysOn,
  strong = false,
  isDisabled = false,
  onPress,
  children,
}: {
  readonly letter: string;
  readonly keysOn: boolean;
  readonly strong?: boolean;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
  readonly children: string;
}) {
  return (
    <Button kind={strong ? "strong" : "plain"} isDisabled={isDisabled} onPress={onPress}>
      {children} {keysOn && <kbd>{letter}</kbd>}
    </Button>
  );
}

/** Nothing waits, or nothing more: what was done, and what next. */
function TheEnd({ held, why }: { readonly held: RunOf; readonly why: Why | null }) {
  const { run, undo, unskip } = held;
  const [, change] = useSearchValues();
  const [keysOn] = useKeysOn();
  const tally = tallyOf(run);
  const add = useAdd();
  const isNew = run.steps.length === 0;
  const box = useRef<HTMLDivElement>(null);
  // the buttons of the last item are gone, and the keyboard with them
  useEffect(() => {
    if (!isNew && document.activeElement === document.body) box.current?.focus();
  }, [isNew]);
  useKeys({ u: () => void undo() }, keysOn);
  return (
    <div ref={box} tabIndex={-1} className={css.end}>
      <Empty title={isNew ? "Nothing waits to be looked at" : "That was the last one"}>
        {isNew ? (
          <p>
            {why === null
              ? "What contradicts, what the machine was unsure of, and links that only just hold come here as reports are added."
              : `${WHY_MEANING[why]} There is nothing of this sort.`}
          </p>
        ) : (
          <p role="status">
            In this run: {counted(tally.accepted, "accepted", "accepted")}, {tally.corrected} corrected,{" "}
            {tally.rejected} rejected, {tally.skipped} skipped.
          </p>
        )}
        <div className={css.next}>
          {tally.skipped > 0 && (
            <Button kind="strong" onPress={unskip}>
              Look at the {counted(tally.skipped, "skipped one", "skipped ones")} again
            </Button>
          )}
          {isNew && why === null && (
            <Button kind="strong" onPress={add}>
              Add reports
            </Button>
          )}
          {why !== null && <Button onPress={() => change({ why: undefined })}>Look at all that waits</Button>}
          {!isNew && <Button onPress={() => void undo()}>Undo the last {keysOn && <kbd>U</kbd>}</Button>}
          <Button onPress={() => change({ tab: "log" })}>The log of rulings</Button>
          <Link to="/">The situation</Link>
        </div>
      </Empty>
    </div>
  );
}
