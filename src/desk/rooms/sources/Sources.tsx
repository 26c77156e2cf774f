import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { SourcesRoom } from "../../../formats/desk-json.js";
import { counted } from "../../../formats/page.js";
import type { Filters, Search } from "../../api/filters.js";
import { useSourceLabel } from "../../api/names.js";
import { useAdd } from "../../shared/add-context.js";
import { Button } from "../../shared/Button.js";
import { TextInput } from "../../shared/Fields.js";
import { FilterBar } from "../../shared/FilterBar.js";
import { Empty, Loaded, Skeleton } from "../../shared/Loaded.js";
import { PageHead, useTitle } from "../../shared/PageHead.js";
import { useFilters, useSearchValues } from "../../shared/use-filters.js";
import { Views } from "../../shared/Views.js";
import { Hatch } from "./Bars.js";
import { OutletDetail, SpeakerDetail } from "./Detail.js";
import { Method } from "./Method.js";
import { OutletsTable } from "./OutletsTable.js";
import { periodWords } from "./period-words.js";
import css from "./Sources.module.css";
import { SpeakersTable } from "./SpeakersTable.js";
import { sorted, sortingOf } from "./sort.js";
import { useSources } from "./use-sources.js";
import {
  isAt,
  mostNamed,
  named,
  OUTLET_COLUMNS,
  outletKey,
  outletName,
  SPEAKER_COLUMNS,
  speakerKey,
  VIEWS,
  type View,
} from "./voices.js";

/** Parties with a colour of their own: as many as there are colours. */
const COLOURED = 8;
/** Rows beyond which a name is looked for, not read for. */
const MANY = 15;

/** Who speaks and who publishes: of whom, how others agree, who is left out. */
export function Sources() {
  useTitle("Sources");
  const [filters] = useFilters();
  const [search] = useSearchValues();
  const query = useSources(filters);
  const view: View = VIEWS.find((v) => v === search.view) ?? "speakers";
  return (
    <>
      <PageHead title="Sources" sub={<Period data={query.data} filters={filters} />} />
      <FilterBar parts={["conflict", "period", "party"]} />
      <Views
        label="Views"
        name="view"
        value={view}
        drop={["sort", "find", "source", "outlet"]}
        views={[
          { id: "speakers", words: `Who speaks${sizeOf(query.data?.speakers)}` },
          { id: "outlets", words: `Who publishes${sizeOf(query.data?.outlets)}` },
        ]}
      />
      <Loaded query={query} skeleton={<Skeleton lines={12} height="2rem" />}>
        {(data) => <Voices data={data} view={view} filters={filters} search={search} />}
      </Loaded>
    </>
  );
}

const sizeOf = (list: readonly unknown[] | undefined) => (list === undefined ? "" : ` (${list.length})`);

/** The days that were looked at, and the caution that goes with all of it. */
function Period({ data, filters }: { readonly data: SourcesRoom | undefined; readonly filters: Filters }) {
  // a line's room is kept: nothing jumps
  if (!data?.from) return <>&nbsp;</>;
  return (
    <p className={css.period}>
      {periodWords(data, filters)} This counts agreement, not truth. <a href="#method">How this is counted</a>
    </p>
  );
}

function Voices({
  data,
  view,
  filters,
  search,
}: {
  readonly data: SourcesRoom;
  readonly view: View;
  readonly filters: Filters;
  readonly search: Search;
}) {
  const label = useSourceLabel();
  const coloured = useMemo(
    () =>
      mostNamed(
        view === "speakers" ? data.speakers.map((s) => s.of) : data.outlets.map((o) => o.quotes),
        COLOURED,
      ),
    [data, view],
  );
  const [, change] = useSearchValues();
  const find = typeof search.find === "string" ? search.find : "";
  if (data.outlets.length === 0 && data.speakers.length === 0) return <Nothing filters={filters} />;
  const speaker = data.speakers.find((s) => view === "speakers" && isAt(s.code, search.source));
  const outlet = data.outlets.find((o) => view === "outlets" && isAt(o.outlet, search.outlet));
  const all = view === "speakers" ? data.speakers : data.outlets;
  const speakers = {
    sorting: sortingOf(search.sort, SPEAKER_COLUMNS, { column: "claims", isDescending: true }),
    rows: named(data.speakers, find, (s) => label(s.code)),
  };
  const outlets = {
    sorting: sortingOf(search.sort, OUTLET_COLUMNS, { column: "reports", isDescending: true }),
    rows: named(data.outlets, find, (o) => outletName(o.outlet)),
  };
  const found = view === "speakers" ? speakers.rows.length : outlets.rows.length;
  return (
    <>
      <Hatch />
      {(all.length > MANY || find !== "") && (
        <div className={css.find}>
          <TextInput
            label={view === "speakers" ? "Find a speaker" : "Find an outlet"}
            bare
            type="search"
            placeholder={view === "speakers" ? "Find a speaker" : "Find an outlet"}
            value={find}
            onChange={(words) => change({ find: words || undefined }, { replace: true })}
          />
          <span role="status" className="faint">
            {find === "" ? "" : counted(found, "name")}
          </span>
        </div>
      )}
      <div className={css.room} data-open={speaker || outlet ? "" : undefined}>
        <div className={css.table}>
          {found === 0 ? (
            <p className="faint">No name here has these words.</p>
          ) : view === "speakers" ? (
            <SpeakersTable
              speakers={sorted(speakers.rows, speakers.sorting, speakerKey(label))}
              sorting={speakers.sorting}
              open={search.source}
              coloured={coloured}
            />
          ) : (
            <OutletsTable
              outlets={sorted(outlets.rows, outlets.sorting, outletKey)}
              sorting={outlets.sorting}
              open={search.outlet}
              coloured={coloured}
            />
          )}
        </div>
        {speaker && <SpeakerDetail speaker={speaker} filters={filters} coloured={coloured} />}
        {outlet && <OutletDetail outlet={outlet} filters={filters} coloured={coloured} />}
      </div>
      <Method />
    </>
  );
}

function Nothing({ filters }: { readonly filters: Filters }) {
  const add = useAdd();
  return Object.keys(filters).length > 0 ? (
    <Empty title="Nobody speaks in this part of the record">
      <p>No report under these filters says anything that was read as a claim.</p>
      <Link to="/sources">All sources</Link>
    </Empty>
  ) : (
    <Empty title="Nobody speaks yet">
      <p>Who says what is counted from reports. Add some, and their outlets and speakers appear here.</p>
      <Button kind="strong" onPress={add}>
        Add reports
      </Button>
    </Empty>
  );
}
