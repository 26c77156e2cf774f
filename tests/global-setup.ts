import { ensureTemplate } from "../tools/make-store-template.js";

/** The empty database that stores of tests begin with, made once. */
export default async function setup(): Promise<void> {
  await ensureTemplate();
}
