/**
 * The pages that links of messages lead to, as a shop would show them: the way out, the cart, the
 * way to a product.
 */
package com.ceap.local.web;
