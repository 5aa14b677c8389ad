/** The serving API: its routes and what each does. */
package com.ceap.serving.api;
