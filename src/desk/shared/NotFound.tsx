import { Link } from "@tanstack/react-router";
import { Empty } from "./Loaded.js";

export function NotFound() {
  return (
    <Empty title="There is no such page">
      <p>
        The address leads nowhere in this desk. <Link to="/">The situation</Link> and{" "}
        <Link to="/incidents">the incidents</Link> are here; Ctrl K searches everything.
      </p>
    </Empty>
  );
}
