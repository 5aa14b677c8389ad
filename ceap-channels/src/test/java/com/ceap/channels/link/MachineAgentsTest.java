package com.ceap.channels.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineAgentsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "Mozilla/5.0",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "BarracudaCentral Bot",
        "python-requests/2.32",
        "curl/8.14.1",
        "Go-http-client/1.1",
        "facebookexternalhit/1.1 Facebot Twitterbot/1.0",
        "WhatsApp/2.25",
        "SkypeUriPreview Preview/0.5",
        "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/140.0"
      })
  void programsThatSaySoAreMachines(String userAgent) {
    assertThat(MachineAgents.isMachine(userAgent)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148",
        "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
        "YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html",
        "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0",
        "Thunderbird/140.0"
      })
  void readersAndTheProxiesThatStandForThemAreNot(String userAgent) {
    assertThat(MachineAgents.isMachine(userAgent)).isFalse();
  }
}
