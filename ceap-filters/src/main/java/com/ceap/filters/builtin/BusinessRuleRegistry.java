package com.ceap.filters.builtin;

import com.ceap.filters.spi.BusinessRule;
import com.ceap.filters.spi.BusinessRuleProvider;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ConfigKey;
import com.ceap.model.program.ConfigShape;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The business rules by parameter, and the shape that follows from them; immutable. */
final class BusinessRuleRegistry {
  private final Map<String, BusinessRule<?>> rules = new LinkedHashMap<>();

  BusinessRuleRegistry(Iterable<BusinessRuleProvider> providers) {
    for (BusinessRuleProvider provider : providers) {
      provider.rules().forEach(this::add);
    }
  }

  private void add(BusinessRule<?> rule) {
    BusinessRule<?> other = rules.put(rule.parameter(), rule);
    if (other != null) {
      throw new CeapException(
          ErrorCode.EXTENSION_DUPLICATE,
          "business rule '%s' is claimed by %s and %s; a rule needs a parameter of its own"
              .formatted(rule.parameter(), other.getClass().getName(), rule.getClass().getName()));
    }
  }

  ConfigShape<BusinessRules> shape() {
    return new ConfigShape<>(rules.values().stream().map(this::key).toList(), this::read);
  }

  private ConfigKey key(BusinessRule<?> rule) {
    Class<?> type = MethodType.methodType(rule.valueType()).unwrap().returnType();
    return new ConfigKey(rule.parameter(), type, false, "", rule.doc());
  }

  private BusinessRules read(Map<String, Object> values) {
    List<BusinessRules.Setting<?>> settings = new ArrayList<>();
    for (BusinessRule<?> rule : rules.values()) {
      given(values, rule.parameter()).ifPresent(value -> settings.add(setting(rule, value)));
    }
    if (settings.isEmpty()) {
      throw new IllegalArgumentException(
          "a business-rule filter needs at least one rule; known are "
              + String.join(", ", rules.keySet()));
    }
    return new BusinessRules(settings);
  }

  private static Optional<Object> given(Map<String, Object> values, String parameter) {
    Object value = values.get(parameter);
    return value instanceof Optional<?> optional
        ? optional.map(Object.class::cast)
        : Optional.ofNullable(value);
  }

  private static <V> BusinessRules.Setting<V> setting(BusinessRule<V> rule, Object value) {
    return new BusinessRules.Setting<>(rule, rule.valueType().cast(value));
  }
}
