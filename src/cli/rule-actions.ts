/** What `parley rule` can do; each takes its targets as arguments. */
export const RULE_ACTIONS = [
  "confirm",
  "reject",
  "correct",
  "add",
  "merge",
  "split",
  "party",
  "conflict",
  "undo",
  "list",
] as const;
export type RuleAction = (typeof RULE_ACTIONS)[number];
