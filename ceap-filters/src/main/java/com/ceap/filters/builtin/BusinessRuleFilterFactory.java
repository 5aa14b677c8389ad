package com.ceap.filters.builtin;

import com.ceap.filters.spi.BusinessRuleProvider;
import com.ceap.filters.spi.Filter;
import com.ceap.filters.spi.FilterFactory;
import com.ceap.model.program.ConfigShape;
import com.ceap.model.program.Program;
import java.util.ServiceLoader;

/** Type {@code business-rule}: its parameters are the rules found on the class path. */
public final class BusinessRuleFilterFactory implements FilterFactory<BusinessRules> {
  private final ConfigShape<BusinessRules> shape;

  public BusinessRuleFilterFactory() {
    this(ServiceLoader.load(BusinessRuleProvider.class));
  }

  BusinessRuleFilterFactory(Iterable<BusinessRuleProvider> providers) {
    shape = new BusinessRuleRegistry(providers).shape();
  }

  @Override
  public String type() {
    return "business-rule";
  }

  @Override
  public ConfigShape<BusinessRules> shape() {
    return shape;
  }

  @Override
  public Filter create(String filterId, BusinessRules rules, Program program) {
    return new BusinessRuleFilter(filterId, rules, program);
  }
}
