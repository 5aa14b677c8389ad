/** The function that exports. */
package com.ceap.lambdas.export.aws;
