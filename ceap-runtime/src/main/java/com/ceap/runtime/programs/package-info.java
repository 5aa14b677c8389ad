/** Programs as they are published: every version kept, the newest of each pointed to. */
package com.ceap.runtime.programs;
