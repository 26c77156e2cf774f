import { useQuery } from "@tanstack/react-query";
import { type RollupRule, RULE_NAMES } from "../../../record/rollups.js";
import { api } from "../../api/client.js";
import { RightTable } from "../../shared/how-right/HowRight.js";
import css from "./Lists.module.css";
import { RULE_METHOD } from "./rules.js";
import { Section } from "./Section.js";

/** How what is shown was come by, and what it cannot tell. */
export function HowWeKnow({ rule }: { readonly rule: RollupRule }) {
  const { data: status } = useQuery({
    queryKey: ["status"],
    queryFn: ({ signal }) => api.status({}, signal),
  });
  const { how, limit } = RULE_METHOD[rule];
  return (
    <Section title="How we know">
      <dl className={css.known}>
        <div>
          <dt>Claims</dt>
          <dd>
            Read from the reports by Parley{status && ` ${status.version}`}: its rules and word lists over a
            parser's trees. Each claim keeps the words that carry it and their place in the report.
          </dd>
          <dd>
            <strong>Cannot tell:</strong> what no report here says, and whether a sentence was understood
            rightly. The words stand beside every figure for that.
          </dd>
        </div>
        <div>
          <dt>Verdicts</dt>
          <dd>
            Weighed over those who speak, not over reports: outlets that repeat a side add nothing, copies of
            one story count once.
          </dd>
          <dd>
            <strong>Cannot tell:</strong> who is right. Two parties may agree and both be wrong.
          </dd>
        </div>
        <div>
          <dt>Low, best and high: {RULE_NAMES[rule]}</dt>
          <dd>{how}</dd>
          <dd>
            <strong>Cannot tell:</strong> {limit} Whether two figures count the same people is not known
            either.
          </dd>
        </div>
        <div>
          <dt>Figures on an axis</dt>
          <dd>
            A line for each answer, in its speaker's colour: ● says so, ■ confirms, ✕ denies, ◌ doubts, +
            comes on top of another figure, ○ was said before. A whisker is how far the words reach; an arrow,
            that they are open above. Below them the range of the rule, with its best figure as a stroke. Rows
            of one harm share an axis.
          </dd>
        </div>
        <div>
          <dt>One incident</dt>
          <dd>
            Tellings of several reports are taken for one by their days, parties, places, figures and words;
            “How it was put together” has each link with what spoke for and against.
          </dd>
          <dd>
            <strong>Cannot tell:</strong> apart with certainty what happened twice at one place on one day.
          </dd>
        </div>
        <div className={css.wide}>
          <dt>How often Parley reads rightly</dt>
          <dd>
            <RightTable />
          </dd>
          <dd>
            <strong>Cannot tell:</strong> how often on reports of this conflict: nobody has checked these by
            hand. Each claim says beside its report how often one such as it is right.
          </dd>
        </div>
      </dl>
    </Section>
  );
}
