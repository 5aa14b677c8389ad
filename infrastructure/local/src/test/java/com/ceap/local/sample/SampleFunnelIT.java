package com.ceap.local.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proportions of the requirement's funnel, counted by SQL over the generated files. */
class SampleFunnelIT {
  private static final LocalDate DATE = LocalDate.of(2026, 1, 17);

  @TempDir static Path folder;
  private static Warehouse shop;

  @BeforeAll
  static void generate() throws SQLException {
    SampleShop.generate(SampleShopConfig.of(50_000, 42, DATE, folder));
    shop = new Warehouse(folder, TableFormat.PARQUET);
    shop.execute(
        """
        CREATE VIEW queried AS FROM product_interactions
        WHERE date = DATE '2026-01-17' AND view_count >= 3 AND purchase_status = 'not_purchased'
        """);
    shop.execute(
        """
        CREATE VIEW good AS FROM queried
        WHERE customer_id <> '' AND time_spent >= 0 AND timestamp < TIMESTAMP '2026-01-19'
        """);
    shop.execute(
        """
        CREATE VIEW uniques AS SELECT customer_id, product_id, max(time_spent) AS time_spent
        FROM good GROUP BY ALL
        """);
    shop.execute(
        """
        CREATE VIEW trusted AS SELECT u.* FROM uniques u JOIN customers c USING (customer_id)
        WHERE c.status = 'active'
        """);
    shop.execute("CREATE VIEW intent AS FROM trusted WHERE time_spent >= 300");
    shop.execute(
        """
        CREATE VIEW stocked AS SELECT i.* FROM intent i JOIN products p USING (product_id)
        WHERE p.in_stock AND p.active
        """);
    shop.execute(
        """
        CREATE VIEW wholly_out AS
        WITH last AS (
          SELECT customer_id, channel, arg_max(opted_out, updated_at) AS opted_out FROM consents
          WHERE program_id IN ('all', 'product-recommendations')
          GROUP BY customer_id, program_id, channel)
        SELECT customer_id FROM last WHERE opted_out
        GROUP BY customer_id HAVING bool_or(channel = 'all') OR count(DISTINCT channel) = 2
        """);
    shop.execute(
        """
        CREATE VIEW allowed AS FROM stocked s
        WHERE customer_id NOT IN (FROM wholly_out)
          AND NOT EXISTS (FROM purchases p
            WHERE p.customer_id = s.customer_id AND p.product_id = s.product_id)
        """);
    shop.execute(
        """
        CREATE VIEW capped AS SELECT customer_id FROM contacts
        WHERE program_id = 'product-recommendations' AND channel = 'email'
          AND sent_at > TIMESTAMP '2026-01-11 02:00:00'
        GROUP BY customer_id HAVING count(*) >= 3
        """);
    shop.execute("CREATE VIEW eligible AS FROM allowed WHERE customer_id NOT IN (FROM capped)");
  }

  @AfterAll
  static void close() throws SQLException {
    shop.close();
  }

  @Test
  void mostInteractionsAreWhatTheProgramAsksFor() throws SQLException {
    assertThat(shop.count("queried") / 50_000.0).isBetween(0.88, 0.97);
  }

  @Test
  void aHandfulOfRecordsIsBad() throws SQLException {
    assertThat(shop.count("queried") - shop.count("good")).isBetween(5L, 60L);
  }

  @Test
  void fourInFiveRecordsAreUnique() throws SQLException {
    double share = shop.count("uniques") / (double) shop.count("good");
    assertThat(share).isCloseTo(0.8, within(0.03));
  }

  @Test
  void filtersRemoveAboutWhatTheRequirementShows() throws SQLException {
    assertThat(removed("uniques", "trusted")).isCloseTo(0.05, within(0.02));
    assertThat(removed("trusted", "intent")).isCloseTo(0.50, within(0.05));
    assertThat(removed("intent", "stocked")).isCloseTo(0.075, within(0.03));
    assertThat(removed("stocked", "allowed")).isCloseTo(0.125, within(0.03));
    assertThat(removed("allowed", "eligible")).isCloseTo(0.125, within(0.03));
  }

  @Test
  void aboutOneRawRecordInTenIsLeft() throws SQLException {
    double share = shop.count("eligible") / (double) shop.count("queried");
    assertThat(share).isCloseTo(0.1, within(0.02));
  }

  @Test
  void someRowsRepeatExactlyAndSomeTellAnEarlierState() throws SQLException {
    String pairs = "(SELECT customer_id, product_id FROM good GROUP BY ALL HAVING count(*) > 1 AND";
    assertThat(shop.count(pairs + " count(DISTINCT view_count) = 1)")).isPositive();
    assertThat(shop.count(pairs + " count(DISTINCT view_count) > 1)")).isPositive();
  }

  @Test
  void everyStatusAndMarketplaceOccurs() throws SQLException {
    assertThat(shop.text("SELECT string_agg(DISTINCT status, ' ' ORDER BY status) FROM customers"))
        .isEqualTo("active closed fraudulent inactive suspended unverified");
    assertThat(
            shop.text(
                "SELECT string_agg(DISTINCT marketplace, ' ' ORDER BY marketplace) FROM customers"))
        .isEqualTo("AU BR DE FR IN JP UK US");
  }

  @Test
  void everyAddressIsOneThatReachesNobody() throws SQLException {
    assertThat(shop.count("customers WHERE email NOT LIKE '%@example.com'")).isZero();
    assertThat(
            shop.count(
                """
                customers WHERE phone IS NOT NULL AND NOT regexp_full_match(phone,
                '\\+120255501\\d\\d|\\+447700900\\d{3}|\\+4917139200\\d\\d|\\+3363998\\d{4}'
                || '|\\+61491570(156|157|158|159)')
                """))
        .isZero();
  }

  private static double removed(String before, String after) throws SQLException {
    return (shop.count(before) - shop.count(after)) / (double) shop.count("uniques");
  }
}
