export function MapRoom() {
  return <h1>MapRoom</h1>;
}
