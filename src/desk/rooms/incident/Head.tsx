import { Link } from "@tanstack/react-router";
import type { IncidentRoom } from "../../../formats/desk-json.js";
import { dateLabel } from "../../../formats/labels.js";
import { counted } from "../../../formats/page.js";
import { actsLabel, placeLabel } from "../../../formats/record-labels.js";
import type { DateBasis } from "../../../text/civil-date.js";
import type { Search } from "../../api/filters.js";
import { useNameOf } from "../../api/names.js";
import { PageHead } from "../../shared/PageHead.js";
import { PartyList } from "../../shared/Party.js";
import { Verdict } from "../../shared/Verdict.js";
import { Chains } from "./Chains.js";
import css from "./Head.module.css";
import { type RoomModel, theActs } from "./room-model.js";

const BASIS_WORDS: Record<DateBasis, string> = {
  stated: "the reports give the day",
  relative: "reckoned from the day of publication",
  inferred: "inferred from the text",
  unknown: "no report says when",
};

/** What happened in plain words, when, where, how it stands between its sources, and what it is linked to. */
export function Head({
  room,
  model,
  asked,
}: {
  readonly room: IncidentRoom;
  readonly model: RoomModel;
  /** The id in the address. */
  readonly asked: string;
}) {
  const nameOf = useNameOf();
  const { incident: i } = model;
  const onMap = mapSearch(i);
  return (
    <div className={css.head}>
      <PageHead
        title={
          <span className={css.title}>
            <PartyList codes={i.parties} among={model.among} none="Parties not named" />
            <span>{actsLabel(theActs(i), i.kind)}</span>
          </span>
        }
        sub={
          <p className={css.facts}>
            <span>
              <strong>{dateLabel(i.date)}</strong>
              {i.date.basis !== "stated" && <span className="faint"> ({BASIS_WORDS[i.date.basis]})</span>}
            </span>
            <span>
              {i.place === null ? (
                "place not told"
              ) : (
                <>
                  <strong className="foreign">{placeLabel(i.place, { nameOf })}</strong>{" "}
                  {onMap && (
                    <Link to="/map" search={onMap} className="screen-only">
                      on the map
                    </Link>
                  )}
                </>
              )}
            </span>
            <Verdict verdict={i.verdict} />
            <span>
              {counted(i.reports.length, "report")}
              {i.origins < i.reports.length ? ` of ${counted(i.origins, "origin")}` : ""}
            </span>
            <span className="faint">{i.id}</span>
          </p>
        }
        exports={{ what: "incident", formats: ["csv", "json", "facts", "text"], with: { id: i.id } }}
      />
      {room.wasPartOf && (
        <p className={css.note} role="note">
          {asked} was the id of a part of this incident; it is one with {i.id} now.
        </p>
      )}
      <Chains model={model} linked={room.linked} />
    </div>
  );
}

/** How near the map looks at it: some 100 km across. */
const NEAR = 8;

/** The map around it, with the incidents of its place and days; null where it has no spot there. In the map's own words. */
function mapSearch({ place, date, kind }: RoomModel["incident"]): Search | null {
  if (place === null || place.latitude === null || place.longitude === null) return null;
  if (place.precision === "country" || place.precision === "unresolved") return null;
  const [longitude, latitude] = [place.longitude.toFixed(3), place.latitude.toFixed(3)];
  return {
    kind: [kind],
    ...(date.from ? { from: date.from } : {}),
    ...(date.to ? { to: date.to } : {}),
    at: `${longitude},${latitude},${NEAR}`,
    spot: [place.name, longitude, latitude, place.precision].join("~"),
  };
}
