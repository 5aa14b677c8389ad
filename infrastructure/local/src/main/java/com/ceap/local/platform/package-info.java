/** The platform on one machine: opens what is kept in the data folder and wires it together. */
package com.ceap.local.platform;
