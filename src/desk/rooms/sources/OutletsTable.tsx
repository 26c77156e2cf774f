import { grouped } from "../../../formats/page.js";
import { PartyList } from "../../shared/Party.js";
import { SizeBar, TallyBar } from "./Bars.js";
import { outOf } from "./shares.js";
import type { Sorting } from "./sort.js";
import css from "./Voices.module.css";
import { type Column, RowLink, VoiceTable } from "./VoiceTable.js";
import { addressOf, type Outlet, type OutletColumn, outletName } from "./voices.js";

const LEFT_OUT_IN_WORDS = 3;

/** Who publishes: how much, how much of it in its own voice, whom it quotes and whom it leaves out. */
export function OutletsTable({
  outlets,
  open,
  sorting,
  coloured,
}: {
  readonly outlets: readonly Outlet[];
  readonly open: unknown;
  readonly sorting: Sorting<OutletColumn>;
  readonly coloured: readonly string[];
}) {
  const most = Math.max(0, ...outlets.map((o) => o.claims));
  const isOpen = (o: Outlet) => open === addressOf(o.outlet);
  const columns: readonly Column<Outlet, OutletColumn>[] = [
    {
      id: "name",
      words: "Outlet",
      orders: [{ id: "name", words: "Outlet" }],
      cell: (o) => (
        <RowLink name="outlet" value={addressOf(o.outlet)} isOpen={isOpen(o)}>
          <span className="foreign">{outletName(o.outlet)}</span>
        </RowLink>
      ),
    },
    {
      id: "reports",
      words: "Reports",
      orders: [{ id: "reports", words: "Reports" }],
      isNumber: true,
      cell: (o) => grouped(o.reports),
    },
    {
      id: "origins",
      words: "Origins",
      orders: [{ id: "origins", words: "Origins" }],
      isNumber: true,
      rank: 3,
      cell: (o) => grouped(o.origins),
    },
    {
      id: "claims",
      words: "Claims",
      orders: [{ id: "claims", words: "Claims" }],
      isNumber: true,
      cell: (o) => (
        <div className={css.size}>
          {grouped(o.claims)}
          <SizeBar n={o.claims} most={most} />
        </div>
      ),
    },
    {
      id: "own",
      words: "In its own voice",
      orders: [{ id: "own", words: "In its own voice" }],
      rank: 3,
      cell: (o) => (
        <div className={css.size}>
          {outOf(o.ownVoice, o.claims)}
          <SizeBar n={o.ownVoice} most={o.claims} />
        </div>
      ),
    },
    {
      id: "quotes",
      words: "Whom it quotes",
      orders: [{ id: "quotes", words: "Whom it quotes" }],
      rank: 2,
      cell: (o) => (
        <div className={css.bars}>
          <TallyBar tallies={o.quotes} coloured={coloured} none="nobody" />
        </div>
      ),
    },
    {
      id: "leaves",
      words: "Whom it leaves out",
      orders: [{ id: "leaves", words: "Whom it leaves out" }],
      cell: (o) => (
        <span className={css.names}>
          <PartyList codes={o.leavesOut.slice(0, LEFT_OUT_IN_WORDS)} among={coloured} none="none" />
          {o.leavesOut.length > LEFT_OUT_IN_WORDS && (
            <span className="faint">and {o.leavesOut.length - LEFT_OUT_IN_WORDS} more</span>
          )}
        </span>
      ),
    },
  ];
  return (
    <VoiceTable
      label="Who publishes"
      rows={outlets}
      columns={columns}
      sorting={sorting}
      keyOf={(o) => addressOf(o.outlet)}
      isOpen={isOpen}
    />
  );
}
