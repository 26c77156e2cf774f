import { createContext, useContext } from "react";

/** Opens the dialog that adds documents, from wherever a page says that there is nothing yet. */
export const AddContext = createContext<() => void>(() => {});
export const useAdd = (): (() => void) => useContext(AddContext);
