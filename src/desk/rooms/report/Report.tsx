import { useParams } from "@tanstack/react-router";
import { Loaded, Skeleton } from "../../shared/Loaded.js";
import css from "./Report.module.css";
import { ReportPage } from "./ReportPage.js";
import { useReport } from "./use-report.js";

/** The reading pane: one report, its claims beside its words. */
export function Report() {
  const { hash = "" } = useParams({ strict: false });
  const query = useReport(hash);
  return (
    <Loaded query={query} title="Report" skeleton={<ReportSkeleton />}>
      {(room) => <ReportPage key={room.report.hash} name={hash} room={room} />}
    </Loaded>
  );
}

const ReportSkeleton = () => (
  <>
    <Skeleton lines={2} height="1.6rem" />
    <div className={css.columns}>
      <div className={css.rail}>
        <Skeleton lines={8} />
      </div>
      <div className={css.reading}>
        <Skeleton lines={16} height="1.3rem" />
        <Skeleton lines={8} height="3.4rem" />
      </div>
    </div>
  </>
);
