package dev.assay.pipeline;

import dev.assay.assessment.RuleSet;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Assesses leads again under other rules, by the very batches that follow a publication. */
public final class Republish {
  private Republish() {}

  public static void leads(
      AgroalDataSource database,
      Announcer announcer,
      Clock clock,
      RuleSet rules,
      List<String> leads) {
    List<Work> work = new ArrayList<>();
    leads.forEach(lead -> work.add(new Work.Reassess(new LeadKey.Known(lead))));
    new WriteBatch(
            database, () -> rules, announcer, clock, new PipelineMeters(new SimpleMeterRegistry()))
        .write(work);
  }
}
