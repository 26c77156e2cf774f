import { useNameOf } from "../../api/names.js";

/** Names of parties one after another; colours of so many of them could not be told apart. */
export function Names({ codes, none = "" }: { readonly codes: readonly string[]; readonly none?: string }) {
  const nameOf = useNameOf();
  if (codes.length === 0) return <span className="faint">{none}</span>;
  return <span className="foreign">{codes.map(nameOf).join(", ")}</span>;
}
