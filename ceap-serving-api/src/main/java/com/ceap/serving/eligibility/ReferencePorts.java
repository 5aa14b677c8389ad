package com.ceap.serving.eligibility;

import com.ceap.model.port.CustomerDirectory;
import com.ceap.model.port.ProductCatalog;

/** Where a check anew looks things up; each is asked once for all candidates of an answer. */
public record ReferencePorts(
    ProductCatalog products, CustomerDirectory customers, PastActions past) {}
