package dev.assay.lead;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The question for a page of the ranking, put so that an index answers it in its order. A lead's
 * place is its stage, grade and band: a page of some places is made of the best leads of each.
 */
final class RankingQuery {
  private static final String BEST =
      """
      SELECT lead, -score AS rank FROM lead CROSS JOIN LATERAL (
          SELECT coalesce(stage, '') AS stage, coalesce(grade, '') AS grade,
              coalesce(band, '') AS band) place
      WHERE true%s%s%s ORDER BY -score, lead LIMIT ?
      """;

  /**
   * The places that occur, each found from the one before by the index that is ordered by them.
   * Takes a condition that begins with AND, or nothing.
   */
  static final String PLACES =
      """
      WITH RECURSIVE place AS (
          (SELECT coalesce(stage, '') AS stage, coalesce(grade, '') AS grade,
              coalesce(band, '') AS band
          FROM lead WHERE true%1$s
          ORDER BY coalesce(stage, ''), coalesce(grade, ''), coalesce(band, '') LIMIT 1)
          UNION ALL
          SELECT next.* FROM place CROSS JOIN LATERAL (
              SELECT coalesce(stage, '') AS stage, coalesce(grade, '') AS grade,
                  coalesce(band, '') AS band
              FROM lead WHERE (coalesce(stage, ''), coalesce(grade, ''), coalesce(band, ''))
                  > (place.stage, place.grade, place.band)%1$s
              ORDER BY coalesce(stage, ''), coalesce(grade, ''), coalesce(band, '') LIMIT 1) next)
      """;

  private static final String OF_PLACES =
      PLACES
          + """
      SELECT of_place.lead, of_place.rank FROM place CROSS JOIN LATERAL (
          SELECT lead, -score AS rank FROM lead
          WHERE coalesce(stage, '') = place.stage AND coalesce(grade, '') = place.grade
              AND coalesce(band, '') = place.band%1$s%2$s
          ORDER BY -score, lead LIMIT ?) of_place
      WHERE true%3$s
      ORDER BY of_place.rank, of_place.lead LIMIT ?
      """;

  /** Asked lead by lead, in order, until the page is full. */
  private static final String WITH_TEXT =
      """
      SELECT best.* FROM (%s) best CROSS JOIN LATERAL (
          SELECT FROM lead_text WHERE lead = best.lead AND text LIKE lower(?) LIMIT 1) with_text
      ORDER BY rank, lead LIMIT ?
      """;

  private static final String PAGE =
      """
      SELECT lead, profile->>'firstName' AS first_name, profile->>'lastName' AS last_name,
          profile->>'title' AS title, profile->>'company' AS company,
          profile->>'email' AS email, score, fit, engagement, grade, band, stage, owner,
          last_activity_at
      FROM (%s) best JOIN lead USING (lead) ORDER BY rank, lead
      """;

  private final Conditions places = new Conditions();
  private final Conditions leads = new Conditions();
  private @Nullable String owner;
  private boolean few;
  private @Nullable String text;
  private int read;

  private static final class Conditions {
    final StringBuilder sql = new StringBuilder();
    final List<Object> values = new ArrayList<>();

    void add(String condition, Object... more) {
      sql.append(" AND ").append(condition);
      values.addAll(List.of(more));
    }
  }

  /**
   * Only leads of places that meet the condition.
   *
   * @param condition on the columns of {@code place}, stage, grade and band, empty for none
   */
  RankingQuery place(String condition, Object... values) {
    places.add(condition, values);
    return this;
  }

  /**
   * Only leads that meet the condition, on columns that {@code place} does not have or qualified.
   */
  RankingQuery lead(String condition, Object... values) {
    leads.add(condition, values);
    return this;
  }

  /** Only these leads, which are few enough to be sorted. */
  RankingQuery among(Collection<String> keys) {
    few = true;
    return lead("lead = ANY (?)", (Object) keys.toArray(String[]::new));
  }

  /**
   * Only leads whose text is like the pattern, of the first so many that meet the other conditions.
   *
   * @param read so many
   */
  RankingQuery withTextAmongBest(String pattern, int read) {
    this.text = pattern;
    this.read = read;
    return this;
  }

  /** Only leads of that owner; an empty text for those of nobody. */
  RankingQuery owner(String owner) {
    if (this.owner != null && !this.owner.equals(owner)) {
      return lead("false");
    }
    this.owner = owner;
    return this;
  }

  String sql() {
    String ofOwner = owner == null ? "" : " AND coalesce(owner, '') = ?";
    String best = (inOneGo() ? BEST : OF_PLACES).formatted(ofOwner, leads.sql, places.sql);
    return PAGE.formatted(text == null ? best : WITH_TEXT.formatted(best));
  }

  /**
   * @param limit leads at most
   */
  List<Object> values(int limit) {
    if (text == null) {
      return ofBest(limit);
    }
    List<Object> values = ofBest(read);
    values.add(text);
    values.add(limit);
    return values;
  }

  private List<Object> ofBest(int limit) {
    List<Object> values = new ArrayList<>();
    if (owner != null) {
      values.addAll(Collections.nCopies(inOneGo() ? 1 : 3, owner));
    }
    values.addAll(leads.values);
    if (!inOneGo()) {
      values.add(limit);
    }
    values.addAll(places.values);
    values.add(limit);
    return values;
  }

  private boolean inOneGo() {
    return few || owner == null && places.sql.isEmpty();
  }
}
