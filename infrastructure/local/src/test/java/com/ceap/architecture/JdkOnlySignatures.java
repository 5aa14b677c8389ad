package com.ceap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whoever uses a type of the model needs no library to do so: what its public and protected members
 * name, type arguments included, is of the JDK or of the model.
 */
final class JdkOnlySignatures extends ArchCondition<JavaClass> {
  JdkOnlySignatures() {
    super("name only types of the JDK and of the model in public signatures");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    type.getMembers().stream()
        .filter(JdkOnlySignatures::visible)
        .forEach(member -> report(type, member, events));
  }

  private static void report(JavaClass type, JavaMember member, ConditionEvents events) {
    Set<String> foreign =
        typesOf(member)
            .flatMap(named -> named.getAllInvolvedRawTypes().stream())
            .map(JavaClass::getBaseComponentType)
            .filter(raw -> !raw.isPrimitive())
            .map(JavaClass::getName)
            .filter(name -> !name.startsWith("java.") && !name.startsWith("com.ceap.model."))
            .collect(Collectors.toSet());
    if (!foreign.isEmpty()) {
      events.add(SimpleConditionEvent.violated(type, member.getFullName() + " names " + foreign));
    }
  }

  private static Stream<JavaType> typesOf(JavaMember member) {
    return switch (member) {
      case JavaField field -> Stream.of(field.getType());
      case JavaCodeUnit unit ->
          Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
      default -> throw new IllegalStateException("no rule for " + member);
    };
  }

  private static boolean visible(JavaMember member) {
    Set<JavaModifier> modifiers = member.getModifiers();
    return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
        && !modifiers.contains(JavaModifier.SYNTHETIC);
  }
}
