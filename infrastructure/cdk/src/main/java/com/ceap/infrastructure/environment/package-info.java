/** What differs from one place of deployment to the next, out of {@code environments/}. */
package com.ceap.infrastructure.environment;
