package com.ceap.connectors.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT a FROM t | 0",
        "SELECT a FROM t WHERE d = ? AND e < ? | 2",
        "SELECT '?' FROM t WHERE d = ? | 1",
        "SELECT 'it''s ?' FROM t WHERE d = ? | 1",
        "SELECT \"a?\" FROM t /* ? */ WHERE d = ? | 1",
        "SELECT a FROM t WHERE d = ? -- or ? | 1"
      })
  void placeholdersCountOutsideOfLiteralsNamesAndComments(String sql, int parameters) {
    assertThat(SqlText.of(sql).parameters()).isEqualTo(parameters);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT a, t.b, c AS d, count(*) AS n FROM t | a,b,d,n",
        "SELECT DISTINCT a, coalesce(b, 1) x FROM t | a,x",
        "WITH w AS (SELECT z FROM y) SELECT a FROM w | a",
        "SELECT \"session ID\" AS customer_id, \"a\"\"b\" FROM t | customer_id,a\"b",
        "SELECT a, 1 + 2 FROM t | a",
        "SELECT CASE WHEN a THEN 1 ELSE 2 END FROM t | ``",
        "SELECT a, * FROM t | ``",
        "SELECT t.* FROM t | ``"
      })
  void columnsAreThoseThatTheSelectListNames(String sql, String columns) {
    assertThat(String.join(",", SqlText.of(sql).columns())).isEqualTo(columns);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  -- nothing", "DROP TABLE t", "UPDATE t SET a = 1", "(SELECT 1)"})
  void anythingButASelectIsRefused(String sql) {
    assertThatThrownBy(() -> SqlText.of(sql))
        .hasMessage("the query should be one SELECT (or WITH … SELECT)");
  }

  @Test
  void aSecondStatementIsRefused() {
    assertThatThrownBy(() -> SqlText.of("SELECT 1; SELECT 2"))
        .hasMessage("the query holds more than one statement; it should be one SELECT");
  }

  @Test
  void closingTheWrappingParenthesisIsRefused() {
    assertThatThrownBy(() -> SqlText.of("SELECT 1) UNION (SELECT 2"))
        .hasMessage("the query's parentheses do not match");
  }

  @Test
  void anOpenLiteralIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> SqlText.of("SELECT 'a FROM t"))
        .hasMessage("the query's text literal at offset 7 never ends");
  }

  @ParameterizedTest
  @CsvSource({
    "customerId,customer_id",
    "CUSTOMER_ID,customer_id",
    "Customer ID,customer_id",
    "customerID,customer_id",
    "SKUCode,sku_code",
    "price 2,price_2",
    "page 2 (clothing model),page_2_clothing_model",
    "view_count,view_count"
  })
  void anySpellingOfANameIsOneCanonicalName(String column, String canonical) {
    assertThat(CanonicalName.of(column)).isEqualTo(canonical);
  }
}
