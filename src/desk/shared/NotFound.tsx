import { Link } from "@tanstack/react-router";
import { Empty } from "./Loaded.js";
import { useTitle } from "./PageHead.js";

export function NotFound() {
  useTitle("No such page");
  return (
    <>
      <h1>No such page</h1>
      <Empty title="The address leads nowhere in this desk">
        <p>
          <Link to="/">The situation</Link> and <Link to="/incidents">the incidents</Link> are here; Ctrl K
          searches everything.
        </p>
      </Empty>
    </>
  );
}
