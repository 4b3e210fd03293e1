package dev.assay.engine;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.not;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import dev.assay.assessment.Activity;
import dev.assay.assessment.Fade;
import dev.assay.assessment.Scorecard;
import dev.assay.workbook.Action;
import dev.assay.workbook.Comparison;
import dev.assay.workbook.Condition;
import dev.assay.workbook.Condition.Compared;
import dev.assay.workbook.FactType;
import dev.assay.workbook.Field;
import dev.assay.workbook.Pattern;
import dev.assay.workbook.RuleRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.drools.model.AlphaIndex;
import org.drools.model.Global;
import org.drools.model.Index;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.RuleItemBuilder;
import org.jspecify.annotations.Nullable;

/** Builds a workbook row straight into a Drools rule, without any text in between. */
final class RowRule {
  static final String PACKAGE = "dev.assay.workbook";

  /** Rows that look for a missing trait wait until no other rule can assert one any more. */
  private static final int AFTER_TRAITS = -1_000;

  private RowRule() {}

  static Rule build(String name, RuleRow row, Global<Scorecard> scorecard) {
    List<RuleItemBuilder<?>> items = new ArrayList<>();
    for (Pattern pattern : row.patterns()) {
      items.add(item(pattern));
    }
    List<Consumer<Scorecard>> actions = row.actions().stream().map(RowRule::action).toList();
    items.add(on(scorecard).execute(card -> actions.forEach(action -> action.accept(card))));
    int salience = row.looksForAbsent(FactType.TRAIT) ? AFTER_TRAITS : 0;
    return rule(PACKAGE, name)
        .attribute(Rule.Attribute.SALIENCE, salience)
        .build(items.toArray(RuleItemBuilder<?>[]::new));
  }

  private static RuleItemBuilder<?> item(Pattern pattern) {
    @SuppressWarnings("unchecked")
    PatternDef<Object> item = pattern(declarationOf((Class<Object>) pattern.fact().type()));
    for (Condition condition : pattern.conditions()) {
      add(item, pattern.fact(), condition);
    }
    if (pattern.fact() == FactType.ACTIVITY
        && pattern.conditions().stream().allMatch(RowRule::holdsOfAllIfOfOne)) {
      item.expr("Activity.united", activity -> ((Activity) activity).getSubject() == null);
    }
    return pattern.absent() ? not(item) : item;
  }

  /**
   * Whether a condition that holds of one subject's activity holds of the activity that unites all
   * subjects of the type, too. Where each condition is of this kind, the united one alone says
   * everything, and the row need not fire for its parts.
   */
  private static boolean holdsOfAllIfOfOne(Condition condition) {
    if (condition instanceof Compared compared) {
      return switch (compared.field().name()) {
        case "type" -> compared.comparison() == Comparison.EQUAL;
        case "count" ->
            compared.comparison() == Comparison.AT_LEAST
                || compared.comparison() == Comparison.MORE_THAN;
        default -> false;
      };
    }
    return condition instanceof Condition.CountWithin;
  }

  /** Drools shares nodes between conditions of one identifier, so it must tell them apart. */
  private static void add(PatternDef<Object> item, FactType fact, Condition condition) {
    String identifier = fact.word() + "." + condition.words();
    AlphaIndex<Object, ?> index =
        condition instanceof Compared compared ? index(fact, compared) : null;
    if (index == null) {
      item.expr(identifier, condition::holds);
    } else {
      item.expr(identifier, condition::holds, index);
    }
  }

  /** Lets Drools find what holds of a value instead of asking each row; null where it cannot. */
  private static @Nullable AlphaIndex<Object, ?> index(FactType fact, Compared compared) {
    Field field = compared.field();
    int place = List.copyOf(fact.fields().keySet()).indexOf(field.name());
    if (place < 0) {
      return null; // an attribute: there is no end of their names
    }
    Index.ConstraintType type = INDEXED.get(compared.comparison());
    if (type == Index.ConstraintType.EQUAL && compared.expected() instanceof String text) {
      return alphaIndexedBy(
          String.class, type, OUR_PLACES + place, seen -> (String) field.read().apply(seen), text);
    }
    if (type != null
        && type != Index.ConstraintType.EQUAL
        && compared.expected() instanceof Double number) {
      return alphaIndexedBy(
          Double.class, type, OUR_PLACES + place, seen -> number(field.read().apply(seen)), number);
    }
    return null;
  }

  private static @Nullable Double number(@Nullable Object value) {
    return value == null ? null : ((Number) value).doubleValue();
  }

  private static final Map<Comparison, Index.ConstraintType> INDEXED =
      Map.of(
          Comparison.EQUAL, Index.ConstraintType.EQUAL,
          Comparison.AT_LEAST, Index.ConstraintType.GREATER_OR_EQUAL,
          Comparison.MORE_THAN, Index.ConstraintType.GREATER_THAN,
          Comparison.AT_MOST, Index.ConstraintType.LESS_OR_EQUAL,
          Comparison.LESS_THAN, Index.ConstraintType.LESS_THAN);

  /**
   * Drools tells fields by their place and reads what has the same place alike; DRL counts from 0,
   * in another order and with other types.
   */
  private static final int OUR_PLACES = 1_000;

  private static Consumer<Scorecard> action(Action action) {
    String text = action.text();
    int number = Objects.requireNonNullElse(action.number(), 0);
    return switch (action.word()) {
      case ONCE -> card -> card.once(number);
      case EACH -> card -> card.each(number);
      case AT_MOST -> card -> card.atMost(number);
      case WITHIN -> card -> card.within(number);
      case FADE -> {
        Fade fade = Objects.requireNonNull(Fade.parse(text));
        yield card -> card.fade(fade);
      }
      case REASON -> card -> card.reason(text);
      case GROUP -> card -> card.group(text);
      case TRAIT -> card -> card.trait(text);
      case GRADE -> card -> card.grade(text);
      case BAND -> card -> card.band(text);
      case QUALIFY -> card -> card.qualify(text);
      case LEAVE_BELOW -> card -> card.leaveBelow(number);
      case ASSIGN -> card -> card.assign(text);
    };
  }
}
