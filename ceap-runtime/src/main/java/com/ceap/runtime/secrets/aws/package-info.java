/** Secrets in the Parameter Store of Systems Manager. */
package com.ceap.runtime.secrets.aws;
