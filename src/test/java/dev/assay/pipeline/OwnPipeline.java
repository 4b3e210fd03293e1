package dev.assay.pipeline;

import dev.assay.scoring.step.LeadKey;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Makes pipelines beside that of the running service, each by a clock of its own. */
@Singleton
public final class OwnPipeline {
  @Inject AgroalDataSource database;
  @Inject PipelineMeters meters;
  @Inject CurrentRules rules;
  @Inject Announcer announcer;
  @Inject PipelineConfig config;
  @Inject GiveWay giveWay;
  @Inject @All List<LeadMerge> others;

  /** Does work in one transaction. */
  public List<Done> write(Clock clock, List<Work> work) {
    return new WriteBatch(database, rules, announcer, clock, meters).write(work);
  }

  /** Makes one lead of two. */
  public Done merge(Clock clock, String into, String from) {
    WriteBatch write = new WriteBatch(database, rules, announcer, clock, meters);
    return new MergeLeads(write, others).merge(LeadKey.of(into), LeadKey.of(from), "test");
  }

  public ReassessLeads reassess(Clock clock) {
    WriteBatch write = new WriteBatch(database, rules, announcer, clock, meters);
    return new ReassessLeads(config, write, giveWay);
  }
}
