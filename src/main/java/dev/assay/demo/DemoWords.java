package dev.assay.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/** The names and words of which demo leads are made. */
final class DemoWords {
  static final List<String> FIRST_NAMES =
      List.of(
          "Amara", "Lucas", "Mei", "Noah", "Sofia", "Jonas", "Priya", "Mateo", "Hannah", "Omar",
          "Elena", "Kofi", "Ingrid", "Diego", "Aisha", "Henrik", "Yuki", "Clara", "Tomasz", "Leila",
          "Marcus", "Zoe", "Ravi", "Freya", "Samuel", "Nadia", "Pavel", "Grace", "Emre", "Julia");
  static final List<String> LAST_NAMES =
      List.of(
          "Okafor",
          "Lindqvist",
          "Tanaka",
          "Moreau",
          "Novak",
          "Schneider",
          "Patel",
          "Costa",
          "Hughes",
          "Haddad",
          "Rossi",
          "Mensah",
          "Berg",
          "Alvarez",
          "Rahman",
          "Keller",
          "Sato",
          "Weber",
          "Kowalski",
          "Karimi",
          "Bauer",
          "Martin",
          "Iyer",
          "Nielsen",
          "Clarke",
          "Petrov",
          "Dvorak",
          "Murphy",
          "Yilmaz",
          "Fischer");
  static final List<String> COMPANY_BEGINNINGS =
      List.of(
          "North",
          "Blue",
          "Silver",
          "Cedar",
          "Atlas",
          "Harbor",
          "Bright",
          "Vertex",
          "Quarry",
          "Lumen",
          "Orchard",
          "Granite",
          "Meridian",
          "Juniper",
          "Falcon",
          "Copper",
          "Summit",
          "Willow",
          "Anchor",
          "Beacon");
  static final List<String> COMPANY_ENDS =
      List.of(
          " Logistics",
          " Systems",
          " Health",
          " Foods",
          " Analytics",
          " Insurance",
          " Works",
          " Energy",
          " Retail",
          " Mobility",
          " Partners",
          " Labs",
          " Media",
          " Robotics",
          " Finance");
  static final List<String> INDUSTRIES =
      List.of(
          "Software",
          "Technology",
          "SaaS",
          "Financial Services",
          "Insurance",
          "Manufacturing",
          "Logistics",
          "Health Care",
          "Education",
          "Media",
          "Energy",
          "Retail");
  static final List<String> COUNTRIES =
      List.of("US", "US", "US", "CA", "GB", "DE", "DE", "FR", "NL", "SE", "ES", "IN", "AU", "BR");
  static final List<String> SOURCES =
      List.of(
          "Organic Search",
          "Organic Search",
          "Paid Search",
          "Webinar",
          "Referral",
          "Trade Show",
          "Content");
  static final List<String> DEPARTMENTS =
      List.of("Sales", "Marketing", "Operations", "IT", "Finance", "Customer Success");
  static final List<String> EXECUTIVE =
      List.of("VP of %s", "Chief %s Officer", "Founder", "SVP %s");
  static final List<String> DIRECTOR = List.of("Director of %s", "Head of %s");
  static final List<String> MANAGER = List.of("%s Manager", "Manager, %s");
  static final List<String> OTHERS = List.of("%s Specialist", "%s Analyst", "%s Intern", "Student");
  static final List<String> PAGES =
      List.of(
          "/",
          "/product",
          "/blog/five-ways",
          "/docs/start",
          "/about",
          "/integrations",
          "/security");
  static final List<String> KEEN_PAGES =
      List.of(
          "/pricing", "/pricing", "/case-studies/logistics", "/integrations/crm", "/product/tour");
  static final List<String> CAMPAIGNS =
      List.of(
          "Spring release", "Customer stories", "Summer webinar", "Security guide", "Autumn news");
  static final List<String> REASONS_REJECTED =
      List.of("No budget this year", "Wrong contact", "Not reachable", "Too small");
  static final List<String> REASONS_LOST =
      List.of("Chose a competitor", "Price", "Project was stopped", "No decision");

  private DemoWords() {}

  static String one(RandomGenerator random, List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
