/** Whether a candidate that was decided days ago would still be decided so. */
package com.ceap.serving.eligibility;
