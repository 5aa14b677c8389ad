package com.ceap.channels.builtin;

import com.ceap.channels.text.PlaceholderText;

/** The checks that channel configurations share. */
final class Check {
  private Check() {}

  static void text(String key, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(key + " must not be blank");
    }
  }

  /** Refuses a blank text and placeholders that no message has. */
  static void placeholders(String key, String text) {
    text(key, text);
    try {
      PlaceholderText.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key + " " + e.getMessage(), e);
    }
  }

  static void atLeast(String key, int min, int value) {
    if (value < min) {
      throw new IllegalArgumentException(key + " must be at least " + min + ", was " + value);
    }
  }

  static void percent(String key, int value) {
    if (value < 0 || value > 100) {
      throw new IllegalArgumentException(key + " must lie in 0..100, was " + value);
    }
  }
}
