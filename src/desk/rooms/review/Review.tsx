import { PageHead, useTitle } from "../../shared/PageHead.js";
import { useSearchValues } from "../../shared/use-filters.js";
import { Views } from "../../shared/Views.js";
import { Log } from "./Log.js";
import { Queue } from "./Queue.js";
import { WHYS, type Why } from "./run.js";
import { useRun } from "./use-run.js";

/** What a person should look at, one at a time; and all that was decided. */
export function Review() {
  useTitle("Review");
  const [search] = useSearchValues();
  const why: Why | null = WHYS.find((w) => w === search.why) ?? null;
  const tab = search.tab === "log" ? "log" : "queue";
  // the run outlives a look at the log
  const run = useRun(why);
  return (
    <>
      <PageHead title="Review" exports={{ what: "rulings", formats: ["csv", "json"] }} />
      <Views
        label="Views"
        name="tab"
        value={tab}
        views={[
          { id: "queue", words: "To decide" },
          { id: "log", words: "Log of rulings" },
        ]}
      />
      {tab === "log" ? <Log onUndone={(id) => void run.forget(id)} /> : <Queue run={run} why={why} />}
    </>
  );
}
