package com.ceap.lambdas.batch;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/** How the batch's records are written between its steps: field by field, times as ISO text. */
public final class BatchJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().addModules(times(), new Jdk8Module()).build();

  private BatchJson() {}

  /** Reads and writes; shared, never configured further. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  private static SimpleModule times() {
    SimpleModule module = new SimpleModule("times");
    text(module, LocalDate.class, LocalDate::parse);
    text(module, Instant.class, Instant::parse);
    text(module, Duration.class, Duration::parse);
    return module;
  }

  private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> parse) {
    module.addSerializer(type, ToStringSerializer.instance);
    module.addDeserializer(type, new Text<>(type, parse));
  }

  /** Reads a value from its text. */
  private static final class Text<T> extends FromStringDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<String, T> parse;

    Text(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    protected T _deserialize(String text, DeserializationContext context) {
      return parse.apply(text);
    }
  }
}
