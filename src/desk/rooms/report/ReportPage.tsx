import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ReportIncidents, ReportRoom } from "../../../formats/desk-json.js";
import { counted, oneLine } from "../../../formats/page.js";
import { Button } from "../../shared/Button.js";
import { useTitle } from "../../shared/PageHead.js";
import { LAYERS, type Layer } from "../../shared/report-text/layers.js";
import {
  ReportText,
  type ReportTextHandle,
  type SelectedWords,
  type TextSpan,
} from "../../shared/report-text/ReportText.js";
import { useSearchValues } from "../../shared/use-filters.js";
import { useMedia } from "../../shared/use-media.js";
import { About } from "./About.js";
import { AddClaim, type Adding } from "./AddClaim.js";
import { CardColumn } from "./CardColumn.js";
import { ClaimCard, cardId } from "./ClaimCard.js";
import { codedClaims, partsOf } from "./coded-claims.js";
import { Incidents } from "./Incidents.js";
import { Layers } from "./Layers.js";
import { itemAfter, layersOf, layersValue, type MarginItem, marginItems } from "./margin-items.js";
import { marksOf, unusedSentences } from "./marks.js";
import { LoadedNote, MissedNote } from "./NoteCard.js";
import { Printed, useIsPrinting } from "./Printed.js";
import css from "./Report.module.css";
import { ReportHead, UnseenNotice } from "./ReportHead.js";
import { RulingsLog } from "./RulingsLog.js";
import { SelectionBar } from "./SelectionBar.js";
import { spokenAt } from "./spoken-at.js";
import { useReportIncidents, useReportRuling } from "./use-report.js";
import { Versions } from "./Versions.js";

/** One report: its text with layers laid over it, and its claims beside their words. */
export function ReportPage({ name, room }: { readonly name: string; readonly room: ReportRoom }) {
  const { report, coded, claims } = room;
  useTitle(oneLine(report.title ?? report.label));
  const isPrinting = useIsPrinting();
  const [search, setSearch] = useSearchValues();
  const against = typeof search.against === "string" ? search.against : null;
  const layers = useMemo(() => layersOf(search.layer, LAYERS), [search.layer]);
  const told = useReportIncidents(report.hash);
  return (
    <>
      <ReportHead room={room} />
      {isPrinting ? (
        <Printed room={room} />
      ) : (
        <>
          <UnseenNotice text={report.text} />
          {against !== null && (
            <Versions room={room} against={against} onChange={(value) => setSearch({ against: value })} />
          )}
          <div className={css.columns}>
            <aside className={css.rail}>
              <Layers
                on={layers}
                counts={layerCounts(coded, claims)}
                onChange={(on) => setSearch({ layer: layersValue(on) }, { replace: true })}
              />
              <Incidents query={told} />
              <About room={room} />
            </aside>
            <Reading name={name} room={room} layers={layers} told={told.data ?? NOTHING_TOLD} />
          </div>
        </>
      )}
    </>
  );
}

const NOTHING_TOLD: ReportIncidents = { incidents: [], alone: [] };

function layerCounts(
  coded: ReportRoom["coded"],
  claims: ReportRoom["claims"],
): Partial<Record<Layer, number>> {
  const standing = claims.filter((c) => c.ruling !== "rejected");
  const tolls = standing.filter((c) => c.kind === "toll").length;
  return {
    says: coded.attributions.length,
    event: standing.length - tolls,
    toll: tolls,
    loaded: coded.loadedWords.length,
    missed: coded.uncoded.length + unusedSentences(coded.sentences, claims).length,
  };
}

function Reading({
  name,
  room,
  layers,
  told,
}: {
  readonly name: string;
  readonly room: ReportRoom;
  readonly layers: readonly Layer[];
  readonly told: ReportIncidents;
}) {
  const { report, coded, claims, rulings } = room;
  const { text } = report;
  const [search, setSearch] = useSearchValues();
  const rule = useReportRuling(name);
  const isWide = useMedia("(min-width: 60.01rem)");
  const [looked, setLooked] = useState<string | null>(null);
  const [adding, setAdding] = useState<Adding | null>(null);
  const [selected, setSelected] = useState<SelectedWords | null>(null);
  const [textBox, setTextBox] = useState<HTMLElement | null>(null);
  const handle = useRef<ReportTextHandle>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const readOf = useMemo(() => codedClaims(coded), [coded]);
  const open = openClaim(search.claim, claims);

  const items = useMemo(
    () =>
      marginItems({ coded, claims, layers, open, adding: adding && { start: adding.at, end: adding.at } }),
    [coded, claims, layers, open, adding],
  );
  const marks = useMemo(() => marksOf({ text, coded, claims }, layers), [text, coded, claims, layers]);
  const among = useMemo(() => partiesOf(claims), [claims]);
  const quoteOf = useCallback((id: string) => claims.find((c) => c.id === id)?.quote, [claims]);
  const shown = items.find((i) => i.key === (looked ?? (adding ? "new" : open)));
  const focus = shown?.kind === "new" ? (adding?.span ?? null) : (shown ?? null);
  const parts = useMemo(
    () => (shown?.kind === "claim" ? partsOf(coded, shown.claim, readOf(shown.claim)) : []),
    [shown, coded, readOf],
  );
  const wants = useMemo(() => {
    if (!textBox || !isWide) return null;
    return () => handle.current?.topsOf(items) ?? [];
  }, [textBox, isWide, items]);

  const show = useCallback(
    (span: TextSpan) => {
      const top = handle.current?.topOf(span);
      if (top === null || top === undefined || !textBox) return;
      const at = textBox.getBoundingClientRect().top + top;
      if (at < 70 || at > window.innerHeight * (isWide ? 0.9 : 0.4)) handle.current?.reveal(span);
    },
    [textBox, isWide],
  );
  const setOpen = useCallback(
    (claim: string | null) =>
      setSearch(
        { claim: claim === null ? undefined : claim.slice(claim.indexOf("/") + 1) },
        { replace: true },
      ),
    [setSearch],
  );
  // the claim of the address is shown when the page comes, and whenever another is opened
  // biome-ignore lint/correctness/useExhaustiveDependencies: a claim that changes is not opened anew
  useEffect(() => {
    const claim = claims.find((c) => c.id === open);
    if (!claim || !textBox) return;
    show(claim);
    const card = document.getElementById(cardId(claim.id));
    const timer = window.setTimeout(() => card?.scrollIntoView({ block: "nearest" }), 250);
    return () => window.clearTimeout(timer);
  }, [open, textBox]);

  const step = useCallback(
    (steps: 1 | -1, from = open) => {
      const next = itemAfter(
        items.filter((i) => i.kind === "claim"),
        from,
        steps,
      );
      if (next === null) return;
      setOpen(next);
      // once the card is there: of very many only those near the window are
      requestAnimationFrame(() =>
        document.getElementById(cardId(next))?.querySelector("button")?.focus({ preventScroll: true }),
      );
    },
    [items, open, setOpen],
  );
  const begin = (what: Adding["what"], span: TextSpan | null) => {
    setAdding({ what, span, at: span?.start ?? coded.sentences[0]?.start ?? 0 });
    window.getSelection()?.removeAllRanges();
    setSelected(null);
  };
  const endAdding = () => {
    setAdding(null);
    addButton.current?.focus({ preventScroll: true });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys beside the buttons that do the same
    <div
      className={css.reading}
      onKeyDown={(e) => {
        const target = e.target as HTMLElement;
        if (e.ctrlKey || e.metaKey || e.altKey || target.closest("form, input, textarea, [role=listbox]"))
          return;
        const card = target.closest<HTMLElement>("[data-key]")?.dataset.key;
        const steps = STEPS[e.key];
        if (e.key === "Escape" && open !== null && card) setOpen(null);
        if (steps === undefined || (e.key.startsWith("Arrow") && !card)) return;
        e.preventDefault();
        step(steps, card);
      }}
    >
      <section ref={setTextBox} className={css.text} aria-label="Text of the report" tabIndex={-1}>
        <ReportText
          text={text}
          passages={coded.report.passages}
          marks={marks}
          focus={focus}
          parts={parts}
          lang={report.language}
          handle={handle}
          onPick={(ids) => {
            const picked = pickedItem(ids, items, (c) => readOf(c)?.read.attributions ?? []);
            if (picked?.kind === "claim") setOpen(picked.key);
            else if (picked) setLooked(picked.key);
          }}
          onSelect={setSelected}
        />
        {selected && (
          <SelectionBar selected={selected} box={textBox} onAdd={(what) => begin(what, selected)} />
        )}
      </section>
      <section className={css.margin} aria-labelledby="claims">
        <header className={css.marginHead}>
          <h2 id="claims">{counted(claims.length, "claim")}</h2>
          <Button small ref={addButton} onPress={() => begin("event", null)}>
            Add a claim
          </Button>
          {claims.length > 1 && (
            <span className={css.keys}>
              <kbd>j</kbd> <kbd>k</kbd> next, previous
            </span>
          )}
        </header>
        {claims.length === 0 && adding === null && (
          <p className="faint">
            Nothing was coded in this report. Switch on <i>What was not coded</i> to see why, or add a claim.
          </p>
        )}
        {claims.length > 0 && items.length === 0 && (
          <p className="faint">Events and tolls are switched off.</p>
        )}
        <CardColumn
          items={items}
          held={adding ? "new" : open}
          wants={wants}
          text={textBox}
          label="Claims, in the order of the text"
        >
          {(item) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: what the pointer lights, focus lights too
            <div
              className={css.item}
              data-looked={item.key === shown?.key || undefined}
              onPointerEnter={(e) => e.pointerType === "mouse" && setLooked(item.key)}
              onPointerLeave={() => setLooked(null)}
              onFocus={(e) => {
                setLooked(item.key);
                if (item.kind !== "claim" || !e.target.matches(":focus-visible")) return;
                show(item);
                // its words may stand far above a card that others have pushed down
                e.target.scrollIntoView({ block: "nearest" });
              }}
              onBlur={() => setLooked(null)}
            >
              {item.kind === "claim" ? (
                <ClaimCard
                  claim={item.claim}
                  number={item.number}
                  read={readOf(item.claim)}
                  coded={coded}
                  among={among}
                  outlet={report.outlet}
                  incident={told.incidents.find((i) => i.id === item.claim.incident) ?? null}
                  isAlone={told.alone.includes(item.key)}
                  rulings={rulings}
                  isOpen={item.key === open}
                  quoteOf={quoteOf}
                  onOpen={setOpen}
                  onStep={step}
                  onRule={rule}
                />
              ) : item.kind === "loaded" ? (
                <LoadedNote word={item.word} outlet={report.outlet} among={among} />
              ) : item.kind === "missed" ? (
                <MissedNote missed={item.missed} quote={text.slice(item.start, item.end)} />
              ) : (
                adding && (
                  <AddClaim
                    text={text}
                    adding={adding}
                    sourcesAt={(span) => spokenAt(coded, span)}
                    onChange={setAdding}
                    onShow={show}
                    onSubmit={(what, { start, end }, change, why) => {
                      endAdding();
                      rule({ kind: "add", report: report.hash, what, start, end, change }, why, (made) =>
                        setOpen(`${report.hash}/r${made.id}`),
                      );
                    }}
                    onCancel={endAdding}
                  />
                )
              )}
            </div>
          )}
        </CardColumn>
      </section>
      <RulingsLog rulings={rulings} onRule={rule} />
    </div>
  );
}

const STEPS: Readonly<Record<string, 1 | -1>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** The claim that the address names, by its id or by the letter and number that end it. */
function openClaim(value: unknown, claims: ReportRoom["claims"]): string | null {
  if (typeof value !== "string") return null;
  return claims.find((c) => c.id === value || c.id.endsWith(`/${value}`))?.id ?? null;
}

const partiesOf = (claims: ReportRoom["claims"]): string[] => [
  ...new Set(
    claims.flatMap((c) =>
      ["actor", "recipient", "party", "perpetrator", "thirdParty", "parties"].flatMap(
        (f) => c.fields[f] ?? [],
      ),
    ) as string[],
  ),
];

/** What stands beside the words that were pointed at: their own card or note, or the first claim that such a speaker makes. */
function pickedItem(
  ids: readonly string[],
  items: readonly MarginItem[],
  attributions: (claim: ReportRoom["claims"][number]) => readonly number[],
): MarginItem | undefined {
  const own = ids.flatMap((id) => items.find((i) => i.key === id) ?? [])[0];
  if (own) return own;
  const said = ids.flatMap((id) => (id.startsWith("says:") ? [Number(id.slice(5))] : []));
  return items.find((i) => i.kind === "claim" && attributions(i.claim).some((a) => said.includes(a)));
}
