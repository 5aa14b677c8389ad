package com.ceap.local.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger;
import com.ceap.model.Device;
import com.ceap.model.Product;
import com.ceap.model.Subject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReferenceImportIT {
  @TempDir private Path folder;
  private ImportFixture fixture;

  @BeforeEach
  void open() {
    fixture = new ImportFixture(folder);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aCustomerComesBackWithEveryColumn() throws IOException {
    ImportReport report =
        fixture.load(
            ReferenceKind.CUSTOMERS,
            "customers.csv",
            """
            customer_id,name,status,marketplace,time_zone,locale,email,phone,payment_method_on_file
            C1,"Zoë ""Zed"" Müller, 李",active,DE,Europe/Berlin,de-DE,zoe@example.com,+49 30 901820,true
            """);

    assertThat(report.rejected()).isZero();
    assertThat(customer("C1"))
        .isEqualTo(
            new Customer(
                "C1",
                Customer.Status.ACTIVE,
                Optional.of("Zoë \"Zed\" Müller, 李"),
                Optional.of("DE"),
                Optional.of(ZoneId.of("Europe/Berlin")),
                Optional.of("de-DE"),
                Optional.of("zoe@example.com"),
                Optional.of("+49 30 901820"),
                true,
                List.of()));
  }

  @Test
  void columnsThatAreAbsentOrBlankStayUnknown() throws IOException {
    fixture.load(ReferenceKind.CUSTOMERS, "c.csv", "status,customer_id,email\nunverified,C1,\n");

    assertThat(customer("C1").status()).isEqualTo(Customer.Status.UNVERIFIED);
    assertThat(customer("C1").email()).isEmpty();
    assertThat(customer("C1").paymentMethodOnFile()).isFalse();
  }

  @Test
  void aProductKeepsThePlacesOfItsPrice() throws IOException {
    fixture.load(
        ReferenceKind.PRODUCTS,
        "p.csv",
        """
        product_id;name;category;price;currency;image_url;url;in_stock;active
        P1;Lamp;home;9.90;EUR;https://e.com/i;https://e.com/p;yes;0
        """);

    assertThat(fixture.stores.products().products(Set.of("P1")))
        .containsOnly(
            Map.entry(
                "P1",
                new Product(
                    "P1",
                    Optional.of("Lamp"),
                    Optional.of("home"),
                    Optional.of(new BigDecimal("9.90")),
                    Optional.of("EUR"),
                    Optional.of("https://e.com/i"),
                    Optional.of("https://e.com/p"),
                    true,
                    false)));
  }

  @Test
  void aBlankProgramOrChannelOfAConsentStandsForEvery() throws IOException {
    fixture.load(
        ReferenceKind.CONSENTS,
        "c.csv",
        """
        customer_id,program_id,channel,opted_out
        C1,,,true
        C2,reco,all,true
        C3,reco,email,false
        """);

    assertThat(ledger("C1").optedOut("any", "sms")).isTrue();
    assertThat(ledger("C2").optedOut("reco", "sms")).isTrue();
    assertThat(ledger("C2").optedOut("carts", "sms")).isFalse();
    assertThat(ledger("C3").optedOut("reco", "email")).isFalse();
  }

  @Test
  void devicesJoinTheirCustomer() throws IOException {
    fixture.load(ReferenceKind.CUSTOMERS, "c.csv", "customer_id,status\nC1,active\n");
    fixture.load(
        ReferenceKind.DEVICES, "d.csv", "customer_id,token,platform\nC1,t1,ios\nC1,t2,WEB\n");

    assertThat(customer("C1").devices())
        .containsExactlyInAnyOrder(new Device("C1", "t1", "ios"), new Device("C1", "t2", "web"));
  }

  @Test
  void featuresKeepTheirTypes() throws IOException {
    fixture.load(
        ReferenceKind.FEATURES,
        "f.csv",
        """
        entity,id,name,value
        customer,C1,orders,7
        customer,C1,ratio,0.25
        customer,C1,vip,true
        customer,C1,tier,gold
        customer,C1,zip,007
        customer,C1,tastes,"{""home"":0.5,""n"":2}"
        customer,C1,seen,"[1,2]"
        """);

    assertThat(features("orders", "ratio", "vip", "tier", "zip", "tastes", "seen"))
        .containsOnly(
            Map.entry("orders", 7L),
            Map.entry("ratio", 0.25),
            Map.entry("vip", true),
            Map.entry("tier", "gold"),
            Map.entry("zip", "007"),
            Map.entry("tastes", Map.of("home", 0.5, "n", 2L)),
            Map.entry("seen", List.of(1L, 2L)));
  }

  @Test
  void purchasesAndContactsCountOnceHoweverOftenTheyAreImported() throws IOException {
    for (int i = 0; i < 2; i++) {
      fixture.load(
          ReferenceKind.PURCHASES,
          "p.csv",
          "customer_id,product_id,order_id,purchased_at\nC1,P1,O1,2026-02-28 10:00:00\n");
      fixture.load(
          ReferenceKind.CONTACTS,
          "s.csv",
          """
          customer_id,program_id,channel,sent_at,message_id
          C1,reco,email,2026-02-28T10:00:00+01:00,
          C1,reco,email,2026-02-28T10:00:01Z,m2
          """);
    }

    assertThat(ledger("C1").purchases())
        .containsExactly(
            new CustomerLedger.Purchase(
                new Subject("product", "P1"), Instant.parse("2026-02-28T10:00:00Z")));
    assertThat(ledger("C1").sends())
        .extracting(CustomerLedger.Send::at)
        .containsExactlyInAnyOrder(
            Instant.parse("2026-02-28T09:00:00Z"), Instant.parse("2026-02-28T10:00:01Z"));
  }

  @Test
  void theLaterUpdateHoldsInWhicheverOrderTheFilesCome() throws IOException {
    String head = "customer_id,status,updated_at\n";
    fixture.load(ReferenceKind.CUSTOMERS, "new.csv", head + "C1,closed,2026-02-02\n");
    fixture.load(ReferenceKind.CUSTOMERS, "old.csv", head + "C1,active,2026-02-01\n");

    assertThat(customer("C1").status()).isEqualTo(Customer.Status.CLOSED);
  }

  @Test
  void aRowWithoutAnUpdateTimeIsAsNewAsItsImport() throws IOException {
    fixture.load(
        ReferenceKind.CUSTOMERS,
        "old.csv",
        "customer_id,status,updated_at\nC1,active,2026-02-01\n");
    fixture.load(ReferenceKind.CUSTOMERS, "plain.csv", "customer_id,status\nC1,suspended\n");

    assertThat(customer("C1").status()).isEqualTo(Customer.Status.SUSPENDED);
  }

  private Customer customer(String id) {
    return fixture.stores.customers().customers(Set.of(id)).get(id);
  }

  private CustomerLedger ledger(String id) {
    return fixture.stores.ledgers().ledgers(Set.of(id)).get(id);
  }

  private Map<String, Object> features(String... names) {
    return fixture
        .stores
        .features()
        .features("customer", Set.of("C1"), Set.of(names))
        .get("C1")
        .asMap();
  }
}
