package com.ceap.local.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BadFilesIT {
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
  void badRowsAreListedWithTheirLineAndGoodOnesImported() throws IOException {
    ImportReport report =
        fixture.load(
            ReferenceKind.CUSTOMERS,
            "customers.csv",
            """
            customer_id,name,status,email,time_zone
            C1,Ann,active,ann@example.com,
            C2,"two
            lines",aktiv,b@example.com,
            ,Eve,active,,
            C4,Dan,active,secret-address,
            C5,Flo,active,,Berlin
            C6,Gus,active
            C7,Hal,active,,Europe/Paris
            """);

    assertThat(report.rows()).isEqualTo(7);
    assertThat(report.imported()).isEqualTo(2);
    assertThat(report.problems())
        .containsExactly(
            "customers.csv:3: 'status' is 'aktiv'; it should be active, inactive, suspended,"
                + " closed, unverified or fraudulent.",
            "customers.csv:5: 'customer_id' is blank; it must have a value.",
            "customers.csv:6: 'email' holds no address of its kind; it should look like"
                + " name@example.com.",
            "customers.csv:7: 'time_zone' is 'Berlin'; it should be a zone such as Europe/Berlin.",
            "customers.csv:8: It has 3 values, but the header names 5 columns.");
    assertThat(fixture.rejects(report))
        .hasSize(5)
        .first()
        .asString()
        .startsWith("{\"position\":\"customers.csv:3\",\"reason\":\"BAD_ROW\",\"sentence\":\"'sta");
    assertThat(fixture.stores.customers().customers(Set.of("C1", "C2", "C7")))
        .containsOnlyKeys("C1", "C7");
  }

  @Test
  void unknownAndMissingColumnsStopTheImportBeforeAnythingIsWritten() throws IOException {
    Path file = fixture.write("c.csv", "customer_id,stauts,emial,colour\nC1,active,,\n");

    assertThatThrownBy(() -> fixture.load(ReferenceKind.CUSTOMERS, file))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.IMPORT_INVALID))
        .hasMessageContaining("the column 'colour' is unknown")
        .hasMessageContaining("the column 'emial' is unknown; did you mean 'email'?")
        .hasMessageContaining("the column 'stauts' is unknown; did you mean 'status'?")
        .hasMessageContaining("the column 'status' is missing")
        .hasMessageContaining("required: customer_id, status");
    assertThat(fixture.stores.customers().customers(Set.of("C1"))).isEmpty();
  }

  @Test
  void anEmptyFileIsToldApartFromOneWithoutRows() throws IOException {
    Path empty = fixture.write("empty.csv", "");

    assertThatThrownBy(() -> fixture.load(ReferenceKind.CUSTOMERS, empty))
        .hasMessageContaining("empty.csv is empty; its first line should name the columns");
    assertThat(fixture.load(ReferenceKind.CUSTOMERS, "c.csv", "customer_id,status\n").rows())
        .isZero();
  }

  @Test
  void aFileThatIsNotUtf8IsRefused() throws IOException {
    Path file =
        fixture.write(
            "c.csv",
            "customer_id,status,name\nC1,active,Zoë\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> fixture.load(ReferenceKind.CUSTOMERS, file))
        .hasMessageContaining("c.csv is not UTF-8");
  }

  @Test
  void aMissingFileAndAnUnknownFormatAreNamed() throws IOException {
    Path text = fixture.write("c.txt", "customer_id,status\n");

    assertThatThrownBy(() -> fixture.load(ReferenceKind.CUSTOMERS, folder.resolve("no.csv")))
        .hasMessageContaining("no.csv does not exist");
    assertThatThrownBy(() -> fixture.load(ReferenceKind.CUSTOMERS, text))
        .hasMessageContaining("c.txt has no known format; known are .csv");
  }

  @Test
  void aQuoteThatIsNeverClosedIsNamedWithTheLineWhereItOpens() throws IOException {
    ImportReport report =
        fixture.load(
            ReferenceKind.CUSTOMERS,
            "c.csv",
            "customer_id,status,name\nC1,active,A\nC2,active,\"B\nC3,active,C\n");

    assertThat(report.problems())
        .containsExactly(
            "c.csv:3: A quote opens here and is never closed, so the rest of the file is one"
                + " value.");
  }

  @Test
  void aBrokenQuoteEndsTheFileWhereItIs() throws IOException {
    ImportReport report =
        fixture.load(
            ReferenceKind.CUSTOMERS,
            "c.csv",
            "customer_id,status,name\nC1,active,A\nC2,active,\"B\"x\nC3,active,C\n");

    assertThat(report.problems())
        .singleElement()
        .asString()
        .startsWith("c.csv:3: It is no CSV:")
        .endsWith("Nothing after this was read.");
  }

  @Test
  void badJsonLinesAreListedWithTheirLine() throws IOException {
    ImportReport report =
        fixture.load(
            ReferenceKind.FEATURES,
            "f.jsonl",
            """
            {"entity":"customer","id":"C1","name":"orders","value":3}

            {"entity":"customer","id":"C1"
            [1]
            {"entity":"customer","id":"C1","name":"n","value":1,"extra":2}
            {"entity":"customer","id":"C1","name":"n","value":{"a":null}}
            """);

    assertThat(report.imported()).isEqualTo(1);
    assertThat(report.problems()).hasSize(4);
    assertThat(report.problems().get(0)).startsWith("f.jsonl:3: It is no JSON:");
    assertThat(report.problems().get(1)).startsWith("f.jsonl:4: It is no JSON object");
    assertThat(report.problems().get(2)).startsWith("f.jsonl:5: It has the unknown key 'extra'");
    assertThat(report.problems().get(3))
        .isEqualTo("f.jsonl:6: 'value' holds a null; leave the key out instead.");
  }
}
