package com.ceap.channels.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://shop.example/p?a=b&c=d#e, https://shop.example/p?a=b&c=d#e",
    "HTTP://shop.example:8080/, HTTP://shop.example:8080/",
    "' https://shop.example/ ', https://shop.example/",
    "https://shop.example/ü, https://shop.example/%C3%BC",
    "https://shop.example/%20, https://shop.example/%20",
  })
  void aWebAddressIsTakenInAscii(String given, String address) {
    assertThat(WebAddress.parse(given)).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "/x",
        "//shop.example/",
        "ftp://shop.example/",
        "javascript:alert(1)",
        "data:text/html,x",
        "https:",
        "https:x",
        "https://",
        "https:///x",
        "https://a b/",
        "https://user@shop.example/",
        "https://user:secret@shop.example/",
        "https://shop.example/\"x",
        "https://shop.example/<x>",
        "https://shop.example/\nx",
        "https://shop.example/\uD800",
        "https://münchen.example/",
      })
  void everythingElseIsNone(String given) {
    assertThat(WebAddress.parse(given)).isEmpty();
  }
}
