export function Situation() {
  return <h1>Situation</h1>;
}
