import { useMemo } from "react";
import type { Conflicts, Situation as SituationData } from "../../../formats/desk-json.js";
import { counted } from "../../../formats/page.js";
import type { Filters } from "../../api/filters.js";
import { useNameOf } from "../../api/names.js";
import { useAdd } from "../../shared/add-context.js";
import { Button } from "../../shared/Button.js";
import { FilterBar } from "../../shared/FilterBar.js";
import { Empty, Loaded, Skeleton } from "../../shared/Loaded.js";
import { PageHead, useTitle } from "../../shared/PageHead.js";
import { within } from "../../shared/time-axis/brush.js";
import { overlaps, type Period } from "../../shared/time-axis/scale.js";
import { useFilters, useSearchValues } from "../../shared/use-filters.js";
import { actorsOf } from "./actors.js";
import { BANDS_HEIGHT, Bands } from "./Bands.js";
import { busyPeriod, extentOf, isLong, periodOfWords, periodWords } from "./busy-period.js";
import { CardsSkeleton, ConflictCards } from "./ConflictCards.js";
import { Contested } from "./Contested.js";
import { IncidentList } from "./IncidentList.js";
import { whenWords } from "./incident-words.js";
import { NewSince } from "./NewSince.js";
import { Overview } from "./Overview.js";
import { useConflicts, useSituation, useStatus } from "./queries.js";
import { Sentences } from "./Sentences.js";
import css from "./Situation.module.css";
import { Behind, DiplomacyTable, IncidentTable, WeekTable } from "./Tables.js";

/** How things stand in a conflict: in sentences, along time, what is contested and what is new. */
export function Situation() {
  const [all] = useFilters();
  const filters = useMemo(() => ownFilters(all), [all]);
  const { from: _, to: __, ...unbrushed } = filters;
  // the bands keep all of the axis while a period is picked on it; sentences and lists follow the period
  const whole = useSituation(unbrushed);
  const picked = useSituation(filters);
  const conflicts = useConflicts();
  const conflict = conflicts.data?.conflicts.find((c) => c.name === filters.conflict);
  const nameOf = useNameOf();
  const title = filters.conflict ?? "Situation";
  useTitle(title);
  const isBare = whole.data !== undefined && isEmpty(whole.data) && Object.keys(all).length === 0;
  return (
    <>
      <PageHead
        title={<span className="foreign">{title}</span>}
        sub={isBare ? null : subtitle(filters, conflict, nameOf)}
        {...(isBare
          ? {}
          : {
              exports: {
                what: "timeline",
                formats: ["csv", "json", "text"],
                ...(whole.data?.parties.length === 2
                  ? { also: { what: "weeks", format: "csv", words: "Weeks as CSV (spreadsheet)" } }
                  : {}),
              },
            })}
      />
      {!isBare && <FilterBar parts={["conflict", "period", "party"]} />}
      {(all.place ?? all.verdict ?? all.type ?? all.kind) !== undefined && (
        <p className={css.aside}>
          Place, verdict, type and kind narrow lists; they do not narrow what is shown here.
        </p>
      )}
      {filters.conflict === undefined &&
        filters.party === undefined &&
        (conflicts.data
          ? conflicts.data.conflicts.length > 0 && <ConflictCards conflicts={conflicts.data.conflicts} />
          : !conflicts.isError && <CardsSkeleton />)}
      <Loaded query={whole} skeleton={<RoomSkeleton />}>
        {(data) =>
          isEmpty(data) ? (
            <NothingHere filters={filters} />
          ) : (
            <Room whole={data} picked={picked} filters={filters} unbrushed={unbrushed} />
          )
        }
      </Loaded>
    </>
  );
}

/** What is looked at, in a line; a line without words while it is not known yet, so that it keeps its room. */
function subtitle(
  { conflict: name, party }: Filters,
  conflict: Conflicts["conflicts"][number] | undefined,
  nameOf: (code: string) => string,
): string {
  if (conflict)
    return `${whenWords(conflict)}${conflict.proposed ? " · proposed from the data, named by nobody yet" : ""}`;
  if (name !== undefined) return "\u00a0";
  return party ? `All that is on record with ${party.map(nameOf).join(" and ")}` : "All that is on record";
}

/** Of the filters of the address those by which this room goes. */
const ownFilters = ({ conflict, party, from, to }: Filters): Filters => ({
  ...(conflict === undefined ? {} : { conflict }),
  ...(party === undefined ? {} : { party }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});

const isEmpty = (s: SituationData) =>
  s.total === 0 && s.initiatives.length === 0 && s.ceasefires.length === 0 && s.weeks.length === 0;

function Room({
  whole,
  picked,
  filters,
  unbrushed,
}: {
  readonly whole: SituationData;
  readonly picked: ReturnType<typeof useSituation>;
  readonly filters: Filters;
  readonly unbrushed: Filters;
}) {
  const [search, change] = useSearchValues();
  const nameOf = useNameOf();
  const extent = useMemo(() => extentOf(whole), [whole]);
  const usual = useMemo(() => (extent ? busyPeriod(whole.weeks, extent) : null), [whole.weeks, extent]);
  const asked = periodOfWords(search.shown as string | undefined);
  const shown = extent && ((asked && within(asked, extent)) ?? usual);
  // where there are too many to have all at once, those of the part that is shown
  const isPart = whole.total > whole.incidents.length && shown !== null && shown !== extent;
  const part = useSituation({ ...unbrushed, ...(shown ?? {}) }, isPart);
  const drawn = (isPart ? part.data : null) ?? whole;
  const actors = useMemo(() => actorsOf(whole.incidents, whole.parties), [whole.incidents, whole.parties]);
  const { among } = actors;

  const brushed: Period | null =
    extent && (filters.from !== undefined || filters.to !== undefined)
      ? { from: filters.from ?? extent.from, to: filters.to ?? extent.to }
      : null;
  const brush = (period: Period | null) =>
    change({ from: period?.from, to: period?.to }, { replace: brushed !== null && period !== null });
  const show = (period: Period | null) =>
    change({ shown: period ? periodWords(period) : undefined }, { replace: true });
  const tableOf = (all: SituationData["incidents"]) =>
    brushed ? all.filter((i) => overlaps(i, brushed)) : all;
  return (
    <div className={css.room}>
      <section className={css.state} aria-label="The state of it">
        <Loaded query={picked} skeleton={<Skeleton lines={5} height="1.6rem" />}>
          {(data) => (
            <div className={css.sentences}>
              <div aria-busy={picked.isPlaceholderData} aria-live="polite">
                {isEmpty(data) ? (
                  <p>Nothing is on record in this period.</p>
                ) : (
                  <Sentences sentences={data.sentences} filters={filters} />
                )}
              </div>
              {/* keeps the room that all of the time takes, so that the axis stays put while a period is picked on it */}
              {brushed && (
                <div className={css.reserved} aria-hidden="true">
                  <Sentences sentences={whole.sentences} filters={unbrushed} />
                </div>
              )}
            </div>
          )}
        </Loaded>
      </section>

      <section className={css.time} aria-labelledby="along-time">
        <div className={css.top}>
          <h2 id="along-time">Along time</h2>
          <p className={css.period}>
            {brushed ? (
              <>
                <span>
                  Picked: <strong>{whenWords(brushed)}</strong>
                </span>
                <Button small onPress={() => brush(null)}>
                  All of the time
                </Button>
              </>
            ) : (
              <span className="screen-only">Drag across the bands to pick a period.</span>
            )}
          </p>
        </div>
        {extent && shown && usual ? (
          <>
            {isLong(extent) && (
              <Overview weeks={whole.weeks} extent={extent} shown={shown} usual={usual} onShow={show} />
            )}
            <Bands
              situation={whole}
              incidents={drawn.incidents}
              total={isPart ? drawn.total : whole.total}
              shown={shown}
              brushed={brushed}
              onBrush={brush}
              filters={filters}
              actors={actors}
            />
          </>
        ) : (
          <p className={css.undated}>Nothing in this selection has a day: there is no axis to draw it on.</p>
        )}
        <div className={css.tables}>
          <Behind title="Incidents">
            {() => (
              <IncidentTable
                incidents={tableOf(drawn.incidents)}
                missing={drawn.total - drawn.incidents.length}
                filters={filters}
                among={among}
              />
            )}
          </Behind>
          <Behind title="Diplomacy">
            {() => <DiplomacyTable situation={picked.data ?? whole} filters={filters} />}
          </Behind>
          <Behind title="Intensity">{() => <WeekTable weeks={(picked.data ?? whole).weeks} />}</Behind>
        </div>
        {whole.since !== null && (
          <p className={css.undated}>
            There is too much diplomacy to show all of it: what is here goes back to{" "}
            {whenWords({ from: whole.since, to: whole.since })}.
          </p>
        )}
      </section>

      <aside className={css.side} aria-label="Contested and new">
        {picked.data ? (
          <Contested incidents={picked.data.contested} filters={filters} among={among} />
        ) : (
          <Skeleton lines={8} />
        )}
        <NewSince filters={filters} among={among} />
      </aside>

      <div className={css.listed}>
        {picked.data && (
          <IncidentList
            incidents={picked.data.incidents}
            total={picked.data.total}
            filters={filters}
            among={among}
          />
        )}
      </div>
      <p className={css.printed}>
        {[
          filters.conflict,
          filters.party?.map(nameOf).join(", "),
          brushed && whenWords(brushed),
          counted(whole.total, "incident"),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </div>
  );
}

/** An empty store, or filters through which nothing comes. */
function NothingHere({ filters }: { readonly filters: Filters }) {
  const add = useAdd();
  const [, change] = useFilters();
  const status = useStatus();
  if (!status.data) return <RoomSkeleton />;
  const { reports, waiting } = status.data;
  if (reports > 0)
    return (
      <Empty title="Nothing on record here">
        <p>
          {counted(reports, "report")} {reports === 1 ? "is" : "are"} in the record, but none tells of
          violence, coercion or diplomacy{" "}
          {Object.keys(filters).length > 0 ? "that these filters let through" : "so far"}.
        </p>
        {Object.keys(filters).length > 0 ? (
          <Button
            onPress={() => change({ conflict: undefined, party: undefined, from: undefined, to: undefined })}
          >
            Clear the filters
          </Button>
        ) : (
          <Button onPress={add}>Add reports</Button>
        )}
      </Empty>
    );
  return (
    <Empty title={waiting > 0 ? "The first reports are being read" : "The record is empty"}>
      <p>
        {waiting > 0
          ? `${counted(waiting, "document")} ${waiting === 1 ? "waits" : "wait"} to be read; this page fills as they are.`
          : "Add reports of a conflict: paste a text, drop files, or give addresses and feeds. What happened, who says so and where they differ will stand here."}
      </p>
      <Button kind="strong" onPress={add}>
        Add reports
      </Button>
      <p className="faint">
        Or in a terminal: <code>parley add report.txt</code>, or a folder of them.
      </p>
    </Empty>
  );
}

/** About as high as what will be there. */
const RoomSkeleton = () => (
  <div className={css.room}>
    <div className={css.state}>
      <Skeleton lines={5} height="1.6rem" />
    </div>
    <div className={css.time}>
      <div className={css.waiting} style={{ height: BANDS_HEIGHT }} />
    </div>
    <div className={css.side}>
      <Skeleton lines={12} />
    </div>
  </div>
);
