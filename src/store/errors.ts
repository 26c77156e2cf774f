/** What keeps a store from being used; `code` is stable and explained in docs/errors.md. */
export class StoreError extends Error {
  constructor(
    readonly code:
      | "store-busy"
      | "store-damaged"
      | "store-newer"
      | "store-other-engine"
      | "store-unwritable"
      | "store-other"
      | "database-unreachable"
      | "ruling-target",
    message: string,
    readonly hint: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "StoreError";
  }
}
