import type { DiplomaticAct } from "../../../record/diplomacy.js";

/** What steps of diplomacy look like: a shape for each kind of step, so that none needs its colour. In the order of their weight. */
export const STEP_SHAPES = [
  "call",
  "offer",
  "scheduled",
  "talks",
  "welcome",
  "accept",
  "reject",
  "breach",
  "partial",
  "agreement",
  "settlement",
  "collapse",
] as const;
export type StepShape = (typeof STEP_SHAPES)[number];

export const SHAPE_WORDS: Record<StepShape, string> = {
  call: "call on the parties",
  offer: "offer",
  scheduled: "talks arranged",
  talks: "talks or mediation",
  welcome: "welcomed",
  accept: "accepted",
  reject: "refused",
  breach: "breach reported",
  partial: "agreed in part",
  agreement: "ceasefire or other arrangement",
  settlement: "settlement signed",
  collapse: "talks broken off, ceasefire ended",
};

const SHAPES: Record<DiplomaticAct, StepShape> = {
  "calls-for": "call",
  offers: "offer",
  hosts: "talks",
  mediates: "talks",
  brokers: "agreement",
  welcomes: "welcome",
  accepts: "accept",
  rejects: "reject",
  "ceasefire-agreed": "agreement",
  "ceasefire-violated": "breach",
  "talks-collapse": "collapse",
  "schedules-talks": "scheduled",
  agrees: "partial",
  "ceasefire-in-force": "agreement",
  signs: "settlement",
};

export const shapeOf = (act: DiplomaticAct): StepShape => SHAPES[act];

/** Which of several shapes stands for all where there is room for one. */
export const weightOf = (shape: StepShape): number => STEP_SHAPES.indexOf(shape);
