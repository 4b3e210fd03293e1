package dev.assay.engine;

import dev.assay.assessment.Lead;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leads for tests, of whom only what is named is known. */
public final class Leads {
  private @Nullable String title;
  private @Nullable String industry;
  private @Nullable String phone;
  private @Nullable Integer employees;
  private List<String> technologies = List.of();
  private Map<String, Object> attributes = Map.of();

  private Leads() {}

  public static Leads lead() {
    return new Leads();
  }

  public static Lead titled(String title) {
    return lead().title(title).is();
  }

  public static Lead inIndustry(String industry) {
    return lead().industry(industry).is();
  }

  public Leads title(@Nullable String title) {
    this.title = title;
    return this;
  }

  public Leads industry(@Nullable String industry) {
    this.industry = industry;
    return this;
  }

  public Leads phone(@Nullable String phone) {
    this.phone = phone;
    return this;
  }

  public Leads employees(@Nullable Integer employees) {
    this.employees = employees;
    return this;
  }

  public Leads technologies(String... technologies) {
    this.technologies = List.of(technologies);
    return this;
  }

  public Leads attribute(String name, Object value) {
    this.attributes = Map.of(name, value);
    return this;
  }

  public Lead is() {
    return new Lead(
        null,
        null,
        null,
        title,
        null,
        null,
        null,
        phone,
        null,
        null,
        null,
        industry,
        employees,
        null,
        null,
        null,
        null,
        null,
        null,
        technologies,
        null,
        null,
        attributes);
  }
}
