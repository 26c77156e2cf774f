import { useMemo } from "react";
import type { DiplomacyRoom } from "../../../formats/desk-json.js";
import { oneDay } from "../../../formats/labels.js";
import { counted } from "../../../formats/page.js";
import { ACT_WORDS } from "../../../formats/record-labels.js";
import type { DiplomaticAct } from "../../../record/diplomacy.js";
import { type Filters, filtersOf, type Search } from "../../api/filters.js";
import { useNameOf } from "../../api/names.js";
import { Select } from "../../shared/Fields.js";
import { FilterBar } from "../../shared/FilterBar.js";
import { Empty, Loaded, Skeleton } from "../../shared/Loaded.js";
import { PageHead, useTitle } from "../../shared/PageHead.js";
import { useSearchValues } from "../../shared/use-filters.js";
import { Views } from "../../shared/Views.js";
import { CeasefiresTable } from "./CeasefiresTable.js";
import css from "./Diplomacy.module.css";
import { CeasefireHistory, InitiativeHistory } from "./History.js";
import { InitiativesTable } from "./InitiativesTable.js";
import { Lanes } from "./Lanes.js";
import { ceasefireGroups, initiativeGroups } from "./lives.js";
import { useDiplomacy } from "./queries.js";

/** Who stepped between the parties, what became of it, and what was agreed. */
export function Diplomacy() {
  useTitle("Diplomacy");
  const [search] = useSearchValues();
  const query = useDiplomacy(search);
  const act = one(search.act);
  const view = search.view === "table" ? "table" : "lanes";
  return (
    <>
      <PageHead
        title="Diplomacy"
        sub={query.data && <p>{sumWords(query.data)}</p>}
        exports={{
          what: "initiatives",
          formats: ["csv", "json", "facts", "text"],
          ...(act ? { with: { act } } : {}),
        }}
      />
      <FilterBar />
      <div className={`${css.bar} screen-only`}>
        <Views
          label="How it is shown"
          name="view"
          value={view}
          views={[
            { id: "lanes", words: "Lanes" },
            { id: "table", words: "Table" },
          ]}
        />
        <ActPicker value={act} />
      </div>
      <Loaded query={query} skeleton={<Skeleton lines={9} height="2.6rem" />}>
        {(room) =>
          room.initiatives.length + room.ceasefires.length === 0 ? (
            <Nothing filters={filtersOf(search)} act={act} />
          ) : (
            <Room room={room} view={view} />
          )
        }
      </Loaded>
    </>
  );
}

const one = (value: Search[string]): string | undefined => (typeof value === "string" ? value : value?.[0]);

const sumWords = (room: DiplomacyRoom) =>
  [
    counted(room.initiatives.length, "initiative"),
    counted(room.ceasefires.length, "ceasefire"),
    `told by ${counted(room.reports.length, "report")}`,
  ].join(" · ");

const ANY = "any";

/** Initiatives of which a step is of one kind. */
function ActPicker({ value }: { readonly value: string | undefined }) {
  const [, change] = useSearchValues();
  const acts = Object.entries(ACT_WORDS).filter(([act]) => act !== "ceasefire-violated");
  return (
    <div className={css.act}>
      <Select
        label="With the step"
        value={value ?? ANY}
        choices={[
          { id: ANY, label: "any step" },
          ...acts.map(([id, words]) => ({ id: id as DiplomaticAct, label: words })),
        ]}
        onChange={(id) => change({ act: id === ANY ? undefined : id })}
      />
    </div>
  );
}

function Nothing({ filters, act }: { readonly filters: Filters; readonly act: string | undefined }) {
  return Object.keys(filters).length > 0 || act ? (
    <Empty title="No initiative and no ceasefire under these filters">
      <p>Take a filter out above, or choose a longer period.</p>
    </Empty>
  ) : (
    <Empty title="No diplomacy is told of yet">
      <p>
        Add reports (the button at the top): offers to mediate, talks, agreements and ceasefires that they
        tell of appear here.
      </p>
    </Empty>
  );
}

function Room({ room, view }: { readonly room: DiplomacyRoom; readonly view: "lanes" | "table" }) {
  const [search, change] = useSearchValues();
  const nameOf = useNameOf();
  const initiatives = useMemo(
    () => initiativeGroups(room.initiatives, { nameOf }),
    [room.initiatives, nameOf],
  );
  const ceasefires = useMemo(() => ceasefireGroups(room.ceasefires, { nameOf }), [room.ceasefires, nameOf]);
  const reports = useMemo(() => new Map(room.reports.map((r) => [r.hash, r])), [room.reports]);
  const initiative = room.initiatives.find((i) => i.id === search.initiative);
  const ceasefire = initiative ? undefined : room.ceasefires.find((c) => c.id === search.ceasefire);
  const opened = initiative?.id ?? ceasefire?.id ?? null;
  const close = () => {
    change({ initiative: undefined, ceasefire: undefined, step: undefined });
    if (opened) requestAnimationFrame(() => document.getElementById(`life-${opened}`)?.focus());
  };
  const asked = one(search.initiative) ?? one(search.ceasefire);
  return (
    <div className={css.room} data-beside={opened !== null || undefined}>
      <div className={css.main}>
        {room.since !== null && (
          <p className={css.since}>
            There are too many steps to look at all of them: here are those from {oneDay(room.since)} on.
            Choose a conflict, a party or a period to see earlier ones.
          </p>
        )}
        {asked !== undefined && opened === null && (
          <p className={css.since} role="status">
            What this link leads to is not among what the filters let through. Take a filter out to see it.
          </p>
        )}
        {view === "lanes" ? (
          <Lanes initiatives={initiatives} ceasefires={ceasefires} opened={opened} />
        ) : (
          <>
            <InitiativesTable initiatives={room.initiatives} opened={opened} />
            <CeasefiresTable ceasefires={room.ceasefires} opened={opened} />
          </>
        )}
      </div>
      {initiative && (
        <InitiativeHistory key={initiative.id} initiative={initiative} reports={reports} onClose={close} />
      )}
      {ceasefire && (
        <CeasefireHistory key={ceasefire.id} ceasefire={ceasefire} reports={reports} onClose={close} />
      )}
    </div>
  );
}
