import { Checkbox } from "react-aria-components/Checkbox";
import { CheckboxGroup } from "react-aria-components/CheckboxGroup";
import { Label } from "react-aria-components/Label";
import { LAYER_WORDS, LAYERS, type Layer } from "../../shared/report-text/layers.js";
import css from "./Layers.module.css";

/** What each layer shows, for those who point at it. */
const MEANING: Record<Layer, string> = {
  says: "Speakers and the words that say that they say it; what they say on a lighter ground.",
  event: "The word that tells of an act; those who act and those acted upon underlined.",
  toll: "Figures of killed, wounded, captured, missing, displaced, destroyed.",
  when: "Days and places that the text names.",
  loaded: "Words that take a side, with whose they are and a neutral word beside the text.",
  missed: "Sentences without a claim in grey; passages that were not read on a grey ground, with the reason.",
};

/** The layers laid over the text, each in its colour and kind of line: the legend is the switch. */
export function Layers({
  on,
  counts,
  onChange,
}: {
  readonly on: readonly Layer[];
  readonly counts: Readonly<Partial<Record<Layer, number>>>;
  readonly onChange: (layers: readonly Layer[]) => void;
}) {
  return (
    <CheckboxGroup
      className={css.layers!}
      value={[...on]}
      onChange={(values) => onChange(LAYERS.filter((l) => values.includes(l)))}
    >
      <Label className={css.heading!}>Shown on the words</Label>
      {LAYERS.map((layer) => (
        <Checkbox key={layer} value={layer} className={css.layer!}>
          <span className={css.box} aria-hidden="true" />
          <span className={css.sample} data-layer={layer} title={MEANING[layer]}>
            {LAYER_WORDS[layer]}
          </span>
          {counts[layer] !== undefined && <span className={css.count}>{counts[layer]}</span>}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
