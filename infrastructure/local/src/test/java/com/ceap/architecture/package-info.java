/** Holds the build to the architecture: modules, packages, time, names, POMs. */
package com.ceap.architecture;
