package dev.assay.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The person as rules see it: what is known of who they are, never what they did. Every field may
 * be unknown; a condition on an unknown field does not hold.
 *
 * @param seniority level in the company, such as {@code director}
 * @param yearsOfExperience in years
 * @param domain the company's internet domain
 * @param employees head count of the company
 * @param revenue of the company per year
 * @param country ISO 3166-1 alpha-2, upper case
 * @param source how the lead was found, such as {@code referral}
 * @param technologies what the company uses
 * @param attributes any other name, with a text, a number ({@link BigDecimal}) or true/false
 */
public record Lead(
    @Nullable String email,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String title,
    @Nullable String seniority,
    @Nullable String department,
    @Nullable Double yearsOfExperience,
    @Nullable String phone,
    @Nullable String linkedin,
    @Nullable String company,
    @Nullable String domain,
    @Nullable String industry,
    @Nullable Integer employees,
    @Nullable Double revenue,
    @Nullable String country,
    @Nullable String region,
    @Nullable String source,
    @Nullable String product,
    @Nullable String segment,
    List<String> technologies,
    @Nullable Double budget,
    @Nullable Boolean doNotContact,
    Map<String, Object> attributes) {

  /** A lead of whom nothing is known yet. */
  public static final Lead UNKNOWN =
      new Lead(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null, null, null, List.of(), null, null, Map.of());

  public Lead {
    technologies = technologies == null ? List.of() : List.copyOf(technologies);
    attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
  }

  /** The attribute of that name if it is a text, else null. */
  public @Nullable String text(String attribute) {
    return attributes.get(attribute) instanceof String text ? text : null;
  }

  /** The attribute of that name if it is a number, else null. */
  public @Nullable Double number(String attribute) {
    return attributes.get(attribute) instanceof Number number ? number.doubleValue() : null;
  }

  /** The attribute of that name if it is true or false, else null. */
  public @Nullable Boolean flag(String attribute) {
    return attributes.get(attribute) instanceof Boolean flag ? flag : null;
  }
}
