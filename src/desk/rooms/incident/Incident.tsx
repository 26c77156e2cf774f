import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type RefObject, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import type { IncidentRoom } from "../../../formats/desk-json.js";
import { actsLabel, partyLabel } from "../../../formats/record-labels.js";
import { ROLLUP_RULES, type RollupRule, RULE_NAMES } from "../../../record/rollups.js";
import { api } from "../../api/client.js";
import { useNameOf, useSourceLabel } from "../../api/names.js";
import { problemOf } from "../../api/problem.js";
import { Button } from "../../shared/Button.js";
import { Select } from "../../shared/Fields.js";
import { Empty, Loaded, Skeleton } from "../../shared/Loaded.js";
import { PageHead, useTitle } from "../../shared/PageHead.js";
import { Source } from "../../shared/Party.js";
import { useSearchValues } from "../../shared/use-filters.js";
import { ClaimCard } from "./ClaimCard.js";
import { cellKey, cellOfClaim, findCell, type OpenCell, quotesOf } from "./cells.js";
import { Head } from "./Head.js";
import { HowWeKnow } from "./HowWeKnow.js";
import css from "./Incident.module.css";
import { Matrix } from "./Matrix.js";
import { Pane } from "./Pane.js";
import { PrintedQuotes } from "./PrintedQuotes.js";
import { ReportBeside } from "./ReportBeside.js";
import { Reports } from "./Reports.js";
import { Rulings } from "./Rulings.js";
import { type RoomModel, roomModel, rowWords, theActs } from "./room-model.js";
import { SourceStrip } from "./SourceStrip.js";
import { Together } from "./Together.js";
import { useIncident } from "./use-incident.js";

/** Most speakers side by side on an upright sheet of paper. */
const UPRIGHT = 4;

const route = getRouteApi("/incidents/$id");

export function Incident() {
  const { id } = route.useParams();
  const query = useIncident(id);
  const status = query.data === undefined && query.isError ? problemOf(query.error).status : 0;
  if (status === 400 || status === 404)
    return (
      <>
        <PageHead title="Incident" />
        <Empty title="There is no such incident">
          <p>
            No report of this record tells of <span className="foreign">{id}</span>. An id may be given by its
            first letters where they are its own.
          </p>
          <Link to="/incidents">All incidents</Link>
        </Empty>
      </>
    );
  return (
    <Loaded query={query} title="Incident" skeleton={<RoomSkeleton />}>
      {(room) => <Room key={room.incident.id} room={room} asked={id} />}
    </Loaded>
  );
}

function RoomSkeleton() {
  return (
    <div className={css.waiting}>
      <Skeleton lines={3} height="1.4rem" />
      <Skeleton lines={12} height="2.6rem" />
    </div>
  );
}

function Room({ room, asked }: { readonly room: IncidentRoom; readonly asked: string }) {
  const nameOf = useNameOf();
  const isOrganisation = useIsOrganisation();
  const model = useMemo(() => roomModel(room, { nameOf, isOrganisation }), [room, nameOf, isOrganisation]);
  const [search, change] = useSearchValues();
  const main = useRef<HTMLDivElement>(null);
  // whether a person opened what is open, on this page
  const opened = useRef(false);
  const { incident } = room;
  useTitle(`${partyLabel(incident.parties, { nameOf })}: ${actsLabel(theActs(incident), incident.kind)}`);

  const rule = ROLLUP_RULES.find((r) => r === search.rule) ?? "ucdp";
  const key = typeof search.cell === "string" ? search.cell : undefined;
  const cell = findCell(model.rows, key);
  const voice = typeof search.voice === "string" ? search.voice : undefined;
  const columns = model.speakers.filter((s) => voice === undefined || model.voice(s) === voice);
  const open = (cellOpened: string, claim?: string) => {
    opened.current = true;
    change({ cell: cellOpened, claim });
  };
  const close = () => change({ cell: undefined, claim: undefined });
  const isOver = useMedia("(max-width: 63.99rem)") && key !== undefined;
  useFocusBack(main, key);
  return (
    <div
      className={css.room}
      data-open={key !== undefined || undefined}
      data-wide={columns.length > UPRIGHT || undefined}
    >
      <div ref={main} className={css.main} inert={isOver}>
        <div className={css.page}>
          <Head room={room} model={model} asked={asked} />
          {model.rows.length === 0 ? (
            <Empty title="Nothing is claimed here any more">
              <p>Every claim of this incident was rejected or moved. The rulings below can be undone.</p>
            </Empty>
          ) : (
            <>
              <div className={css.tools}>
                <SourceStrip model={model} voice={voice} onVoice={(v) => change({ voice: v })} />
                <RulePicker
                  rule={rule}
                  onRule={(r) => change({ rule: r === "ucdp" ? undefined : r }, { replace: true })}
                />
              </div>
              <Matrix
                model={model}
                columns={columns.length > 0 ? columns : model.speakers}
                rule={rule}
                open={key}
                onOpen={(k) => open(k)}
              />
              <PrintedQuotes model={model} />
            </>
          )}
          <Reports model={model} />
          <Together model={model} />
          <Rulings rulings={room.rulings} />
          <HowWeKnow rule={rule} />
        </div>
      </div>
      {key !== undefined && (
        <Beside
          key={key}
          cell={cell}
          claim={typeof search.claim === "string" ? search.claim : undefined}
          model={model}
          takesFocus={opened.current}
          onClaim={(claim, step) => change({ claim }, { replace: step })}
          onCell={open}
          onClose={close}
        />
      )}
    </div>
  );
}

/** When what was open closes, in whatever way, the focus goes back to its cell. */
function useFocusBack(main: RefObject<HTMLElement | null>, key: string | undefined): void {
  const last = useRef(key);
  useEffect(() => {
    if (key === undefined && last.current !== undefined)
      main.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(last.current)}"]`)?.focus();
    last.current = key;
  }, [key, main]);
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    () => window.matchMedia(query).matches,
  );
}

/** The quotes of a cell; with a claim, its report at its words. */
function Beside({
  cell,
  claim,
  model,
  takesFocus,
  onClaim,
  onCell,
  onClose,
}: {
  readonly cell: OpenCell | null;
  readonly claim: string | undefined;
  readonly model: RoomModel;
  readonly takesFocus: boolean;
  /** `step`: from one quote to the next, which is nothing to go back through. */
  readonly onClaim: (claim: string | undefined, step: boolean) => void;
  readonly onCell: (key: string, claim?: string) => void;
  readonly onClose: () => void;
}) {
  const nameOf = useNameOf();
  const sourceLabel = useSourceLabel();
  if (cell === null)
    return (
      <Pane
        label="Quotes"
        title="Nothing is here any more"
        stage="gone"
        takesFocus={takesFocus}
        onClose={onClose}
      >
        <p className={css.gone}>This cell has no claims now: they were rejected, corrected or moved.</p>
      </Pane>
    );
  const { row, source } = cell;
  const question = rowWords(row, nameOf);
  const quotes = quotesOf(cell);
  const at = quotes.findIndex((q) => q.evidence.claim === claim);
  const quote = quotes[at];
  const step = (by: number) => {
    const to = quotes[at + by];
    if (to) onClaim(to.evidence.claim, true);
  };
  const onKey = (e: KeyboardEvent) => {
    if (!quote || (e.key !== "ArrowLeft" && e.key !== "ArrowRight")) return;
    if ((e.target as Element).matches("input, textarea, select")) return;
    e.preventDefault();
    step(e.key === "ArrowRight" ? 1 : -1);
  };
  return (
    <Pane
      label={source === undefined ? question : `${question}: ${sourceLabel(source)}`}
      title={
        <>
          <span className="foreign">{question}</span>
          {source !== undefined && (
            <span className={css.who}>
              <Source source={source} among={model.among} />
            </span>
          )}
        </>
      }
      tools={
        quote ? (
          <>
            <Button small kind="quiet" onPress={() => onClaim(undefined, false)}>
              ‹ Quotes
            </Button>
            <Button small isDisabled={at === 0} aria-label="Previous quote" onPress={() => step(-1)}>
              ←
            </Button>
            <span className={css.count} aria-live="polite">
              {at + 1} of {quotes.length}
            </span>
            <Button
              small
              isDisabled={at === quotes.length - 1}
              aria-label="Next quote"
              onPress={() => step(1)}
            >
              →
            </Button>
          </>
        ) : (
          source !== undefined &&
          row.answers.size + model.silent.length > 1 && (
            <Button small kind="quiet" onPress={() => onCell(cellKey(row.key))}>
              All who speak
            </Button>
          )
        )
      }
      stage={quote ? "report" : "quotes"}
      takesFocus={takesFocus}
      onClose={onClose}
      onKey={onKey}
    >
      {quote ? (
        <ReportBeside
          quote={quote}
          model={model}
          onPick={(other) => {
            const inCell = quotes.some((q) => q.evidence.claim === other);
            const key = inCell ? null : cellOfClaim(model.rows, other);
            if (key === null) onClaim(other, true);
            else onCell(key, other);
          }}
        />
      ) : (
        <ClaimCard
          key={cellKey(row.key, source)}
          cell={cell}
          model={model}
          onRead={(c) => onClaim(c, false)}
        />
      )}
    </Pane>
  );
}

function RulePicker({
  rule,
  onRule,
}: {
  readonly rule: RollupRule;
  readonly onRule: (rule: string) => void;
}) {
  return (
    <div className={css.rule}>
      <Select
        label="Rule for low, best and high"
        value={rule}
        choices={ROLLUP_RULES.map((r) => ({ id: r, label: RULE_NAMES[r] }))}
        onChange={onRule}
      />
    </div>
  );
}

/** Whether a party is an international organisation. */
function useIsOrganisation(): (code: string) => boolean {
  const { data } = useQuery({
    queryKey: ["parties"],
    queryFn: ({ signal }) => api.parties({}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return useMemo(() => {
    const found = new Set(data?.parties.filter((p) => p.kind === "organisation").map((p) => p.code));
    return (code) => found.has(code);
  }, [data]);
}
