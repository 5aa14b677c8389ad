package com.ceap.model.program;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a component of a configuration record: its default, its range, its meaning. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
  /** One sentence with unit and range. */
  String value();

  /** The key's name in the YAML where it is not the component's. */
  String name() default "";

  /** The value where the key is absent, as YAML; blank makes the key required unless Optional. */
  String defaultYaml() default "";

  /** The smallest number allowed. */
  double min() default Double.NEGATIVE_INFINITY;

  /** The largest number allowed. */
  double max() default Double.POSITIVE_INFINITY;
}
