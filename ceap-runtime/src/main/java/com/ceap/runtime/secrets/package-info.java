/** What must be known to the platform alone. */
package com.ceap.runtime.secrets;
