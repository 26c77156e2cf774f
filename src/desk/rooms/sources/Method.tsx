import css from "./Sources.module.css";

/** How the room counts, and what its numbers cannot tell. */
export function Method() {
  return (
    <section id="method" className={css.method} aria-labelledby="method-title">
      <h2 id="method-title">How this is counted, and what it cannot tell</h2>
      <dl>
        <div>
          <dt>Claims</dt>
          <dd>
            What reports say happened, and whom it harmed, on the incidents of the period. Each counts for
            whoever says it: a party, a sort of speaker without a name, or the outlet in its own voice. Steps
            of diplomacy and what a person rejected are not among them.
          </dd>
        </div>
        <div>
          <dt>Alone, corroborated, contested</dt>
          <dd>
            Counted by facet: who began it, who did what to whom, each toll. Alone: no other speaker that is
            named says anything on it. Corroborated: another says the same, or a figure that agrees with it.
            Contested: at least one other says what cannot be so beside it, or denies it, whoever else agrees.
            An outlet in its own voice is nobody’s second source. Facets on which others speak of something
            else are in none of the three.
          </dd>
        </div>
        <div>
          <dt>Origins</dt>
          <dd>Copies of one story and versions of one article are one origin.</dd>
        </div>
        <div>
          <dt>Whom an outlet leaves out</dt>
          <dd>
            Parties to incidents that it reports, whom others quote on those incidents and it quotes nowhere
            in the period.
          </dd>
        </div>
        <div>
          <dt>What it cannot tell</dt>
          <dd>
            Who is right. This counts agreement, not truth: several may repeat one mistake, and who alone was
            there stands alone. Those who speak first, or under fire, are contested more. It knows only the
            reports that were added: an outlet of which few are here has had little chance to quote anybody.
            Names are read by machine; a speaker that was not recognised counts under its sort. Of each list
            the thirty greatest are kept.
          </dd>
        </div>
      </dl>
    </section>
  );
}
