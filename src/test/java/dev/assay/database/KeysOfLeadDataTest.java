package dev.assay.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.client.Tables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What must hold of the schema so that lead data can be distributed by the hash of the lead. */
@QuarkusTest
class KeysOfLeadDataTest {
  private static final String LEAD_DATA =
      """
      SELECT DISTINCT c.relname FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'lead'
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      ORDER BY 1\
      """;

  private static final String KEYS_IN_ANOTHER_COLLATION =
      """
      SELECT c.relname, a.attname, l.collname FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      JOIN pg_collation l ON l.oid = a.attcollation
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
          AND EXISTS (SELECT FROM pg_attribute o WHERE o.attrelid = c.oid AND o.attname = 'lead')
          AND l.collname <> 'C'
          AND (a.attname = 'lead' OR EXISTS (SELECT FROM pg_constraint k
              WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u') AND a.attnum = ANY (k.conkey)))
      ORDER BY 1, 2\
      """;

  @Inject Tables tables;

  @Test
  void allKeysAreComparedByteByByte() throws Exception {
    List<String> leadData = tables.rows(LEAD_DATA);

    assertThat(leadData).contains("lead", "event", "message", "delivery", "attempt", "lead_note");
    assertThat(tables.rows(KEYS_IN_ANOTHER_COLLATION)).isEmpty();
  }
}
