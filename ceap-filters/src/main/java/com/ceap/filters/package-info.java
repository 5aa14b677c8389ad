/** Runs the filters of a program in their order. */
package com.ceap.filters;
