import { grouped } from "../../../formats/page.js";
import { Source } from "../../shared/Party.js";
import { AgreementBar, SizeBar, TallyBar, WAYS } from "./Bars.js";
import type { Sorting } from "./sort.js";
import css from "./Voices.module.css";
import { type Column, RowLink, VoiceTable } from "./VoiceTable.js";
import { addressOf, outletName, type Speaker, type SpeakerColumn } from "./voices.js";

const OUTLETS_IN_WORDS = 2;

/** Who speaks: how much, of whom, how that stands beside what others say, and who carries it. */
export function SpeakersTable({
  speakers,
  open,
  sorting,
  coloured,
}: {
  readonly speakers: readonly Speaker[];
  /** The address of the one whose detail is open. */
  readonly open: unknown;
  readonly sorting: Sorting<SpeakerColumn>;
  readonly coloured: readonly string[];
}) {
  const most = Math.max(0, ...speakers.map((s) => s.claims));
  const isOpen = (s: Speaker) => open === addressOf(s.code);
  const columns: readonly Column<Speaker, SpeakerColumn>[] = [
    {
      id: "name",
      words: "Speaker",
      orders: [{ id: "name", words: "Speaker" }],
      cell: (s) => (
        <RowLink name="source" value={addressOf(s.code)} isOpen={isOpen(s)}>
          <Source source={s.code} among={coloured} />
        </RowLink>
      ),
    },
    {
      id: "claims",
      words: "Claims",
      orders: [{ id: "claims", words: "Claims" }],
      isNumber: true,
      cell: (s) => (
        <div className={css.size}>
          {grouped(s.claims)}
          <SizeBar n={s.claims} most={most} />
        </div>
      ),
    },
    {
      id: "incidents",
      words: "Incidents",
      orders: [{ id: "incidents", words: "Incidents" }],
      isNumber: true,
      rank: 3,
      cell: (s) => grouped(s.incidents),
    },
    {
      id: "of",
      words: "Speaks of",
      rank: 2,
      cell: (s) => (
        <div className={css.bars}>
          <TallyBar tallies={s.of} coloured={coloured} none="nobody that is named" />
        </div>
      ),
    },
    {
      id: "agreement",
      words: "Beside what others say",
      orders: WAYS.map((id) => ({ id, words: id })),
      cell: (s) => (
        <div className={css.bars}>
          <AgreementBar of={s} />
        </div>
      ),
    },
    {
      id: "denials",
      words: "Denials",
      orders: [{ id: "denials", words: "Denials" }],
      isNumber: true,
      rank: 3,
      cell: (s) => grouped(s.denials),
    },
    {
      id: "outlets",
      words: "Carried by",
      orders: [{ id: "outlets", words: "Carried by" }],
      rank: 3,
      cell: (s) => (
        <span className={css.carriers}>
          {grouped(s.outlets.length)} {s.outlets.length === 1 ? "outlet" : "outlets"}
          <span className="faint">
            {s.outlets.slice(0, OUTLETS_IN_WORDS).map((o, k) => (
              <span key={o.outlet ?? ""}>
                {k > 0 && ", "}
                <span className="foreign">{outletName(o.outlet)}</span> {grouped(o.claims)}
              </span>
            ))}
            {s.outlets.length > OUTLETS_IN_WORDS && " …"}
          </span>
        </span>
      ),
    },
  ];
  return (
    <VoiceTable
      label="Who speaks"
      rows={speakers}
      columns={columns}
      sorting={sorting}
      keyOf={(s) => addressOf(s.code)}
      isOpen={isOpen}
    />
  );
}
