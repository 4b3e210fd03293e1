package dev.assay.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.Lead;
import dev.assay.client.Tables;
import dev.assay.engine.DrlFile;
import dev.assay.engine.DrlFingerprint;
import dev.assay.engine.DrlPackages;
import dev.assay.engine.Rules;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KnownDrlTest {
  private static final List<DrlFile> FILES = List.of(giving(5));

  @Inject AgroalDataSource database;
  @Inject Clock clock;
  @Inject Tables tables;

  @AfterEach
  void forget() throws SQLException {
    tables.execute("DELETE FROM compiled_drl WHERE fingerprint = ?", DrlFingerprint.of(FILES));
  }

  @Test
  void isCompiledOnceForAllStarts() throws SQLException {
    assertThat(score(start().of(FILES))).isEqualTo(5);
    // Had the files been compiled again, these points would not be seen.
    keep(DrlPackages.compile(List.of(giving(7))).compiled());

    assertThat(score(start().of(FILES))).isEqualTo(7);
  }

  @Test
  void isCompiledAgainWhenWhatIsStoredIsBroken() throws SQLException {
    assertThat(score(start().of(FILES))).isEqualTo(5);
    keep(new byte[] {1, 2, 3});

    assertThat(score(start().of(FILES))).isEqualTo(5);
    assertThat(score(start().of(FILES))).as("healed").isEqualTo(5);
  }

  @Test
  void isKeptInMemory() {
    KnownDrl known = start();

    assertThat(known.of(FILES)).isSameAs(known.of(List.of(giving(5))));
  }

  private KnownDrl start() {
    return new KnownDrl(database, clock);
  }

  private void keep(byte[] classes) throws SQLException {
    tables.execute(
        "UPDATE compiled_drl SET classes = ? WHERE fingerprint = ?",
        classes,
        DrlFingerprint.of(FILES));
  }

  private static int score(DrlPackages drl) {
    return Rules.rules().drl(drl).trial().given(Lead.UNKNOWN).assess().score().total();
  }

  private static DrlFile giving(int points) {
    return new DrlFile(
        "points.drl",
        """
        package dev.assay.rules;
        import dev.assay.assessment.*;
        global Scorecard scorecard;
        rule "Points" when Lead() then scorecard.award(%d); end
        """
            .formatted(points));
  }
}
