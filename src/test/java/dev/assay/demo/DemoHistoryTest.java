package dev.assay.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DemoHistoryTest {
  private static final Instant END = Instant.parse("2026-11-24T12:00:00Z");

  private record Story(DemoLead lead, List<ObjectNode> events) {
    boolean is(String outcome) {
      return events.stream()
          .anyMatch(
              event ->
                  event.path("type").asText().equals("outcome")
                      && event.path("subject").asText().equals(outcome));
    }
  }

  private static Story story(int number) {
    SplittableRandom random = DemoLead.random(number);
    DemoLead lead = DemoLead.of(number, END, random);
    return new Story(lead, DemoHistory.of(lead, END, random));
  }

  @Test
  void theSameLeadsAreMadeEachTime() {
    assertThat(story(17)).isEqualTo(story(17));
    assertThat(story(17)).isNotEqualTo(story(18));
  }

  @Test
  void sixMonthsOfEventsEndWithTheEnd() {
    List<Instant> times = new ArrayList<>();
    for (int number = 1; number <= DemoData.LEADS; number++) {
      story(number)
          .events()
          .forEach(event -> times.add(Instant.parse(event.path("occurredAt").asText())));
    }

    assertThat(times).hasSizeBetween(15_000, 60_000);
    assertThat(times).allMatch(time -> time.isBefore(END));
    assertThat(times).allMatch(time -> time.isAfter(END.minus(DemoLead.PAST).minusSeconds(1)));
  }

  @Test
  void whoBuysDidMoreThanWhoDoesNot() {
    List<Story> stories = new ArrayList<>();
    for (int number = 1; number <= DemoData.LEADS; number++) {
      stories.add(story(number));
    }
    List<Story> won = stories.stream().filter(story -> story.is("won")).toList();
    List<Story> lost = stories.stream().filter(story -> story.is("lost")).toList();

    assertThat(won).hasSizeBetween(60, 400);
    assertThat(lost).hasSizeBetween(60, 400);
    assertThat(events(won)).isGreaterThan(events(stories) * 1.3);
    assertThat(events(won)).isGreaterThan(events(lost));
  }

  private static double events(List<Story> stories) {
    return stories.stream().mapToInt(story -> story.events().size()).average().orElseThrow();
  }
}
