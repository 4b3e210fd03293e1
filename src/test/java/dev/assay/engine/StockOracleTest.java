package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.Lead;
import dev.assay.assessment.Line;
import dev.assay.assessment.RuleSet;
import dev.assay.shipped.ShippedRules;
import dev.assay.workbook.Case;
import dev.assay.workbook.Reading;
import dev.assay.workbook.Workbook;
import dev.assay.workbook.WorkbookReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Drools itself makes of a decision table is what we make of it. */
class StockOracleTest {
  private static final int LEADS = 300;

  private final Set<String> fired = new TreeSet<>();

  @Test
  void shippedWorkbook() {
    byte[] file = ShippedRules.workbook();
    Workbook workbook = read(file);
    Lane stock = StockRules.compile(file, workbook, ShippedRules.files());
    RuleSet ours = RuleCompiler.compile(1, workbook, ShippedRules.drl(), 1);
    for (Case example : workbook.cases()) {
      compare(ours, stock, example.lead(), example.activities());
    }
    compareGenerated(ours, stock, 7);
    assertThat(fired).hasSizeGreaterThan(30);
  }

  @ParameterizedTest
  @CsvSource({"1, 50", "2, 120", "3, 300"})
  void generatedWorkbook(long seed, int rules) {
    byte[] file = GeneratedWorkbook.bytes(seed, rules);
    Workbook workbook = read(file);
    Lane stock = StockRules.compile(file, workbook, List.of());
    RuleSet ours = RuleCompiler.compile(1, workbook, DrlPackages.compile(List.of()), 1);
    compareGenerated(ours, stock, seed);
    // Else the leads and the rules would hardly meet, and agreement would mean little.
    assertThat(fired).hasSizeGreaterThan(rules / 3);
  }

  private void compareGenerated(RuleSet ours, Lane stock, long seed) {
    GeneratedLeads leads = new GeneratedLeads(seed);
    for (int i = 0; i < LEADS; i++) {
      compare(ours, stock, leads.lead(), leads.activities(i % 40));
    }
  }

  private void compare(RuleSet ours, Lane stock, Lead lead, Activities activities) {
    Assessment got = ours.assess(lead, activities, GeneratedLeads.AS_OF);
    Assessment expected = stock.assess(lead, activities, GeneratedLeads.AS_OF);
    assertThat(got).as("%s %s", lead, activities).isEqualTo(expected);
    for (Line line : got.lines()) {
      if (line instanceof Line.Award award) {
        fired.add(award.rule().name());
      }
    }
  }

  private static Workbook read(byte[] file) {
    Reading reading = WorkbookReader.read(file);
    assertThat(reading).isInstanceOf(Reading.Understood.class);
    return ((Reading.Understood) reading).workbook();
  }
}
