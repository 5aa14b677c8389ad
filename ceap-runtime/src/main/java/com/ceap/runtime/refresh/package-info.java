/** Values that are looked at again after a while. */
package com.ceap.runtime.refresh;
