/** Holds the documentation to the code. */
package com.ceap.docs;
