export function Diplomacy() {
  return <h1>Diplomacy</h1>;
}
