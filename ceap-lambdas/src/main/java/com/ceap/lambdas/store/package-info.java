/** Scored candidates become items that serving and campaigns read. */
package com.ceap.lambdas.store;
