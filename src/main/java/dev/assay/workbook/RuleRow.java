package dev.assay.workbook;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One rule: when all patterns match, all actions happen.
 *
 * @param number of the row, as Excel counts it, from 1
 * @param entries its cells as written, from left to right
 */
public record RuleRow(
    int number, List<Pattern> patterns, List<Action> actions, List<Entry> entries) {

  public RuleRow {
    entries = List.copyOf(entries);
    patterns = List.copyOf(patterns);
    actions = List.copyOf(actions);
  }

  /** The text that the action of this kind is given, or null if the row has no such action. */
  public @Nullable String text(ActionWord word) {
    return values(word).map(Action::text).findFirst().orElse(null);
  }

  /** The number that the action of this kind is given, or null if the row has no such action. */
  public @Nullable Integer number(ActionWord word) {
    return values(word).map(Action::number).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** Where the action of this kind stands, or null if the row has no such action. */
  public @Nullable String cell(ActionWord word) {
    return values(word).map(Action::cell).findFirst().orElse(null);
  }

  public boolean has(ActionWord word) {
    return values(word).findAny().isPresent();
  }

  /** Whether the row looks for something that must not be there. */
  public boolean looksForAbsent(FactType fact) {
    return patterns.stream().anyMatch(p -> p.absent() && p.fact() == fact);
  }

  public boolean looksAt(FactType fact) {
    return patterns.stream().anyMatch(p -> p.fact() == fact);
  }

  private Stream<Action> values(ActionWord word) {
    return actions.stream().filter(action -> action.word() == word);
  }
}
