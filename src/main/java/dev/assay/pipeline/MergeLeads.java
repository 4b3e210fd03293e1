package dev.assay.pipeline;

import dev.assay.scoring.step.LeadKey;
import dev.assay.scoring.step.Standing;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes one lead of two that turned out to be the same person. */
@ApplicationScoped
public class MergeLeads {
  private final WriteBatch write;
  private final List<LeadMerge> others;

  MergeLeads(WriteBatch write, @All List<LeadMerge> others) {
    this.write = write;
    this.others = others;
  }

  /** Refuses a lead that is not there. */
  private static final class NotThere extends RuntimeException {
    private final transient LeadKey name;

    private NotThere(LeadKey name) {
      super("no such lead", null, false, false);
      this.name = name;
    }
  }

  /**
   * Merges a lead into another, in one transaction, and assesses that anew. Where they are one
   * already nothing changes.
   *
   * @param into the lead that stays
   * @param from the lead that becomes part of it; its key names the other from then on
   * @param by id of the API key with which it is done
   * @return accepted, or unknown with the name that is
   * @throws Unavailable if the database is away
   */
  public Done merge(LeadKey into, LeadKey from, String by) {
    try {
      return write.one(batch -> List.of(move(batch, into, from, by)));
    } catch (NotThere unknown) {
      return new Done.Unknown(unknown.name.value());
    }
  }

  /**
   * Locks both leads, as ever in the order of their keys, does what fell due of each before they
   * are one, and moves all that one has.
   */
  private Received move(BatchTransaction.Begun batch, LeadKey into, LeadKey from, String by)
      throws SQLException {
    Connection connection = batch.connection();
    Instant now = batch.now();
    String survivor = lead(connection, into);
    String merged = lead(connection, from);
    batch.first(List.of(WriteBatch.dueWork(survivor, now), WriteBatch.dueWork(merged, now)));
    Map<String, LeadRow> rows = LeadRows.lock(connection, List.of(survivor, merged));
    requireThere(connection, rows, into, survivor);
    requireThere(connection, rows, from, merged);
    LeadKey key = new LeadKey.Known(survivor);
    if (survivor.equals(merged)) {
      return WriteBatch.dueWork(survivor, now);
    }
    for (LeadMerge other : others) {
      other.merge(connection, survivor, merged);
    }
    MergedRows.move(connection, survivor, merged, now, by);
    Standing standing = Objects.requireNonNull(rows.get(merged)).state().scored().standing();
    return Received.alone(new Work.Merged(key, standing.stage(), standing.owner(), by), now);
  }

  private static String lead(Connection connection, LeadKey name) throws SQLException {
    return Aliases.find(connection, List.of(name.value())).getOrDefault(name.value(), name.value());
  }

  private static void requireThere(
      Connection connection, Map<String, LeadRow> rows, LeadKey name, String lead)
      throws SQLException {
    if (!rows.containsKey(lead)) {
      if (!lead(connection, name).equals(lead)) {
        throw Again.because("a lead was merged into another meanwhile");
      }
      throw new NotThere(name);
    }
  }
}
